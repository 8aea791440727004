"""Proper names: who and what a text speaks of, and which names of several texts mean one entity."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterpoint.engine.details import Aspect, Name, NameKind
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.naming.capitals import Capitals
from counterpoint.engine.naming.entities import Entities
from counterpoint.engine.naming.evidence import NO_EVIDENCE, NameEvidence, find_name_evidence, folded
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import Word

__all__ = ["NameEvidence", "find_name_evidence", "find_names", "folded", "link_names"]

#: A title that is a part of a name when one of these follows: "General Hospital", "Major League".
_NOT_AFTER_TITLE = frozenset(str.split("hospital league motors electric assembly court mills council secretary strike"))
_PLACE_PREPOSITIONS = frozenset(str.split("in at near from outside into across around throughout toward towards"))
_DIRECTIONS = frozenset(
    str.split("north south east west northern southern eastern western northeast northwest southeast southwest")
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "former"})
_OLDEST = 110  # years; "Smith, 34," is a person
#: What the entries of the list of endings mean.
_KINDS = {
    "organisation": NameKind.ORGANISATION,
    "place": NameKind.PLACE,
    "street": NameKind.PLACE,
    "event": NameKind.OTHER,
}


def find_names(
    text: str, span: Span, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence = NO_EVIDENCE
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


@dataclass(slots=True)
class _Run:
    """Indices [first, last] of words that stand together as a name, and whether a title stands before them."""

    first: int
    last: int
    is_titled: bool = False


class _Sentence:
    """One sentence being read for names."""

    def __init__(self, text: str, words: Sequence[Word], lexicon: Lexicon, evidence: NameEvidence) -> None:
        self._capitals = Capitals(text, words, lexicon, evidence)
        self._words = words
        self._keys = self._capitals.keys
        self._gap = self._capitals.gap
        self._listed = self._capitals.listed
        self._lexicon = lexicon
        self._alone = evidence.alone
        self._ends = self._listed("name_endings")

    def names(self) -> Iterator[Name]:
        i = 0
        while i < len(self._words):
            if not self._capitals.begins(i):
                i += 1
                continue
            last = self._capitals.run_end(i)
            for run in self._split(i, last):
                yield self._name(run)
            i = last + 1

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
            if not (start == i - 1 and self._keys[start] in self._ends):  # "Police Sgt.", "Zoo Director"
                yield from self._named(_Run(start, i - 1, titled))
            i += length
            titled, start = True, i
        yield from self._named(_Run(start, last, titled))

    def _title_at(self, i: int, first: int, last: int) -> int:
        """How many words from i on are a title, none where they are of the name: "Sheriff's Office"."""
        if i > first and self._keys[last] in self._ends:
            return 0
        length = self._capitals.title_length(i, last)
        following = i + length
        if length and following <= last and (self._keys[following] in _NOT_AFTER_TITLE or self._keys[following] == "s"):
            return 0
        return length

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
        if self._is_trade(first, last):
            first, run.is_titled = first + 1, True
        apart = self._apart(first, last)
        if apart:
            yield _Run(first, first + apart - 1)
        yield _Run(first + apart, last, run.is_titled)

    def _apart(self, first: int, last: int) -> int:
        """How many words are no part of the name after them: "Tunisian Slim Ayachi", "Reuters Richard Smith"."""
        if first == last:
            return 0
        key, following = self._keys[first], self._keys[first + 1]
        countries, given = self._listed("countries"), self._listed("given_names")
        is_nation = countries.get(key, key) != key
        if is_nation and (self._gap(first) == "-" or following in countries):
            return 1
        is_ended = self._keys[last] in self._ends
        if countries.get(following, following) != following and self._capitals.is_place_or_organisation(key):
            return 0 if f"{key} {following}" in countries else 1  # "the London Russian embassy"
        if is_nation and not is_ended and not all(map(self._capitals.is_common, (first + 1, last))):
            return 0 if following in self._listed("places") else 1
        for i in range(first + 1, last):
            if self._keys[i] in given and key not in given:
                before = " ".join(self._keys[first:i])
                if self._capitals.is_place_or_organisation(before) or (
                    i == first + 1 and not is_ended and key in self._alone
                ):
                    return i - first
        return 0

    def _is_trade(self, first: int, last: int) -> bool:
        """Whether the first word is a common noun for a person before two of a name: "Striker Jamal Okoro"."""
        if last - first < 2 or self._keys[last] in self._ends or self._keys[first] in self._listed("given_names"):  # noqa: PLR2004
            return False
        is_person = self._lexicon.category(self._words[first].lemma) == "person"
        return is_person and not self._capitals.is_common(first + 1)

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
        if run.first == run.last and self._capitals.is_surname(key) and not self._is_in_place(run):
            return NameKind.PERSON, key
        for name in ("countries", "places", "states"):
            if key in self._listed(name):
                return NameKind.PLACE, self._listed(name)[key]
        if key in self._listed("organisations"):
            return NameKind.ORGANISATION, self._listed("organisations")[key]
        return None

    def _is_in_place(self, run: _Run) -> bool:
        """Whether a preposition of place stands before the name."""
        before = self._keys[run.first - 1] if run.first else ""
        return before in _PLACE_PREPOSITIONS and self._gap(run.first - 1) == " "

    def _kind(self, run: _Run) -> NameKind:
        keys = self._keys[run.first : run.last + 1]
        if run.is_titled:
            return NameKind.PERSON
        ending = self._ends.get(keys[-1], "")
        if ending and (len(keys) > 1 or ending == "organisation"):
            return _KINDS[ending]
        if len(keys) == 1:
            return self._kind_alone(run)
        if keys[0] in self._listed("given_names") or self._has_age(run):
            return NameKind.PERSON
        if keys[0] in self._listed("name_heads") or self._is_outlet(run.first):
            return NameKind.ORGANISATION
        return NameKind.PLACE if self._is_in_place(run) else self._kind_of_strangers(run)

    def _is_outlet(self, i: int) -> bool:
        return self._keys[i] in self._listed("organisations") or (
            self._capitals.is_acronym(i) and len(self._keys[i]) > 1
        )

    def _kind_of_strangers(self, run: _Run) -> NameKind:
        """A person where no dictionary has any of the words: "Rashid Benali"."""
        own = range(run.first, run.last + 1)
        is_strange = not any(self._capitals.is_common(i) or not self._keys[i][0].isalpha() for i in own)
        return (
            NameKind.PERSON
            if is_strange and not self._capitals.is_place_or_organisation(self._keys[run.first])
            else NameKind.OTHER
        )

    def _kind_alone(self, run: _Run) -> NameKind:
        """What a single word names."""
        key = self._keys[run.first]
        if self._is_in_place(run) or self._is_before_state(run):
            return NameKind.PLACE
        if key in self._listed("given_names") or self._capitals.is_surname(key) or self._has_age(run):
            return NameKind.PERSON
        return NameKind.ORGANISATION if self._capitals.is_acronym(run.first) else NameKind.OTHER

    def _has_age(self, run: _Run) -> bool:
        """Whether an age stands after the name: "Smith, 34, died"."""
        if self._gap(run.last) != ", ":
            return False
        following = self._words[run.last + 1].text
        return following.isdecimal() and 0 < int(following) <= _OLDEST

    def _is_before_state(self, run: _Run) -> bool:
        """Whether a state stands after the town: "MILTON, Wash."."""
        return self._gap(run.last) == ", " and self._keys[run.last + 1] in self._listed("states")
