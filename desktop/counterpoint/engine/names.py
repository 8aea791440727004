"""Proper names: who and what a text speaks of, and which names of several texts mean one entity."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.entities import Entities
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import Word

_CALENDAR = frozenset(
    str.split(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug"
        " sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
        " sat sun mondays tuesdays wednesdays thursdays fridays saturdays sundays est edt pst pdt cst cdt mst gmt bst utc cet"
        " am pm"
    )
)
#: Small words inside names of persons and places: "Ursula von der Leyen", "Promenade des Anglais", "Bashar al-Assad".
_PARTICLES = frozenset(
    str.split("van von der den de la le les du des da di del della dos das bin bint ibn al el ben ter y zu af")
)
_LEADING_PARTICLES = frozenset({"al", "el", "bin", "van", "von"})
#: A title that is a part of a name when one of these follows: "General Hospital", "Major League".
_NOT_AFTER_TITLE = frozenset(str.split("hospital league motors electric assembly court mills council secretary strike"))
_PLACE_PREPOSITIONS = frozenset(
    str.split("in at near from outside inside across around throughout toward towards into")
)
_DIRECTIONS = frozenset(
    str.split("north south east west northern southern eastern western northeast northwest southeast southwest")
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "former"})
_OPENING = frozenset('"“«‘:—–•(')
_DASHES = frozenset({"-", "–", "—"})
#: What is written as one with a name, but is no part of it: "US-led", "White House-run".
_COMPOUNDS = frozenset(str.split("led born era wide run like held style born-and-bred only free made based area type"))
_ADDRESSES = re.compile(r"(?:https?://|www\.|pic\.twitter\.|[@#])\S+|\S+\.(?:com|org|net|gov|edu|co\.uk)\b\S*")
_NUMBERS = frozenset(str.split("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands"))

_SHORTEST_CONTENT = 3  # content words from which a line can be said to be in headline case
_HEADLINE = 0.8  # share of them with capitals
_ACRONYM = range(2, 7)  # letters
_LONG_WORD = 5  # letters; a point after a shorter one may be an abbreviation's
_TITLE_WORDS = 5
_BETWEEN = 3  # small words within a name
_OLDEST = 110  # years; "Smith, 34," is a person


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What one whole source tells of its words, all folded.

    `small` are seen in lower case, `inner` are capitalised amid a sentence, `alone` those of them without a capital
    before them; `before` gives for a word the capitalised ones that stood right before it.
    """

    small: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    before: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])


_NO_EVIDENCE = NameEvidence()


def folded(word: str) -> str:
    """The word in lower case without accents and points: "Élysée" -> "elysee", "U.S." -> "us"."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word.replace("’", "'")) if not unicodedata.combining(c))
        word = word.translate(_BARRED).replace("ß", "ss")
    return word.lower().replace(".", "")


_BARRED = str.maketrans("łŁøØđĐı‑", "lLoOdDi-")


def find_name_evidence(text: str, sentences: Iterable[Sequence[Word]]) -> NameEvidence:
    """What the source's sentences tell of which words are names; headlines in capitals tell nothing."""
    small: set[str] = set()
    inner: set[str] = set()
    alone: set[str] = set()
    before: dict[str, set[str]] = defaultdict(set)
    for words in sentences:
        if is_headline_case(text, words):
            continue
        for i, word in enumerate(words):
            key = folded(word.text)
            if word.text[0].islower():
                small.add(key)
            elif word.text[0].isupper():
                opens = _opens(text, words, i)
                follows = i > 0 and words[i - 1].is_capitalised and _is_near(text, words[i - 1], word)
                if follows:
                    before[key].add(folded(words[i - 1].text))
                if not opens:
                    (inner if follows else alone).add(key)
    firsts = {key: frozenset(words) for key, words in before.items()}
    return NameEvidence(frozenset(small), frozenset(inner | alone), frozenset(alone), firsts)


def _is_near(text: str, before: Word, word: Word) -> bool:
    return text[before.span.end : word.span.start] in {" ", ". "}


def is_headline_case(text: str, words: Sequence[Word]) -> bool:
    """Whether the sentence capitalises most of its words, so that capitals tell nothing; a list of names ends in a point."""
    if words and text[words[-1].span.end : words[-1].span.end + 1] == ".":
        return False
    content = [word for word in words[1:] if not word.is_function and word.text[0].isalpha() and len(word.text) > 1]
    if len(content) < _SHORTEST_CONTENT:
        return False
    return sum(word.is_capitalised for word in content) >= _HEADLINE * len(content)


def find_names(
    text: str, span: Span, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence = _NO_EVIDENCE
) -> tuple[Name, ...]:
    """The proper names among the words of one sentence, without titles and possessives, in text order.

    Each name's `value` is its own words in normal form; `link_names` makes it the entity's key.
    """
    words = [word for word in words if span.contains(word.span)]
    return tuple(_Sentence(text, words, lexicon, evidence).names())


def link_names(names: Mapping[SourceId, Sequence[Name]], lexicon: Lexicon) -> dict[SourceId, tuple[Name, ...]]:
    """The same names, with one entity's key and kind for all its spellings and short forms in all sources.

    Names are kept in order; the order of the sources makes no difference.
    """
    return Entities(names, lexicon).linked()


def _opens(text: str, words: Sequence[Word], i: int) -> bool:
    """Whether the word stands where any word is capitalised: at the sentence's start or after an opening mark."""
    if i == 0:
        return True
    gap = text[words[i - 1].span.end : words[i].span.start]
    if gap in {" ", ""}:
        return False
    ends = gap[:1] in {".", "?", "!"} and len(words[i - 1].text) > _LONG_WORD
    return ends or bool(_OPENING & set(gap)) or (gap.strip() in _DASHES and gap != "-")


@dataclass(slots=True)
class _Run:
    """Indices [first, last] of words that stand together as a name, and whether a title stands before them."""

    first: int
    last: int
    is_titled: bool = False


class _Sentence:
    """One sentence being read for names."""

    def __init__(self, text: str, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence) -> None:
        self._text = text
        self._words = words
        self._keys = [folded(word.text) for word in words]
        self._lexicon = lexicon
        self._evidence = evidence
        self._is_headline = is_headline_case(text, words)
        self._is_shouting = self._is_headline and all(w.text.isupper() for w in words if len(w.text) > _BETWEEN)
        self._ends = self._listed("name_endings")
        self._web = self._web_addresses()

    def names(self) -> Iterator[Name]:
        i = 0
        while i < len(self._words):
            if not self._begins(i):
                i += 1
                continue
            last = self._run_end(i)
            for run in self._split(i, last):
                yield self._name(run)
            i = last + 1

    def _web_addresses(self) -> list[Span]:
        if not self._words:
            return []
        start, end = self._words[0].span.start, self._words[-1].span.end
        words = self._text[start:end]
        if not ("@" in words or "#" in words or "/" in words or ".co" in words or ".org" in words):
            return []
        return [Span(*match.span()) for match in _ADDRESSES.finditer(self._text, start, end)]

    def _listed(self, name: str) -> Mapping[str, str]:
        return self._lexicon.lists.get(name, {})

    def _gap(self, i: int) -> str:
        """What stands between word i and the next; a line's end after the last."""
        return self._text[self._words[i].span.end : self._words[i + 1].span.start] if i + 1 < len(self._words) else "\n"

    # --- where names are

    def _begins(self, i: int) -> bool:
        """Whether a name, or a title before one, begins at word i."""
        word = self._words[i]
        if not word.text[0].isupper():
            return self._is_leading_particle(i)
        if any(span.overlaps(word.span) for span in self._web):
            return False
        if word.is_function or len(word.text) == 1 or self._keys[i] in _CALENDAR:
            return self._is_exceptional(i)
        return self._is_candidate(i)

    def _is_leading_particle(self, i: int) -> bool:
        """Whether a name begins in lower case, its own name left out: "al-Shabab", "bin Laden"."""
        if self._keys[i] not in _LEADING_PARTICLES or self._gap(i) not in {" ", "-"}:
            return False
        return self._words[i + 1].text[0].isupper() and not self._is_headline and not self._words[i + 1].is_function

    def _is_exceptional(self, i: int) -> bool:
        """Whether a word that is no name as a rule is one here: "IS" the group, "Lancaster, PA", "J. Edgar", May."""
        key = self._keys[i]
        if key in _CALENDAR:
            return self._is_person_like(i)
        if len(self._words[i].text) == 1:
            return self._is_initial(i)
        if not self._is_acronym(i):
            return False
        is_state = key in self._listed("states") and i > 0 and self._gap(i - 1) == ", "
        return is_state or key in self._listed("organisations")

    def _is_candidate(self, i: int) -> bool:
        """Whether a capitalised content word is a name's."""
        key = self._keys[i]
        seen = key in self._evidence.inner and key not in self._evidence.small
        if self._is_headline:
            return seen or self._is_place_or_organisation(key) or self._is_surname(key)
        if self._is_common_label(i):
            return False
        if not _opens(self._text, self._words, i):
            return not self._is_shouted(i)
        return self._opens_name(i, key, seen=seen)

    def _opens_name(self, i: int, key: str, *, seen: bool) -> bool:
        """Whether a word that opens a sentence, and would have its capital in any case, is a name's."""
        is_small = key in self._evidence.small and key not in self._evidence.inner
        if seen or (self._is_place_or_organisation(key) and not is_small):
            return True
        if self._is_acronym(i) and not self._is_shouted(i):
            return True
        if key in self._listed("given_names") and (not self._is_common(i) or self._leads_name(i)):
            return True
        if key in self._evidence.inner or not (is_small or self._is_common(i)):
            return True
        return self._leads_name(i)

    def _is_person_like(self, i: int) -> bool:
        """Whether a month is a person: only where a first name or a surname stands beside "May" or "April"."""
        given = self._listed("given_names")
        if i > 0 and self._gap(i - 1) == " " and self._keys[i - 1] in given:
            return True
        after = self._gap(i) == " " and self._words[i + 1].text[0].isupper()
        return after and self._keys[i] in given and self._keys[i + 1] not in _CALENDAR

    def _is_initial(self, i: int) -> bool:
        end = self._words[i].span.end
        return self._text[end : end + 1] == "." and self._words[i].text != "I"

    def _is_acronym(self, i: int) -> bool:
        word = self._words[i].text
        return not self._is_shouting and len(word.replace(".", "")) in _ACRONYM and word.isupper()

    def _is_shouted(self, i: int) -> bool:
        """Whether a common word stands in capitals for emphasis: "READ MORE", "NOT", "FILE"."""
        word, key = self._words[i], self._keys[i]
        if not word.text.isupper() or self._is_place_or_organisation(key) or "." in word.text:
            return False
        return key in self._evidence.small or (key in self._lexicon.verbs and key not in self._evidence.inner)

    def _is_common_label(self, i: int) -> bool:
        """Whether the word is a label before a colon: "Updated: 9 May"."""
        return self._gap(i).startswith(":") and self._is_common(i) and not self._is_place_or_organisation(self._keys[i])

    def _is_place_or_organisation(self, key: str) -> bool:
        lists = self._lexicon.lists
        if any(key in lists.get(name, ()) for name in ("countries", "places", "organisations")):
            return True
        return len(key) > _BETWEEN and key in lists.get("states", ())

    def _is_surname(self, key: str) -> bool:
        """Whether the source has the word after a given name or a title."""
        firsts = self._evidence.before.get(key, ())
        return any(f in self._listed("given_names") or f in self._listed("titles") for f in firsts)

    def _is_common(self, i: int) -> bool:
        """Whether a dictionary has the word."""
        word = self._words[i]
        return word.lemma in self._lexicon.words or word.text.lower() in self._lexicon.words

    def _leads_name(self, i: int) -> bool:
        """Whether a sentence's first word, a common one, begins a name or title that goes on: "Prime Minister Tusk"."""
        if self._gap(i) not in {" ", "-", ". "}:
            return False
        key, following = self._keys[i], self._words[i + 1]
        if not following.text[0].isupper() or following.is_function or self._keys[i + 1] in _CALENDAR:
            return False
        if self._title_length(i):
            return True
        if key in self._evidence.small or key in _NUMBERS or key.endswith("ing"):
            return False
        return key in self._evidence.inner or self._keys[i + 1] not in self._evidence.alone

    # --- how far they go

    def _run_end(self, first: int) -> int:
        last = first + max(1, self._title_length(first)) - 1
        while (step := self._step(first, last)) > 0:
            last += step
        return last

    def _step(self, first: int, last: int) -> int:
        """How many words further the name goes."""
        gap = self._gap(last)
        if gap in {"'", "’"}:
            return self._genitive_step(last)
        if not (gap in {" ", "-", "‑", " & ", "\u00a0"} or (gap == ". " and self._is_abbreviation(last))):
            return 0
        following = last + 1
        if self._is_capital(following):
            return 1
        if gap == "-":
            return int(self._words[following].text[0].isdigit() or self._is_second_syllable(first, following))
        return self._joined_step(first, last)

    def _is_second_syllable(self, first: int, i: int) -> bool:
        """Whether the word ends a given name: "Kim Jong-un", not "White House-led"."""
        key = self._keys[i]
        return i - first > 1 and len(key) < _LONG_WORD and key.islower() and key not in _COMPOUNDS

    def _genitive_step(self, last: int) -> int:
        """The step over a genitive within a name: "St. Joseph's Hospital", "Sheriff's Office", not "Ukraine's Parliament"."""
        if self._keys[last + 1] != "s" or self._gap(last + 1) != " " or last + 2 >= len(self._words):
            return 0
        end = self._last_capital(last + 2)
        if self._is_place_or_organisation(self._keys[last]) or not self._is_capital(last + 2):
            return 0
        return 2 if self._keys[end] in self._ends and not self._title_length(last + 2) and end - last <= _BETWEEN else 0

    def _is_capital(self, i: int) -> bool:
        """Whether the word can go on a name."""
        word, key = self._words[i], self._keys[i]
        if not word.text[0].isupper() or any(span.overlaps(word.span) for span in self._web):
            return False
        if len(word.text) == 1:
            return self._is_initial(i) or (i > 0 and self._gap(i - 1) in {"-", " & "})
        if word.is_function and key not in _PARTICLES:
            return False
        if self._is_headline:
            return self._begins(i)
        return key not in _CALENDAR or self._is_person_like(i)

    def _is_abbreviation(self, i: int) -> bool:
        key = self._keys[i]
        if len(key) == 1 or key in {"st", "ste", "mt", "ft"}:
            return True
        return len(key) <= _LONG_WORD and key in self._listed("titles")

    def _joined_step(self, first: int, last: int) -> int:
        """The step over small words within a name: particles, "of the", "and" where such a name has them."""
        i = last + 1
        while i < len(self._words) and self._words[i].text[0].islower() and i - last <= _BETWEEN:
            if self._gap(i) not in {" ", "-"}:
                return 0
            i += 1
        if i >= len(self._words) or not self._is_capital(i):
            return 0
        between = self._keys[last + 1 : i]
        if all(word in _PARTICLES for word in between):
            return i - last
        phrase = " ".join(between)
        goes_on = (phrase in {"of", "of the", "for", "for the"} and self._goes_on(first, last)) or (
            phrase == "and" and self._ands(first, last, i)
        )
        return i - last if goes_on else 0

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether "of" goes on with it: "Coalition of the Willing", not "President of France"."""
        if self._is_headline or self._title_length(first) == last - first + 1:
            return False
        key = self._keys[last]
        if key in self._listed("name_heads"):
            return True
        joins = any(self._words[i].text == "for" or self._words[i].text == "of" for i in range(first, last))
        return joins and self._is_common(last) and not self._is_place_or_organisation(key)

    def _ands(self, first: int, last: int, following: int) -> bool:
        """Whether "and" joins words of one name: "Food and Drug Administration", not "France and United Nations"."""
        if (
            self._ends.get(self._keys[self._last_capital(following)]) != "organisation"
            or self._keys[last] in self._ends
        ):
            return False
        own = range(first, last + 1)
        return all(
            self._is_common(i) and not self._is_place_or_organisation(self._keys[i])
            for i in own
            if not self._words[i].is_function
        )

    def _last_capital(self, i: int) -> int:
        while i + 1 < len(self._words) and self._gap(i) == " " and self._is_capital(i + 1):
            i += 1
        return i

    # --- what of them is title, nation, name

    def _split(self, first: int, last: int) -> Iterator[_Run]:
        """The names in a run of capitals: "French President Emmanuel Macron" is France and Emmanuel Macron."""
        if " ".join(self._keys[first : last + 1]) in self._listed("organisations"):
            yield _Run(first, last)
            return
        titled = False
        start = i = first
        while i <= last:
            length = self._title_at(i, first, last)
            if not length:
                i += 1
                continue
            yield from self._named(_Run(start, i - 1, titled))
            i += length
            titled, start = True, i
        yield from self._named(_Run(start, last, titled))

    def _title_at(self, i: int, first: int, last: int) -> int:
        """How many words from i on are a title, not a part of the name itself: "Sheriff's Office", "General Hospital"."""
        if i > first and self._keys[last] in self._ends:
            return 0
        length = self._title_length(i, last)
        following = i + length
        if length and following <= last and (self._keys[following] in _NOT_AFTER_TITLE or self._keys[following] == "s"):
            return 0
        return length

    def _title_length(self, i: int, last: int | None = None) -> int:
        """How many words from i on are one title."""
        titles = self._listed("titles")
        end = len(self._words) - 1 if last is None else last
        for length in range(min(_TITLE_WORDS, end - i + 1), 0, -1):
            if " ".join(self._keys[i : i + length]) in titles:
                return length
        return 0

    def _named(self, run: _Run) -> Iterator[_Run]:
        """The names in a run without titles."""
        first, last = run.first, run.last
        while first <= last and (
            self._keys[first] in {"former", "ex", "late", "then"} or self._words[first].text == "the"
        ):
            first += 1
        while last >= first and self._keys[last] in _SUFFIXES:
            last -= 1
        if first > last or (first == last and self._keys[first] in _DIRECTIONS):
            return
        if last > first and self._stands_apart(first, last):
            yield _Run(first, first)
            first += 1
        yield _Run(first, last, run.is_titled)

    def _stands_apart(self, i: int, last: int) -> bool:
        """Whether the first word is no part of the name after it: "Tunisian Olfa Bent Souayah", "French-Tunisian"."""
        key, following = self._keys[i], self._keys[i + 1]
        nation = self._listed("countries").get(key, key) != key
        if nation and (self._gap(i) == "-" or following in self._listed("countries")):
            return True
        outlet = key in self._listed("organisations")
        if not (nation or outlet) or following in self._listed("places"):
            return False
        if following in self._listed("given_names"):
            return True
        return nation and not self._is_common(i + 1) and self._keys[last] not in self._ends

    # --- what they are

    def _name(self, run: _Run) -> Name:
        first = self._with_ordinal(run.first) if run.first == run.last else run.first
        span = Span(self._words[first].span.start, self._words[run.last].span.end)
        key = " ".join(self._keys[first : run.last + 1])
        kind, key = self._known_entity(run, key) or (self._kind(run), key)
        return Name(aspect=Aspect.PLACE if kind is NameKind.PLACE else Aspect.NAME, span=span, value=key, kind=kind)

    def _with_ordinal(self, i: int) -> int:
        """Where a street begins that has a number: "25th Avenue"."""
        if self._ends.get(self._keys[i]) != "street" or i < 2 or self._gap(i - 1) != " ":  # noqa: PLR2004
            return i
        is_ordinal = self._keys[i - 1] in {"st", "nd", "rd", "th"} and self._keys[i - 2].isdigit()
        return i - 2 if is_ordinal and not self._gap(i - 2) else i

    def _known_entity(self, run: _Run, key: str) -> tuple[NameKind, str] | None:
        if run.first == run.last and self._is_surname(key) and not self._is_in_place(run):
            return NameKind.PERSON, key
        for name in ("countries", "places", "states"):
            if key in self._listed(name):
                return NameKind.PLACE, self._lexicon.lists[name][key]
        if key in self._listed("organisations"):
            return NameKind.ORGANISATION, self._lexicon.lists["organisations"][key]
        return None

    def _is_in_place(self, run: _Run) -> bool:
        """Whether a preposition of place stands before the name."""
        before = self._keys[run.first - 1] if run.first else ""
        return before in _PLACE_PREPOSITIONS and self._gap(run.first - 1) == " "

    def _kind(self, run: _Run) -> NameKind:
        keys = self._keys[run.first : run.last + 1]
        if run.is_titled:
            return NameKind.PERSON
        ending = self._ends.get(keys[-1])
        if ending and (len(keys) > 1 or ending == "organisation"):
            return NameKind.ORGANISATION if ending == "organisation" else NameKind.PLACE
        if keys[0] in self._listed("given_names"):
            return NameKind.PERSON
        if len(keys) > 1 and keys[0] in self._listed("name_heads"):
            return NameKind.ORGANISATION
        if len(keys) == 1 and self._is_acronym(run.first):
            return NameKind.ORGANISATION
        return self._kind_by_place(run)

    def _kind_by_place(self, run: _Run) -> NameKind:
        if self._is_in_place(run):
            return NameKind.PLACE
        if all(map(self._is_common, range(run.first, run.last + 1))):
            return NameKind.OTHER
        gap = self._gap(run.last)
        following = self._words[run.last + 1] if run.last + 1 < len(self._words) else None
        if following is None:
            return NameKind.OTHER
        if gap == " " and following.lemma in self._listed("saying") and following.text[0].islower():
            return NameKind.PERSON
        has_age = gap == ", " and following.text.isdecimal() and 0 < int(following.text) <= _OLDEST
        return NameKind.PERSON if has_age else NameKind.OTHER
