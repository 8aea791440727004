"""Which noun phrases of two claims fill one slot: "treated for a stroke" and "treated for a heart attack"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterpoint.engine.clauses import SAYING, Predicate
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.comparators.slots import SYNONYMS, key, predicates_of, sameness
from counterpoint.engine.details import Name, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.verbs import OPENERS, PREPOSITIONS, is_manner
from counterpoint.engine.words import Word

Place = tuple[int, int]  # first and last word

DOER, UNDERGOER, IS, ALSO = "doer", "undergoer", "is", "also"
#: Between the words of one noun phrase.
_JOINTS = frozenset({"", "-", ".", "‑"})
_SKIPPED = frozenset(str.split("the a an his her its their our my your this that these those own one's"))
_GENITIVES = frozenset({"'", "’"})
#: Prepositions that put a thing somewhere: "on the bridge", "in the tunnel".
_PLACED = frozenset(str.split("in at on inside"))
_COMING = frozenset({"will", "would", "shall", "'ll", "ll", "to"})
BESIDE = frozenset(str.split("next near close opposite adjacent"))
_UNKNOWN = 0.7  # nothing else is told of it that could tell two acts apart


@dataclass(frozen=True, slots=True)
class Filler:
    """A noun phrase and the slot that it fills.

    `words` stand in text order, the head last. `relation` is DOER or UNDERGOER of the act, IS the complement of "be",
    ALSO what stands between commas after another noun, or the preposition before the phrase; `noun` is the key of the
    noun that a preposition or comma hangs it on, "" where it hangs on the act alone.
    """

    words: tuple[Word, ...]
    relation: str
    act: Predicate | None
    noun: str = ""

    @property
    def head(self) -> Word:
        return self.words[-1]

    @property
    def span(self) -> Span:
        return self.words[0].span.joined(self.words[-1].span)


@once
def fillers_of(side: Side, lexicon: Lexicon) -> tuple[Filler, ...]:
    """The noun phrases of the claim that fill a slot, in text order; times are none."""
    return tuple(_Reader(side, lexicon).fillers())


class _Reader:
    """One claim being read for noun phrases. Words are spoken of by their place in it."""

    def __init__(self, side: Side, lexicon: Lexicon) -> None:
        self._side = side
        self._words = side.words
        self._lower = [word.text.lower() for word in side.words]
        self._acts = predicates_of(side, lexicon)
        self._times = [detail.span for detail in side.details if isinstance(detail, Time)]
        self._names = [detail.span for detail in side.details if isinstance(detail, Name)]
        self._is_open = [self._opens(word, lexicon) for word in side.words]

    def _opens(self, word: Word, lexicon: Lexicon) -> bool:
        """Whether the word can be of a noun phrase."""
        lower = word.text.lower()
        if any(span.contains(word.span) for span in self._names):
            return True
        if word.is_function or lower in PREPOSITIONS or lower in OPENERS or is_manner(lower, lexicon):
            return False
        return not any(act.main == word.span and not act.is_copula for act in self._acts)

    def _gap(self, i: int) -> str:
        return self._side.text[self._words[i - 1].span.end : self._words[i].span.start].strip() if i else ""

    def _phrases(self) -> Iterator[tuple[int, int]]:
        """First and last word of each noun phrase."""
        start = None
        for i in range(len(self._words) + 1):
            goes_on = i < len(self._words) and self._is_open[i]
            if start is not None and (not goes_on or self._gap(i) not in _JOINTS):
                yield start, i - 1
                start = None
            if goes_on and start is None:
                start = i

    def fillers(self) -> Iterator[Filler]:
        before = owner = None
        for first, last in self._phrases():
            if self._lower[last + 1 : last + 2] == ["s"] and self._gap(last + 1) in _GENITIVES:
                owner = owner or (first, last)  # "the bank's chairman": who owns it is told of with what is owned
                continue
            if not any(span.overlaps(self._words[last].span) for span in self._times):
                filler = self._filler((first, last), owner, before)
                if filler:
                    yield filler
                before = first, last
            owner = None

    def _filler(self, phrase: Place, owner: Place | None, before: Place | None) -> Filler | None:
        first, last = phrase
        words = self._words[first : last + 1]
        at = (owner[0] if owner else first) - 1
        while at >= 0 and self._lower[at] in _SKIPPED and not self._gap(at + 1):
            at -= 1
        stands_by = before is not None and before[1] == at
        if at >= 0 and self._lower[at] in PREPOSITIONS and not self._gap(at + 1):
            return self._after_preposition(words, at, before)
        relation, act = next(((r, act) for act in self._acts if (r := _relation(act, words))), ("", None))
        if relation:
            return Filler(words, relation, act)
        if before and stands_by and self._gap(at + 1) == ",":
            return Filler(words, ALSO, None, self._key(before[1]))
        return None

    def _after_preposition(self, words: tuple[Word, ...], at: int, before: Place | None) -> Filler:
        preposition = self._lower[at]
        act = next((act for act in reversed(self._acts) if act.span.end <= self._words[at].span.start), None)
        hangs_on = before[1] if before and before[1] == at - 1 else None
        if act and preposition == "by" and act.is_passive and hangs_on is None:
            return Filler(words, DOER, act)
        return Filler(words, preposition, act, "" if hangs_on is None else self._key(hangs_on))

    def _key(self, i: int) -> str:
        return key(self._words[i], self._side)


def _relation(act: Predicate, words: Sequence[Word]) -> str:
    """What the phrase is to the act, "" where it is none of the act's own."""
    if act.is_copula and act.main == words[-1].span:
        return IS
    heads = (act.subject[:1], act.objects[:1], act.agents[:1])
    subject, direct, agent = (bool(head) and head[0] in words for head in heads)
    if subject:
        return UNDERGOER if act.is_passive else DOER
    if direct and act.is_copula:
        return IS  # "is the victim's nephew"
    if direct and act.verb not in SAYING:
        return "" if act.is_passive else UNDERGOER
    return DOER if agent else ""


def share_slot(x: Filler, y: Filler, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely two phrases fill one slot of one act or thing: 1 where all else that both tell of it is the same."""
    if x.relation != y.relation and not {x.relation, y.relation} <= _PLACED:
        return 0.0
    if x.noun in BESIDE or y.noun in BESIDE:
        return 0.0  # a house is next to a church and next to a school
    if x.relation == IS:
        return sameness(x.act.subject, y.act.subject, sides, lexicon) if x.act and y.act else 0.0
    is_one_act = are_one_act(x, y, lexicon)
    if x.noun and y.noun and lexicon.kinship(x.noun, y.noun) >= SYNONYMS:
        return _fit(x, y, sides, lexicon) if is_one_act else _UNKNOWN
    if not is_one_act or x.relation in {ALSO, "of"}:
        return 0.0
    return _fit(x, y, sides, lexicon)


def are_one_act(x: Filler, y: Filler, lexicon: Lexicon) -> bool:
    """Whether the phrases hang on acts that may be one by their verbs: both done or both to come, or both denied."""
    if x.act is None or y.act is None or lexicon.kinship(x.act.verb, y.act.verb) < SYNONYMS:
        return False
    return bool(x.act.negation) == bool(y.act.negation) and not _are_of_two_times(x.act, y.act)


def _are_of_two_times(p: Predicate, q: Predicate) -> bool:
    """Whether one is to come and the other done: "will be held", "was held"."""
    coming = [bool(_COMING & set(act.auxiliary.split())) for act in (p, q)]
    return coming[0] != coming[1] and (p.is_past or q.is_past)


def _fit(x: Filler, y: Filler, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How well all else fits that both tell of the act."""
    if x.act is None or y.act is None:
        return _UNKNOWN
    known = [
        sameness(ours, theirs, sides, lexicon)
        for relation, ours, theirs in (
            (DOER, x.act.doers, y.act.doers),
            (UNDERGOER, x.act.undergoers, y.act.undergoers),
        )
        if relation != x.relation and ours and theirs
    ]
    others = _circumstances(x, sides[0], lexicon), _circumstances(y, sides[1], lexicon)
    for relation, filler in others[0].items():
        other = others[1].get(relation)
        if other:
            known.append(0.0 if _differ_in_numbers(filler, other) else _alike(filler, other, sides, lexicon))
    if not known:
        return _UNKNOWN
    return 0.0 if min(known) == 0 else max(known)


def _alike(x: Filler, y: Filler, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    return sameness(x.words[::-1], y.words[::-1], sides, lexicon)


def _differ_in_numbers(x: Filler, y: Filler) -> bool:
    """Whether other numbers stand in the phrases: "the 100 metres" and "the 200 metres"."""
    ours, theirs = ([word.text for word in filler.words if word.text[0].isdigit()] for filler in (x, y))
    return bool(ours and theirs) and ours != theirs


def _circumstances(filler: Filler, side: Side, lexicon: Lexicon) -> dict[str, Filler]:
    """What else hangs on the filler's act or on the filler, by preposition; the first only."""
    found: dict[str, Filler] = {}
    befallen = filler.act.undergoers[:1] if filler.act else ()
    held = {"", *(key(word, side) for word in (filler.head, *befallen))}
    for other in fillers_of(side, lexicon):
        if other.act is filler.act and other.relation in PREPOSITIONS and other.noun in held and other != filler:
            found.setdefault(other.relation, other)
    found.pop(filler.relation, None)
    return found
