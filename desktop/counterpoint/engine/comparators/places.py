"""Where it was: two places, addresses, directions or parts of the body for one act."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from counterpoint.engine.clauses import Predicate
from counterpoint.engine.comparators.exchanges import size
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import (
    SYNONYMS,
    Contrast,
    contents,
    difference,
    fit,
    holding,
    key,
    predicates_of,
)
from counterpoint.engine.details import Aspect, Kind, Name, NameKind, Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

_AT = frozenset(str.split("in at inside outside on"))
_TOWARDS = frozenset(str.split("in at to from near"))
_ARTICLES = frozenset(str.split("the a an his her their its"))
#: Prepositions that exclude one another.
_EXCLUDING = frozenset({("inside", "outside"), ("outside", "inside"), ("in", "outside"), ("outside", "in")})
_DIRECTIONS = frozenset(
    str.split(
        "north south east west northern southern eastern western northeast northwest southeast southwest northeastern"
        " northwestern southeastern southwestern downtown central"
    )
)
_SIDES = (("left", "right"), ("upstairs", "downstairs"), ("northbound", "southbound"), ("eastbound", "westbound"))
_OPPOSITE_SIDES = frozenset(_SIDES) | frozenset((b, a) for a, b in _SIDES)
#: Verbs that say of a fire or a blast where it was first.
_HAPPENING = frozenset("happen occur begin start erupt originate ignite break".split())
_WOUNDS = frozenset(str.split("wound wounds shot hit struck stabbed injured injury injuries"))
_ADDRESS = re.compile(
    r"(?<!\b[Ii]n )(?<!\bof )(?<!\bby )(?<!\bsince )(?<!\d)"  # years
    r"(?P<number>\d[\d,]*)(?P<block>[- ]block of)? (?P<street>(?:[NSEW]\.? |(?:North|South|East|West) )?[A-Z][\w’'-]*"
    r"(?: [A-Z][\w’'-]*\.?){0,3})"
)
_STREET = re.compile(r"(?P<name>(?:[A-Z][\w’'-]*|\d+(?:st|nd|rd|th)) )(?P<type>[A-Z][a-z]+\b)")
_STREET_ENDING = "street"  # what the list of endings of names calls "road" and "avenue"
_ALIKE = 0.3  # share of common content from which two claims are about one thing
_LITTLE_ALIKE = 0.12  # the same where a street or a wound is told of besides
_ROUND = 100  # house numbers in one block, at least
_NEAR = 4  # words between a wound and the part of the body


@dataclass(frozen=True, slots=True)
class _Where:
    """A phrase of place: its preposition, the head of what follows it, the span of both, and the verb before it."""

    preposition: str
    head: Word
    span: Span
    predicate: Predicate

    @property
    def words(self) -> tuple[str, str]:
        return self.preposition, self.head.lemma


def compare_places(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Where the two put one thing at two places; places that both name are the names comparator's."""
    sides = (a, b)
    marked = [*_addresses(sides, lexicon), *_wounds(sides, lexicon)]
    vague = [*_directions(sides), *_opposite_sides(sides), *_phrases(sides, lexicon)]
    acts = (*_named(sides, lexicon), *_rooms(sides, lexicon))
    if not marked and not vague:
        return acts
    alike = _likeness(sides)
    return (*acts, *(marked if alike >= _LITTLE_ALIKE else ()), *(vague if alike >= _ALIKE else ()))


def _likeness(sides: tuple[Side, Side]) -> float:
    ours, theirs = contents(sides[0]), contents(sides[1])
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _kept(spans: tuple[Span, Span], sides: tuple[Side, Side], strength: float, why: str) -> Iterator[Finding]:
    finding = difference(Contrast(Aspect.PLACE, why), spans, sides, strength)
    if finding:
        yield finding


# --- addresses: "5000 block of Mill Road" / "5300 block of Mill Road"; "Larkin Avenue" / "Larkin Street"


def _addresses(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    endings = lexicon.lists.get("name_endings", {})
    if not all(_may_have_address(side, endings) for side in sides):
        return
    ours, theirs = (_numbered(side, endings) for side in sides)
    for street in sorted(ours.keys() & theirs.keys()):
        mine, other = ours[street], theirs[street]
        if not _may_be_one(mine, other):
            yield from _kept(
                (Span(*mine.span("number")), Span(*other.span("number"))), sides, 0.8, "two places on one street"
            )
    ours, theirs = (_streets(side, endings) for side in sides)
    for name in sorted(ours.keys() & theirs.keys()):
        types = lexicon.lemma(ours[name]["type"]), lexicon.lemma(theirs[name]["type"])
        if types[0] != types[1] and types[0][0] != types[1][0]:  # "Ave." is "Avenue"
            spans = Span(*ours[name].span()), Span(*theirs[name].span())
            yield from _kept(spans, sides, 0.6, "one street, two names")


@once
def _may_have_address(side: Side, endings: Mapping[str, str]) -> bool:
    return any(word.text[0].isdigit() or endings.get(word.text.lower()) == _STREET_ENDING for word in side.words)


@once
def _numbered(side: Side, endings: Mapping[str, str]) -> Mapping[str, re.Match[str]]:
    """Street -> where the claim gives a number or block on it; the first only."""
    found: dict[str, re.Match[str]] = {}
    for match in _ADDRESS.finditer(side.text, side.span.start, side.span.end):
        words = match["street"].lower().replace(".", "").split()
        end = next((i for i, word in enumerate(words) if i and endings.get(word) == _STREET_ENDING), 0)
        if end or match["block"]:
            found.setdefault(" ".join(words[: end or 1]), match)
    return found


def _may_be_one(a: re.Match[str], b: re.Match[str]) -> bool:
    """A house stands in its block: 5012 in the 5000 block, 43145 in the 43000 block."""
    numbers = int(a["number"].replace(",", "")), int(b["number"].replace(",", ""))
    if bool(a["block"]) == bool(b["block"]):
        return numbers[0] == numbers[1]
    block, house = numbers if a["block"] else numbers[::-1]
    size = _ROUND
    while block and block % (size * 10) == 0:
        size *= 10
    return block <= house < block + size


@once
def _streets(side: Side, endings: Mapping[str, str]) -> Mapping[str, re.Match[str]]:
    found: dict[str, re.Match[str]] = {}
    for match in _STREET.finditer(side.text, side.span.start, side.span.end):
        if endings.get(match["type"].lower()) == _STREET_ENDING:
            found.setdefault(match["name"].lower(), match)
    return found


# --- directions: "south Harrow" / "southwest Harrow"


def _directions(sides: tuple[Side, Side]) -> Iterator[Finding]:
    ours, theirs = (_directed(side) for side in sides)
    for what in sorted(ours.keys() & theirs.keys()):
        mine, others = ours[what], theirs[what]
        if not {word.lemma for word in mine} & {word.lemma for word in others}:
            yield from _kept((mine[0].span, others[0].span), sides, 0.6, "two directions from one place")


@once
def _directed(side: Side) -> Mapping[str, list[Word]]:
    """What a direction stands before -> the directions."""
    found: dict[str, list[Word]] = {}
    for word, following in pairwise(side.words):
        stands_by = side.text[word.span.end : following.span.start] in {" ", "-"} and not following.is_function
        if stands_by and word.text.lower() in _DIRECTIONS:
            found.setdefault(following.text.lower(), []).append(word)
    return found


def _opposite_sides(sides: tuple[Side, Side]) -> Iterator[Finding]:
    ours, theirs = (_followers(side) for side in sides)
    told = {(word.text.lower(), thing) for word, thing in ours} & {(word.text.lower(), thing) for word, thing in theirs}
    for mine, next_to_mine in ours:
        for other, next_to_other in theirs:
            if (mine.text.lower(), next_to_mine) in told or (other.text.lower(), next_to_other) in told:
                continue
            if (mine.text.lower(), other.text.lower()) in _OPPOSITE_SIDES and next_to_mine == next_to_other:
                yield from _kept((mine.span, other.span), sides, 0.8, "opposite sides")


@once
def _followers(side: Side) -> list[tuple[Word, str]]:
    words = {word for pair in _SIDES for word in pair}
    return [
        (word, side.words[i + 1].lemma if i + 1 < len(side.words) else "")
        for i, word in enumerate(side.words)
        if word.text.lower() in words
    ]


# --- wounds: "a gunshot wound to her left shoulder" / "a gunshot wound to the chest"


def _wounds(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    ours, theirs = (_wounded(side, lexicon) for side in sides)
    if len(ours) == 1 and len(theirs) == 1 and not any(_tells_of_several(side) for side in sides):
        (mine,), (other,) = ours, theirs
        wider = lexicon.listed("body", mine.lemma), lexicon.listed("body", other.lemma)
        if mine.lemma != other.lemma and wider[0] != other.lemma and wider[1] != mine.lemma:
            yield from _kept((mine.span, other.span), sides, 0.7, "not the same wound")


def _tells_of_several(side: Side) -> bool:
    """Whether the claim counts several: each victim has a wound of his own."""
    return any(isinstance(d, Quantity) and d.kind is Kind.COUNT and d.low > 1 for d in side.details)


@once
def _wounded(side: Side, lexicon: Lexicon) -> list[Word]:
    """The parts of the body that the claim says are hurt."""
    found: list[Word] = []
    last = -_NEAR
    for i, word in enumerate(side.words):
        if word.text.lower() in _WOUNDS:
            last = i
        elif (
            lexicon.category(word.lemma) == "body"
            and word.lemma != "body"
            and i - last <= _NEAR
            and not word.is_function
        ):
            between = {before.lemma for before in side.words[last + 1 : i]}
            found.extend([word] if between & {"in", "to", "on"} else [])
    return found


# --- phrases: "outside the motel" / "inside the room"


def _phrases(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    if not any(_is_outside(side) for side in sides):
        return
    ours, theirs = (_wheres(side, lexicon) for side in sides)
    told = {where.words for where in ours} & {where.words for where in theirs}
    for mine in (where for where in ours if where.words not in told):
        for other in (where for where in theirs if where.words not in told):
            excluding = (mine.preposition, other.preposition) in _EXCLUDING
            if excluding and _is_one_place((mine.head, other.head), sides, lexicon):
                together = _are_one_act(mine.predicate, other.predicate, sides, lexicon)
                if together:
                    yield from _kept((mine.span, other.span), sides, 0.8 * together, "not the same place")
                    return


@once
def _is_outside(side: Side) -> bool:
    return any(word.lemma == "outside" for word in side.words)


# --- rooms: "began in the engine room" / "started in the car deck"


def _rooms(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    """Two parts of a building for one act of one subject, neither part in both claims."""
    ours, theirs = (_housed(side, lexicon) for side in sides)
    if not ours or not theirs or {room for room, _ in ours} & {room for room, _ in theirs}:
        return
    for _, mine in ours:
        for _, other in theirs:
            acts = mine.predicate, other.predicate
            both_happen = {act.verb for act in acts} <= _HAPPENING
            together = fit(*acts, sides, lexicon) if both_happen else _are_one_act(*acts, sides, lexicon)
            if mine.preposition == other.preposition and together:
                yield from _kept((mine.span, other.span), sides, 0.8 * together, "not the same place")
                return


@once
def _housed(side: Side, lexicon: Lexicon) -> tuple[tuple[str, _Where], ...]:
    """The rooms that the claim puts something in, by the name that the list gives them."""
    found: list[tuple[str, _Where]] = []
    for where in _wheres(side, lexicon):
        words = where.span.of(side.text).lower().split()
        rooms = [lexicon.listed("rooms", " ".join(words[-length:])) for length in (2, 1)]
        found.extend((room, where) for room in filter(None, rooms[:1] if rooms[0] else rooms))
    return tuple(found)


def _is_one_place(heads: tuple[Word, Word], sides: tuple[Side, Side], lexicon: Lexicon) -> bool:
    """Whether one can be inside and outside of both: one thing, or two of which one may be a part of the other."""
    keys = key(heads[0], sides[0]), key(heads[1], sides[1])
    if keys[0] == keys[1] or lexicon.kinship(keys[0], keys[1]) >= SYNONYMS:
        return True
    are_common = keys == (heads[0].lemma, heads[1].lemma)
    return are_common and lexicon.category(keys[0]) == lexicon.category(keys[1]) == "artifact"


def _are_one_act(p: Predicate, q: Predicate, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    return fit(p, q, sides, lexicon) if lexicon.kinship(p.verb, q.verb) >= SYNONYMS else 0.0


@once
def _wheres(side: Side, lexicon: Lexicon) -> tuple[_Where, ...]:
    predicates = predicates_of(side, lexicon)
    found: list[_Where] = []
    for i, word in enumerate(side.words):
        before = [predicate for predicate in predicates if predicate.span.end <= word.span.start]
        if word.lemma in _AT and before:
            end = _phrase_end(side, i)
            if end > i:
                head = side.words[end]
                found.append(_Where(word.lemma, head, word.span.joined(head.span), before[-1]))
    return tuple(found)


def _phrase_end(side: Side, i: int) -> int:
    """The last word of the noun phrase that begins after word i; i where there is none."""
    end = i
    for k in range(i + 1, len(side.words)):
        word = side.words[k]
        gap = side.text[side.words[k - 1].span.end : word.span.start].strip(" '’-")
        if gap or (word.is_function and (end > i or word.lemma not in _ARTICLES)) or word.text.endswith("ly"):
            break
        if not word.is_function:
            end = k
    return end


# --- names: "was born in Naples" / "was born in Trieste"


def _named(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    """Two places of one size with one preposition at one act of the same people."""
    ours, theirs = _located(sides[0]), _located(sides[1])
    if not ours or not theirs:
        return
    ours = [place for place in ours if place[0].value not in _all_named(sides[1])]
    theirs = [place for place in theirs if place[0].value not in _all_named(sides[0])]
    acts = predicates_of(sides[0], lexicon), predicates_of(sides[1], lexicon)
    for mine, preposition in ours:
        for other, theirs_too in theirs:
            p, q = holding(acts[0], mine.span), holding(acts[1], other.span)
            if preposition != theirs_too or not p or not q or p.verb != q.verb or p.is_copula:
                continue
            if set(mine.value.split()) & set(other.value.split()):
                continue  # a part of the town
            if size(mine, lexicon) == size(other, lexicon) != "" and fit(p, q, sides, lexicon) >= SYNONYMS:
                yield from _kept((mine.span, other.span), sides, 0.7, "not the same place")
                return


@once
def _all_named(side: Side) -> frozenset[str]:
    return frozenset(detail.value for detail in side.details if isinstance(detail, Name))


@once
def _located(side: Side) -> list[tuple[Name, str]]:
    """The places that the claim names after a preposition, and the preposition."""
    found: list[tuple[Name, str]] = []
    for detail in side.details:
        if isinstance(detail, Name) and detail.kind is NameKind.PLACE:
            before = [word.lemma for word in side.words if word.span.end <= detail.span.start and word.lemma != "the"]
            found.extend([(detail, before[-1])] if before and before[-1] in _TOWARDS else [])
    return found
