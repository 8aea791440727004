"""What people are: one bearer with two roles, one relative in two relationships."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from counterpoint.engine.comparators.exchanges import neighbours
from counterpoint.engine.comparators.replacements import find_replaced
from counterpoint.engine.comparators.sides import Finding, Side, once
from counterpoint.engine.comparators.slots import KINDS, Contrast, agreement, contents, difference
from counterpoint.engine.details import Aspect, Attribution, Name, Title
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span
from counterpoint.engine.words import Word

#: Roles of which a person has one at a time; of other roles a person may have many.
_EXCLUSIVE = (
    frozenset(
        str.split(
            "trooper deputy detective inspector sergeant lieutenant captain major colonel general corporal"
            " private admiral commander sheriff"
        )
    ),
    frozenset(
        ["president", "vice president", "prime minister", "deputy prime minister", "chancellor", "king", "governor"]
    ),
    frozenset(str.split("wife husband fiance girlfriend boyfriend")),
    frozenset(
        str.split(
            "son stepson nephew grandson brother cousin uncle father stepfather grandfather son-in-law"
            " brother-in-law half-brother"
        )
    ),
    frozenset(
        str.split(
            "daughter stepdaughter niece granddaughter sister cousin aunt mother stepmother grandmother"
            " sister-in-law half-sister"
        )
    ),
    frozenset(str.split("friend neighbor roommate colleague classmate")),
)
#: Offices that are held in one place at a time; an envoy may be Trump's and Washington's.
_OFFICES = frozenset(
    str.split("president governor mayor chancellor king queen sheriff bishop archbishop senator ambassador")
)
_SECOND = frozenset({"deputy", "vice", "assistant", "associate", "lieutenant"})
#: Roles that take in others.
_GENERAL = frozenset(
    str.split("parent child sibling spouse partner twin friend minister leader official secretary officer agent")
)
_RETOLD = 0.7
_CERTAIN = 0.7  # strength from which two offices of one person can't both be hers
_FEWEST = 4  # other content words of one sentence told twice
_YEARS = re.compile(r",? (?:from|between|until|till|in|in the|during the) (?:1[89]|20)\d\d")
_SO_ALIKE = 0.7  # share of common content from which a role stands in the other's place
_ALIKE = 0.3  # share of common content from which two claims are about one thing


def compare_roles(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """The roles that both claims give one person, and those that differ: mayor and former mayor, wife and ex-wife."""
    ours, theirs = _titles(a), _titles(b)
    if not ours or not theirs:
        return tuple(_retold((a, b), lexicon))
    found = list(_agreements(ours, theirs, (a, b)))
    mine = [title for title in ours if not any(_is_same(title, other) for other in theirs)]
    others = [title for title in theirs if not any(_is_same(title, other) for other in ours)]
    for title in mine:
        for other in others:
            if title.bearer == other.bearer and not _may_be_one(title, other, (a, b)):
                found.extend(_difference(title, other, (a, b), lexicon, is_only=len(mine) == len(others) == 1))
    known = [finding.reason for finding in found if finding.reason.is_difference]
    found += [
        finding
        for finding in _retold((a, b), lexicon)
        if not any(finding.reason.a.overlaps(o.a) and finding.reason.b.overlaps(o.b) for o in known)
    ]
    return tuple(found)


def _retold(sides: tuple[Side, Side], lexicon: Lexicon) -> Iterator[Finding]:
    """One sentence told twice, of another relative or another office-holder."""
    for ours, theirs in find_replaced(*sides, fewest=_FEWEST):
        for name in ("relationships", "titles"):
            mine, other = (_listed(words, lexicon.lists.get(name, {})) for words in (ours, theirs))
            if not mine or not other or mine[0] == other[0] or {mine[0], other[0]} & _GENERAL:
                continue
            if lexicon.kinship(mine[0], other[0]) < KINDS and not _is_told(mine[0], sides[1]) | _is_told(
                other[0], sides[0]
            ):
                finding = difference(Contrast(Aspect.ROLE, "not the same role"), (mine[1], other[1]), sides, _RETOLD)
                if finding:
                    yield finding


def _listed(words: Sequence[Word], listed: Mapping[str, str]) -> tuple[str, Span] | None:
    """The last of the words that name a role: its normal form and its place."""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 3), end):
            value = listed.get(" ".join(word.text.lower() for word in words[start:end]))
            if value:
                return value, words[start].span.joined(words[end - 1].span)
    return None


def _is_told(role: str, side: Side) -> bool:
    return any(word.lemma == role for word in side.words) or any(title.value == role for title in _titles(side))


def _agreements(ours: Sequence[Title], theirs: Sequence[Title], sides: tuple[Side, Side]) -> Iterator[Finding]:
    for title in ours:
        same = next((other for other in theirs if _is_same(title, other)), None)
        if same:
            yield agreement(Aspect.ROLE, (title.span, same.span), sides, 0.5 if title.bearer else 0.3)


@once
def _titles(side: Side) -> tuple[Title, ...]:
    return tuple(detail for detail in side.details if isinstance(detail, Title))


def _is_same(a: Title, b: Title) -> bool:
    return (
        a.bearer == b.bearer
        and a.value == b.value
        and a.is_former == b.is_former
        and (a.of == b.of or not a.of or not b.of)
    )


def _difference(
    ours: Title, theirs: Title, sides: tuple[Side, Side], lexicon: Lexicon, *, is_only: bool
) -> Iterator[Finding]:
    strength = _strength(ours, theirs, sides, lexicon)
    alike = _likeness(sides) if strength == 0 or not ours.bearer else 1.0
    if ours.value != theirs.value and not ours.bearer and not _stand_alike(ours, theirs, sides):
        return
    if not strength and is_only and alike >= _SO_ALIKE and _are_exchanged(ours, theirs, lexicon):
        strength = 0.7
    if not strength or alike < _ALIKE:
        return
    spans = _smallest(ours.span, theirs.span, sides)
    contrast = Contrast(Aspect.ROLE, _reason(ours, theirs))
    finding = difference(contrast, spans, sides, strength * (0.6 + 0.4 * min(1.0, alike)))
    if finding:
        is_office = bool(ours.bearer) and ours.value not in lexicon.lists.get("relationships", {})
        yield replace(finding, is_personal=is_office and finding.strength >= _CERTAIN)


def _may_be_one(ours: Title, theirs: Title, sides: tuple[Side, Side]) -> bool:
    """Whether one role is the other told more fully or in the past, or is another person's who stands beside it."""
    if _is_over(ours, sides[0]) or _is_over(theirs, sides[1]):
        return True
    if not ours.bearer:
        spoken = [any(isinstance(d, Attribution) and d.span.overlaps(t.span) for d in side.details)
                  for t, side in zip((ours, theirs), sides, strict=True)]  # fmt: skip
        return all(spoken) or theirs.value == ours.of or ours.value == theirs.of
    shorter, longer = sorted((ours.value.split(), theirs.value.split()), key=len)
    is_fuller = len(shorter) < len(longer) and longer[-len(shorter) :] == shorter and longer[0] not in _SECOND
    return is_fuller and not any(ours.value in roles and theirs.value in roles for roles in _EXCLUSIVE)


def _is_over(title: Title, side: Side) -> bool:
    """Whether years after the role tell when it was held: "president from 1990 to 1994"."""
    return not title.is_former and bool(_YEARS.match(side.text, title.span.end, side.span.end))


def _are_exchanged(ours: Title, theirs: Title, lexicon: Lexicon) -> bool:
    """Whether one role can stand in the other's place: both are offices, or both relationships, and not akin."""
    lists = [lexicon.lists.get(name, {}) for name in ("titles", "relationships")]
    if ours.is_former != theirs.is_former or lexicon.kinship(ours.value, theirs.value) >= KINDS:
        return False
    return any(ours.value in roles and theirs.value in roles for roles in lists)


def _stand_alike(ours: Title, theirs: Title, sides: tuple[Side, Side]) -> bool:
    """Whether the same word stands before both roles, or after both."""
    beside = neighbours(ours.span, sides[0]), neighbours(theirs.span, sides[1])
    return any(mine and mine == other for mine, other in zip(*beside, strict=True))


def _strength(ours: Title, theirs: Title, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely the two roles exclude one another."""
    is_placed = not ours.of or not theirs.of or ours.of == theirs.of
    if ours.value == theirs.value:
        if ours.is_former != theirs.is_former:
            return 0.9 if is_placed and not _is_honorific(ours, theirs, sides) else 0.0
        return 0.6 if _are_two_offices(ours, theirs, sides) else 0.0
    if ours.is_former or theirs.is_former or not is_placed or lexicon.kinship(ours.value, theirs.value) >= KINDS:
        return 0.0
    are_two = _is_deputy_of(ours.value, theirs.value) or _is_deputy_of(theirs.value, ours.value)
    return 0.7 if are_two or any(ours.value in roles and theirs.value in roles for roles in _EXCLUSIVE) else 0.0


def _is_deputy_of(role: str, other: str) -> bool:
    second, _, whose = role.partition(" ")
    return second in _SECOND and whose == other


def _is_honorific(ours: Title, theirs: Title, sides: tuple[Side, Side]) -> bool:
    """Whether who is not called former only has the title before the name, where it is kept: "President Clinton"."""
    title, side = (ours, sides[0]) if theirs.is_former else (theirs, sides[1])
    return bool(title.bearer) and not title.of and title.span.of(side.text)[:1].isupper()


def _are_two_offices(ours: Title, theirs: Title, sides: tuple[Side, Side]) -> bool:
    """Whether one person is said to hold one office in two named places."""
    if not ours.bearer or ours.is_former or ours.value not in _OFFICES:
        return False
    named = [{d.value for d in side.details if isinstance(d, Name)} for side in sides]
    return ours.of in named[0] and theirs.of in named[1] and ours.of != theirs.of


def _reason(ours: Title, theirs: Title) -> str:
    if ours.is_former != theirs.is_former:
        return "one says that this is over"
    return "one person, two roles"


def _likeness(sides: tuple[Side, Side]) -> float:
    ours, theirs = contents(sides[0]), contents(sides[1])
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _smallest(a: Span, b: Span, sides: tuple[Side, Side]) -> tuple[Span, Span]:
    """The spans without what both roles are of: "former mayor" / "mayor" of "former mayor of Trieste"."""
    ours = [word for word in sides[0].words if a.contains(word.span)]
    theirs = [word for word in sides[1].words if b.contains(word.span)]
    while _has_of(ours) and _has_of(theirs) and ours[-1].lemma == theirs[-1].lemma:
        ours, theirs = ours[:-1], theirs[:-1]
    return _span(ours, a), _span(theirs, b)


def _has_of(words: Sequence[Word]) -> bool:
    return any(word.lemma in {"of", "for"} for word in words[1:])


def _span(words: Sequence[Word], instead: Span) -> Span:
    return words[0].span.joined(words[-1].span) if words else instead
