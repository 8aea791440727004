"""Proper names: who and what a text speaks of, and which names of several texts mean one entity."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.entities import Entities
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import Word

_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep"
    " sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " mondays tuesdays wednesdays thursdays fridays saturdays sundays est edt pst pdt cst cdt gmt bst utc cet am pm".split()
)
#: Small words inside names of persons and places: "Ursula von der Leyen", "Bart de Wever", "Promenade des Anglais".
_PARTICLES = frozenset(
    "van von der den de la le les du des da di del della dos das bin bint ibn al el ben ter y zu af".split()
)
#: Words after which a name goes on over "of" or "for" even where a dictionary would not know: "Bank of England".
_HEADS = frozenset(
    "coalition department ministry university bureau bank house center centre council institute association committee"
    " foundation office board court church college school society commission agency league federation organization"
    " organisation confederation academy museum chamber district city town county state states republic kingdom isle gulf"
    " bay sea strait cape port mount lake river gate church temple hospital centers centres institutes party union front army"
    " movement brotherhood doctors people mothers alliance fund".split()
)
_ORGANISATIONS = frozenset(
    "inc corp corporation co company ltd llc plc gmbh ag university college school academy department dept police agency"
    " ministry office bureau council commission committee association foundation institute institution party union league"
    " federation organization organisation bank group times post news network army navy force forces team squad service"
    " services administration authority board court parliament senate congress assembly church club society alliance"
    " coalition movement front guard airlines airways motors press journal herald tribune magazine television radio unit"
    " division brigade task fund trust partners holdings industries systems zoo hospital clinic center centre".split()
)
_PLACES = frozenset(
    "street avenue road boulevard drive lane highway parkway way square plaza court st ave blvd rd dr pkwy hwy park beach"
    " island islands river lake bay sea ocean mountain mountains hills valley county city town village district province"
    " region peninsula coast bridge airport station harbor harbour port hotel motel inn casino resort restaurant bar"
    " nightclub palace stadium arena theater theatre mall desert forest canyon creek heights springs base cathedral strip"
    " garden gardens museum spaceport cosmodrome apartments monument tower towers terminal promenade".split()
)
#: A title that is really a part of a name when one of these follows: "General Hospital", "Major League".
_NOT_AFTER_TITLE = frozenset(
    "hospital league league's motors electric assembly court mills council secretary strike".split()
)
_PLACE_PREPOSITIONS = frozenset("in at near from outside inside across around throughout toward towards into".split())
_OPENING = frozenset('"“«‘:—–•')
_BREAKS = frozenset('"“”«»‘,;:!?()[]…/—–•|\n\t')


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What one whole source tells of its words: `small` are seen in lower case, `inner` are capitalised amid a sentence."""

    small: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()


def folded(word: str) -> str:
    """The word in lower case without accents and points: "Élysée" -> "elysee", "U.S." -> "us"."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word.replace("’", "'")) if not unicodedata.combining(c))
        word = word.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("Ø", "O").replace("ß", "ss")
    return word.lower().replace(".", "")


def find_name_evidence(text: str, sentences: Iterable[Sequence[Word]]) -> NameEvidence:
    """What the source's sentences tell of which words are names; headlines in capitals tell nothing."""
    small: set[str] = set()
    inner: set[str] = set()
    for words in sentences:
        if is_headline_case(text, words):
            continue
        for i, word in enumerate(words):
            if word.text[0].islower():
                small.add(folded(word.text))
            elif word.text[0].isupper() and not _opens(text, words, i):
                inner.add(folded(word.text))
    return NameEvidence(frozenset(small), frozenset(inner))


def is_headline_case(text: str, words: Sequence[Word]) -> bool:
    """Whether the sentence capitalises most of its words, so that capitals tell nothing. A list of names ends in a point."""
    if words and text[words[-1].span.end : words[-1].span.end + 1] == ".":
        return False
    content = [word for word in words[1:] if not word.is_function and word.text[0].isalpha() and len(word.text) > 1]
    if len(content) < 3:
        return False
    return sum(word.is_capitalised for word in content) >= 0.8 * len(content)


def find_names(
    text: str, span: Span, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence = NameEvidence()
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
    return not gap.isspace() and bool(_OPENING & set(gap) or (gap[:1] in {".", "?", "!"} and len(words[i - 1].text) > 5))


@dataclass(slots=True)
class _Run:
    """Indices [first, last] of words that stand together as a name, and what is known of it."""

    first: int
    last: int
    is_titled: bool = False


class _Sentence:
    """One sentence being read for names."""

    def __init__(self, text: str, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence) -> None:
        self._text = text
        self._words = words
        self._keys = [folded(word.text) for word in words]
        self._lists = lexicon.lists
        self._lexicon = lexicon
        self._evidence = evidence
        self._is_headline = is_headline_case(text, words)
        self._is_shouting = self._is_headline and all(w.text.isupper() for w in words if len(w.text) > 3)

    def names(self) -> Iterator[Name]:
        i = 0
        while i < len(self._words):
            if not self._is_candidate(i):
                i += 1
                continue
            last = self._run_end(i)
            for run in self._split(i, last):
                yield self._name(run)
            i = last + 1

    # --- where names are

    def _gap(self, i: int) -> str:
        """What stands between word i and the next."""
        return self._text[self._words[i].span.end : self._words[i + 1].span.start]

    def _is_candidate(self, i: int) -> bool:
        word, key = self._words[i], self._keys[i]
        first = word.text[0]
        if not first.isupper():
            return False
        if key in _CALENDAR and not self._is_person_like(i):
            return False
        if word.is_function or (len(word.text) == 1 and not self._is_initial(i)):
            return self._is_acronym(i) and key in self._listed("organisations")
        if self._is_headline:
            return self._is_known(key) or key in self._evidence.inner and key not in self._evidence.small
        if not _opens(self._text, self._words, i) or self._is_known(key) or self._is_acronym(i):
            return True
        if key in self._evidence.inner:
            return True
        if key in self._evidence.small or not self._is_unusual(word):
            return self._leads_name(i)
        return True

    def _is_person_like(self, i: int) -> bool:
        """ "May" and "April" are names only where a first name or a surname stands beside them."""
        before = i > 0 and self._gap(i - 1) == " " and self._keys[i - 1] in self._listed("given_names")
        after = i + 1 < len(self._words) and self._gap(i) == " " and self._words[i + 1].text[0].isupper()
        return before or (after and self._keys[i] in self._listed("given_names") and self._keys[i + 1] not in _CALENDAR)

    def _is_initial(self, i: int) -> bool:
        end = self._words[i].span.end
        return self._text[end : end + 1] == "." and self._words[i].text not in "I"

    def _is_acronym(self, i: int) -> bool:
        word = self._words[i].text
        return not self._is_shouting and 2 <= len(word.replace(".", "")) <= 6 and word.isupper()

    def _is_known(self, key: str) -> bool:
        lists = self._lists
        return any(key in lists.get(name, ()) for name in ("countries", "places", "organisations", "given_names")) or (
            len(key) > 3 and key in lists.get("states", ())
        )

    def _is_unusual(self, word: Word) -> bool:
        """Whether no dictionary has the word."""
        lower = word.text.lower()
        return word.lemma not in self._lexicon.words and lower not in self._lexicon.words

    def _leads_name(self, i: int) -> bool:
        """Whether a sentence's first word, a common one, begins a name or title that goes on: "Prime Minister Tusk"."""
        if i + 1 >= len(self._words) or self._gap(i) not in {" ", "-", ". "}:
            return False
        following = self._words[i + 1]
        if not following.text[0].isupper() or following.is_function or self._keys[i + 1] in _CALENDAR:
            return False
        return self._keys[i] not in self._evidence.small or self._title_length(i) > 0

    def _listed(self, name: str) -> Mapping[str, str]:
        return self._lists.get(name, {})

    # --- how far they go

    def _run_end(self, first: int) -> int:
        last = first + max(1, self._title_length(first)) - 1
        while (step := self._step(first, last)) > 0:
            last += step
        return last

    def _step(self, first: int, last: int) -> int:
        """How many words further the name goes."""
        following = last + 1
        if following >= len(self._words):
            return 0
        gap = self._gap(last)
        joins = gap in {" ", "-", "‑", " & ", "\u00a0"} or (gap == ". " and self._is_abbreviation(last))
        if not joins:
            return 0
        if self._is_capital(following):
            return 1
        if gap == "-" and self._words[following].text[0].isdigit():
            return 1
        return self._joined_step(first, last)

    def _is_capital(self, i: int) -> bool:
        if self._is_headline:
            return self._is_candidate(i)
        word = self._words[i]
        if not word.text[0].isupper() or (word.is_function and not self._keys[i] in _PARTICLES):
            return False
        if len(word.text) == 1:
            return self._is_initial(i) or (i > 0 and self._gap(i - 1) in {"-", " & "})
        return self._keys[i] not in _CALENDAR or self._is_person_like(i)

    def _is_abbreviation(self, i: int) -> bool:
        return (
            len(self._keys[i]) == 1
            or (len(self._keys[i]) <= 5 and self._keys[i] in self._listed("titles"))
            or (self._keys[i] in {"st", "ste", "mt", "ft", "jr", "sr"})
        )

    def _joined_step(self, first: int, last: int) -> int:
        """The step over small words within a name: particles, "of the", "and" where such a name has them."""
        i = last + 1
        while (
            i < len(self._words) - 1
            and self._words[i].text[0].islower()
            and i - last <= 3
            and self._gap(i) in {" ", "-"}
        ):
            i += 1
        if i >= len(self._words) or i == last + 1 or not self._is_capital(i):
            return 0
        between = self._keys[last + 1 : i]
        if all(word in _PARTICLES for word in between):
            return i - last
        phrase = " ".join(between)
        if phrase in {"of", "of the", "for", "for the"}:
            return i - last if self._goes_on(first, last, phrase) else 0
        if phrase == "and" and i + 1 <= self._last_capital(i):
            return i - last if self._ands(first, last, i) else 0
        return 0

    def _goes_on(self, first: int, last: int, phrase: str) -> bool:
        if self._title_length(first) == last - first + 1 or self._is_headline:
            return False
        key = self._keys[last]
        if key in _HEADS:
            return True
        return (
            phrase.startswith("of")
            and first == last
            and not self._is_known(key)
            and not self._is_unusual(self._words[last])
        )

    def _ands(self, first: int, last: int, following: int) -> bool:
        """ "Food and Drug Administration", "Department of Health and Human Services"; not "France and United Nations"."""
        end = self._last_capital(following)
        if self._keys[end] not in _ORGANISATIONS or self._keys[last] in _ORGANISATIONS:
            return False
        return not self._is_known(self._keys[last]) and not self._is_unusual(self._words[last]) and first >= last - 3

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
            length = 0 if self._keys[last] in _ORGANISATIONS | _PLACES and i > first else self._title_length(i, last)
            if length and i + length <= last and self._keys[i + length] in _NOT_AFTER_TITLE:
                length = 0
            if not length:
                i += 1
                continue
            yield from self._named(start, i - 1, titled)
            i += length
            titled, start = True, i
        yield from self._named(start, last, titled)

    def _title_length(self, i: int, last: int | None = None) -> int:
        """How many words from i on are one title."""
        titles = self._listed("titles")
        end = len(self._words) - 1 if last is None else last
        for length in range(min(5, end - i + 1), 0, -1):
            if " ".join(self._keys[i : i + length]) in titles:
                return length
        return 0

    def _named(self, first: int, last: int, titled: bool) -> Iterator[_Run]:  # noqa: FBT001
        while first <= last and self._keys[first] in {"former", "ex", "the", "late"}:
            first += 1
        while last >= first and self._keys[last] in {"jr", "sr", "ii", "iii", "former"}:
            last -= 1
        if first > last:
            return
        if last > first and self._is_nation_before_person(first):
            yield _Run(first, first)
            first += 1
        yield _Run(first, last, titled)

    def _is_nation_before_person(self, i: int) -> bool:
        key = self._keys[i]
        return self._listed("countries").get(key, key) != key and self._keys[i + 1] in self._listed("given_names")

    # --- what they are

    def _name(self, run: _Run) -> Name:
        words = self._words[run.first : run.last + 1]
        span = Span(words[0].span.start, words[-1].span.end)
        key = " ".join(self._keys[run.first : run.last + 1])
        known = self._known_entity(key)
        kind, key = known if known else (self._kind(run), key)
        return Name(aspect=Aspect.PLACE if kind is NameKind.PLACE else Aspect.NAME, span=span, value=key, kind=kind)

    def _known_entity(self, key: str) -> tuple[NameKind, str] | None:
        for name in ("countries", "places", "states"):
            if key in self._listed(name):
                return NameKind.PLACE, self._lists[name][key]
        if key in self._listed("organisations"):
            return NameKind.ORGANISATION, self._lists["organisations"][key]
        return None

    def _kind(self, run: _Run) -> NameKind:
        keys = self._keys[run.first : run.last + 1]
        if run.is_titled:
            return NameKind.PERSON
        if keys[-1] in _PLACES and len(keys) > 1:
            return NameKind.PLACE
        if keys[-1] in _ORGANISATIONS or keys[0] in _HEADS:
            return NameKind.ORGANISATION
        if keys[0] in self._listed("given_names"):
            return NameKind.PERSON
        if len(keys) == 1 and self._is_acronym(run.first):
            return NameKind.ORGANISATION
        return self._kind_by_place(run)

    def _kind_by_place(self, run: _Run) -> NameKind:
        before = self._keys[run.first - 1] if run.first else ""
        if before in _PLACE_PREPOSITIONS and self._gap(run.first - 1) == " ":
            return NameKind.PLACE
        if run.last + 1 < len(self._words):
            gap, following = self._gap(run.last), self._words[run.last + 1]
            if gap == " " and following.lemma in self._listed("saying") and following.text[0].islower():
                return NameKind.PERSON
            if gap == ", " and following.text.isdigit() and 1 <= int(following.text) <= 110:
                return NameKind.PERSON
        return NameKind.OTHER
