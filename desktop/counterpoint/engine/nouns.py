"""What a number counts: the head noun after it and the words between."""

from dataclasses import dataclass

from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.numerals import Sentence

_PLURALS = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "kids": "kid",
    "police": "police", "personnel": "personnel", "staff": "staff", "crew": "crew", "aircraft": "aircraft", "troops": "troop",
    "cattle": "cattle", "sheep": "sheep", "fish": "fish", "others": "other", "lives": "life", "wives": "wife",
    "knives": "knife", "species": "species", "series": "series", "data": "data", "victims": "victim", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "feet": "foot", "youth": "youth", "ammunition": "ammunition", "gunmen": "gunman",
    "crises": "crisis", "offspring": "offspring", "spacecraft": "spacecraft", "clergy": "clergy", "infantry": "infantry",
    "militia": "militia", "folk": "person", "folks": "person", "wolves": "wolf", "thieves": "thief", "taxis": "taxi",
    "buses": "bus", "gases": "gas", "viruses": "virus", "homes": "home", "times": "time", "goods": "goods", "shots": "shot",
}  # fmt: skip
_NOT_PLURAL = frozenset({
    "news", "sports", "arms", "politics", "economics", "physics", "less", "this", "is", "was", "has", "does", "says", "as",
    "its", "his", "us", "previous", "various", "famous", "religious", "dangerous", "serious", "suspicious", "plus", "yes",
    "always", "perhaps", "headquarters", "across", "unless", "towards", "besides", "sometimes", "afterwards", "minus",
    "versus", "indoors", "outdoors", "upstairs", "downstairs", "overseas", "thus", "dies", "years", "months", "days",
    "weeks", "hours", "minutes", "seconds", "homeless", "jobless", "priceless", "s", "lens", "gas", "bus", "virus",
})  # fmt: skip
_INSIDE = frozenset(
    {"other", "more", "most", "own", "same", "s", "and", "or", "very", "such"}
)  # function words in a phrase
_DETERMINERS = frozenset(
    {"the", "its", "his", "her", "their", "our", "your", "my", "these", "those", "all", "a", "an", "this"}
)
_VERBS = frozenset(
    """said says told went came made took got gave saw knew found left kept began became died fell felt ran
    won lost hit met led held stood fled broke drove flew rose spoke wore wrote ate grew drew sat""".split()
)
_REACH = 7  # words between a number and its noun: "four heavily armed federal law enforcement officers"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun in its normal form, the normal forms before it, and the index of its word."""

    form: str
    modifiers: tuple[str, ...]
    at: int


def singular(word: str, lexicon: Lexicon) -> str:
    """A noun's normal form, unlike a verb's: "meetings" and "meeting" -> "meeting"."""
    low = word.lower()
    if low in _PLURALS:
        return _PLURALS[low]
    return _singular_of(low, lexicon) or low


def is_noun(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.categories or word in lexicon.senses


def find_noun(sentence: Sentence, at: int, lexicon: Lexicon, *, is_plural: bool) -> Noun | None:
    """The noun of the phrase that goes on at word `at`; a plural one, or the last one before the phrase ends."""
    if sentence.low(at) == "of":
        at += 1
        while sentence.low(at) in _DETERMINERS and sentence.gap(at - 1) == " ":
            at += 1
    if at >= len(sentence.words) or not _is_open(sentence, at - 1):
        return None
    return _plural(sentence, at, lexicon) if is_plural else _last_noun(sentence, at, lexicon)


def _is_open(sentence: Sentence, i: int) -> bool:
    """Whether the phrase goes on after word i; quotation marks may open within it."""
    gap = sentence.gap(i)
    return gap in {" ", "-", "", "‑", "\xa0"} or gap.strip("\"'“”‘’ ") == "" and "\n" not in gap


def _plural(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    head: int | None = None
    for i in range(at, min(at + _REACH, len(sentence.words))):
        low = sentence.low(i)
        if i > at and not _is_open(sentence, i - 1):
            break
        if _is_plural(sentence, i, lexicon):
            head = i
        elif head is not None and low != "s" or sentence.words[i].is_function and low not in _INSIDE:
            break
        elif low[:1].isdigit():
            break
        elif low == "s" and head is not None:
            head = None  # "two countries' leaders"
    if head is None:
        return None
    return Noun(singular(sentence.words[head].text, lexicon), _modifiers(sentence, at, head, lexicon), head)


def _is_plural(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    low = sentence.low(i)
    if low in _PLURALS:
        return True
    if low in _NOT_PLURAL or not low.endswith("s") or low.endswith("ss") or len(low) < 4:
        return False
    if _singular_of(low, lexicon):
        return True
    return not low.endswith(("us", "is")) and low not in lexicon.words  # "Ukrainians", "jihadis"


def _singular_of(low: str, lexicon: Lexicon) -> str:
    """The noun that the word is the plural of, "" where it is none."""
    if low in lexicon.irregular and is_noun(lexicon.irregular[low], lexicon) and low not in _VERBS:
        return lexicon.irregular[low]
    if not low.endswith("s") or low.endswith("ss") or low in _NOT_PLURAL:
        return ""
    for suffix, instead in (
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("s", ""),
        ("es", ""),
    ):
        if low.endswith(suffix) and is_noun(stem := low[: -len(suffix)] + instead, lexicon):
            return stem
    return low[:-1] if low not in lexicon.words and not low.endswith(("us", "is")) and len(low) > 3 else ""


def _last_noun(sentence: Sentence, at: int, lexicon: Lexicon) -> Noun | None:
    head: int | None = None
    for i in range(at, min(at + _REACH, len(sentence.words))):
        word, low = sentence.words[i], sentence.low(i)
        if i > at and not _is_open(sentence, i - 1) or word.is_function or low[:1].isdigit():
            break
        if head is not None and _is_verb(word.text, word.lemma, lexicon):
            break
        follows_name = head is not None and sentence.words[head].is_capitalised and not word.is_capitalised
        if follows_name and lexicon.category(low) not in {"person", "artifact", "group", "animal", "act", "event"}:
            break
        if word.is_capitalised or is_noun(low, lexicon) or _singular_of(low, lexicon):
            head = i
    if head is None:
        return None
    return Noun(singular(sentence.words[head].text, lexicon), _modifiers(sentence, at, head, lexicon), head)


def _is_verb(text: str, lemma: str, lexicon: Lexicon) -> bool:
    low = text.lower()
    if text[0].isupper() or lemma not in lexicon.verbs:
        return False
    return (
        low in _VERBS or low.endswith("ed") or (low != lemma and not is_noun(low, lexicon)) or lemma in {"shoot", "cut"}
    )


def _modifiers(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> tuple[str, ...]:
    words = sentence.words[first:head]
    return tuple(
        singular(word.text, lexicon) for word in words if not word.is_function or word.text.lower() in {"other", "more"}
    )
