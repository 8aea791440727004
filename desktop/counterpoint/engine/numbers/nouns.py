"""What a number counts: the head noun after it and the words between."""

from dataclasses import dataclass

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numbers.numerals import Sentence

#: Plurals that no rule gives, and words that count several without a plural's form.
_PLURALS = {
    "people": "person", "persons": "person", "folk": "person", "folks": "person", "men": "man", "women": "woman",
    "children": "child", "gunmen": "gunman", "police": "police", "personnel": "personnel", "staff": "staff",
    "crew": "crew", "aircraft": "aircraft", "spacecraft": "spacecraft", "cattle": "cattle", "sheep": "sheep",
    "fish": "fish", "species": "species", "series": "series", "data": "data", "offspring": "offspring",
    "clergy": "clergy", "infantry": "infantry", "militia": "militia", "youth": "youth", "ammunition": "ammunition",
    "troops": "troop", "others": "other", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf",
    "thieves": "thief", "crises": "crisis", "taxis": "taxi", "buses": "bus", "gases": "gas", "viruses": "virus",
    "homes": "home", "times": "time", "goods": "goods", "shots": "shot", "percent": "percent", "kids": "kid",
}  # fmt: skip
_NOT_PLURAL = frozenset(
    """news sports arms politics economics physics less this is was has does says as its his us previous various famous
    religious dangerous serious suspicious plus yes always perhaps headquarters across unless towards besides sometimes
    minus versus indoors outdoors upstairs downstairs overseas thus dies homeless jobless priceless s
    afterwards lens gas virus bus ages gives comes goes takes makes remains includes becomes anonymous
    tremendous numerous""".split()
)
_NO_NOUNS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday jr sr ii iii aged ages yesterday
    today tomorrow tonight morning afternoon evening night""".split()
)
_IRREGULAR_ENDS = ("s", "men", "ren", "eet", "eeth", "ice", "eese", "a", "i")  # "men", "criteria"; not "tried", "shot"
_INSIDE = frozenset("other more most own same s and or very such".split())  # function words within such a phrase
_DETERMINERS = frozenset("the its his her their our your my these those all a an this that".split())
_BEGINS_OBJECT = frozenset("a an the his her its their him them to into from on at in with at over after".split())
_PAST = frozenset(
    """said says told went came made took got gave saw knew found left kept began became died fell felt ran won lost hit
    met led held stood fled broke drove flew rose spoke wore wrote ate grew drew sat""".split()
)
_SHORTEST_PLURAL = 4
_NAMED_KINDS = frozenset({"person", "group", "animal"})
_REACH = 7  # words between a number and its noun: "four heavily armed senior state police officers"
_OPEN = frozenset({" ", "-", "", "‑", "\xa0", "+ "})


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun in its normal form, the normal forms before it, and the index of its word."""

    form: str
    modifiers: tuple[str, ...]
    at: int


def singular(word: str, lexicon: Lexicon) -> str:
    """A noun's normal form, unlike a verb's: "meetings" and "meeting" -> "meeting"."""
    low = word.lower()
    return _PLURALS.get(low) or _singular_of(low, lexicon) or low


def is_noun(word: str, lexicon: Lexicon) -> bool:
    """Whether the word, in its normal form, can be a noun."""
    return word in lexicon.categories or word in lexicon.senses


def find_noun(sentence: Sentence, at: int, lexicon: Lexicon, *, is_plural: bool) -> Noun | None:
    """The noun of the phrase that goes on at word `at`: a plural one, or the last one before the phrase ends."""
    if sentence.low(at) == "of":
        at += 1
        while sentence.low(at) in _DETERMINERS and sentence.gap(at - 1) == " ":
            at += 1
    if not 0 < at < len(sentence.words) or not _is_open(sentence, at - 1):
        return None
    head = _plural_head(sentence, at, lexicon) if is_plural else _last_head(sentence, at, lexicon)
    if head is None:
        return None
    words = sentence.words[at:head]
    modifiers = tuple(
        singular(word.text, lexicon) for word in words if not word.is_function or word.text.lower() in {"other", "more"}
    )
    if is_plural and (pair := _pair_of_people(sentence, head)):
        return Noun("person", modifiers, pair)
    return Noun(singular(sentence.words[head].text, lexicon), modifiers, head)


def _pair_of_people(sentence: Sentence, head: int) -> int | None:
    """The second noun of "five men and women"."""
    people = {"men", "women", "boys", "girls", "children", "adults"}
    is_pair = (
        sentence.low(head) in people and sentence.low(head + 1) in {"and", "or"} and sentence.low(head + 2) in people
    )
    return head + 2 if is_pair else None


def _is_open(sentence: Sentence, i: int) -> bool:
    """Whether the phrase goes on after word i; quotation marks may open within it."""
    gap = sentence.gap(i)
    return gap in _OPEN or ("\n" not in gap and not gap.strip("\"'“”‘’ "))


def _plural_head(sentence: Sentence, at: int, lexicon: Lexicon) -> int | None:
    head: int | None = None
    for i in range(at, min(at + _REACH, len(sentence.words))):
        low = sentence.low(i)
        if (i > at and not _is_open(sentence, i - 1)) or low[:1].isdigit():
            break
        if low == "s" and head is not None:
            head = None  # "two countries' leaders"
        elif _is_plural(low, lexicon):
            head = i
        elif head is not None or (sentence.words[i].is_function and low not in _INSIDE):
            break
    return head


def _is_plural(low: str, lexicon: Lexicon) -> bool:
    if low in _PLURALS:
        return True
    if low in _NO_NOUNS or low in _NOT_PLURAL or len(low) < _SHORTEST_PLURAL:
        return False
    return bool(_singular_of(low, lexicon))


def _singular_of(low: str, lexicon: Lexicon) -> str:
    """The noun that the word is the plural of, "" where it is none."""
    irregular = lexicon.irregular.get(low, "")
    if irregular and low.endswith(_IRREGULAR_ENDS) and is_noun(irregular, lexicon):
        return irregular
    if not low.endswith(("s", "men")) or low.endswith("ss") or low in _NOT_PLURAL:
        return ""
    for suffix, instead in _PLURAL_ENDS:
        stem = low[: -len(suffix)] + instead
        if low.endswith(suffix) and is_noun(stem, lexicon):
            return stem
    is_unknown = low not in lexicon.words and not low.endswith(("us", "is", "men")) and len(low) >= _SHORTEST_PLURAL
    return low[:-1] if is_unknown else ""  # "Ukrainians", "jihadis"


_PLURAL_ENDS = (
    ("men", "man"),
    ("ies", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("s", ""),
    ("es", ""),
)


def _last_head(sentence: Sentence, at: int, lexicon: Lexicon) -> int | None:
    head: int | None = None
    for i in range(at, min(at + _REACH, len(sentence.words))):
        word, low = sentence.words[i], sentence.low(i)
        if (i > at and not _is_open(sentence, i - 1)) or word.is_function or "'" in low or "’" in low:
            break
        if low[:1].isdigit() or low in _NO_NOUNS or _is_verb(sentence, i, head, lexicon):
            break
        if head is not None and _leaves_name(sentence, head, i, lexicon):
            break
        if word.is_capitalised or is_noun(low, lexicon) or _singular_of(low, lexicon):
            head = i
    return head


def _leaves_name(sentence: Sentence, head: int, i: int, lexicon: Lexicon) -> bool:
    """Whether word i no longer belongs to a phrase with a name in it: "Boston girl" does, "Ryan Doe late" does not."""
    if not sentence.words[head].is_capitalised or sentence.words[i].is_capitalised:
        return False
    low = sentence.low(i)
    return lexicon.category(low) not in _NAMED_KINDS or low.endswith("ing")


def _is_verb(sentence: Sentence, i: int, head: int | None, lexicon: Lexicon) -> bool:
    """Whether word i is the verb of the phrase's noun: "13-year-old boy fell", "20-year-old kills his"."""
    word, low = sentence.words[i], sentence.low(i)
    if word.lemma not in lexicon.verbs or (word.is_capitalised and not sentence.is_title_case):
        return False
    if low.endswith("s") and low != word.lemma and sentence.low(i + 1) in _BEGINS_OBJECT:
        return lexicon.category(word.lemma) not in _NAMED_KINDS  # "kills his", not "officers in"
    if head is None:
        return low in _PAST
    is_past = low.endswith("ed") or low in _PAST or lexicon.irregular.get(low) == word.lemma
    return is_past or word.lemma == "cut" or (low != word.lemma and not is_noun(low, lexicon))
