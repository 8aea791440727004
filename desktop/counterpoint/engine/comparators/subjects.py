"""Whether two quantities are of the same thing: the counted nouns, what befell those counted, and the words around."""

import re
from collections.abc import Iterable
from functools import lru_cache

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Detail, Kind, Quantity, Time
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.passages import Span

SYNONYMS = 0.9
KINDS = 0.7  # one noun is a kind of the other
_PEOPLE = 0.6  # "people" and "women": one may be a part of the other
_UNNAMED = 0.55  # no noun on one side
_NEARNESS = ((0.7, 1.0), (0.5, 0.9), (0.3, 0.75), (0.15, 0.55), (0.0, 0.35))
_NEAR = 60  # code points to either side that tell what a number is about

#: Fates of which one may be told for the other. Charged people were arrested, hurt people were shot ...
_AKIN_FATES = {
    frozenset(pair.split())
    for pair in (
        "shot injured", "shot dead", "shot hospitalised", "injured hospitalised", "freed rescued", "abducted missing",
        "arrested charged", "arrested jailed", "convicted jailed", "stabbed injured", "stabbed dead", "burned injured",
        "burned dead", "evacuated displaced", "evacuated rescued", "displaced homeless", "trapped rescued", "charged convicted",
    )
}  # fmt: skip
_PART_BEFORE = re.compile(
    r"\b(?:including|among them|among whom|of whom|of them|of which|one of|among those|along with)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NAMED_AFTER = re.compile(r",?\s(?:\w+\s)?(?:named |called |identified as )?(?:[A-Z][\w.'’-]*\s)*")
_NAMED_BEFORE = re.compile(r",?\s(?:is |was )?(?:an? |the )?")
_LATER = re.compile(
    r"\b(?:r[io]se|risen|rises|rising|climb(?:ed|s|ing)?|jump(?:ed|s)|increase[ds]?|grown|grew|went up|gone up|soar(?:ed|s)?"
    r"|revised|raised|updated|passes|passed|surpass(?:ed|es)?|tops|hits|now)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:initial(?:ly)?|at first|first reported|earlier|originally|preliminary|previously|before)\b", re.IGNORECASE
)


def sameness(a: Quantity, b: Quantity, sides: tuple[Side, Side], lexicon: Lexicon) -> float:
    """How surely (0 to 1) both quantities are of the same thing; 0 where they can't be compared."""
    if a.kind is not b.kind or a.unit != b.unit:
        return 0.0
    around = context(a, b, sides)
    if a.kind is Kind.AGE:
        if _is_elsewhere(a, b, sides[1]) or _is_elsewhere(b, a, sides[0]):
            return 0.0
        return _bearers(a, b, lexicon) * (0.5 + 0.5 * around)
    nouns = _nouns(a.noun, b.noun, lexicon)
    if a.kind is Kind.COUNT:
        fates = _fates(a.fate, b.fate)
        return nouns * fates * _modifiers(a, b, lexicon) * (0.5 + 0.5 * around)
    if a.kind is Kind.ORDINAL:
        return nouns * around if nouns >= SYNONYMS and min(a.low, b.low) > 1 else 0.0
    if a.noun and b.noun and not nouns:
        return 0.0
    return around * (1.0 if a.noun and b.noun else 0.85)


def nearness(a: Quantity, b: Quantity) -> float:
    """How likely two different numbers are, by their sizes alone, to be of one thing: 35 and 31 are, 21 and 276 hardly."""
    small, large = sorted((max(a.low, 0.0) + a.high, max(b.low, 0.0) + b.high))
    if not small:
        return 0.9  # none against some
    share = small / large
    return next(weight for least, weight in _NEARNESS if share >= least)


def are_people(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people, "" where nothing is said included."""
    entry = lexicon.listed("counted", noun)
    return not noun or lexicon.category(entry or noun) == "person" or entry == "person" or noun in {"woman", "child"}


def is_general(noun: str, lexicon: Lexicon) -> bool:
    """Whether the noun counts people of any kind."""
    return not noun or lexicon.listed("counted", noun) == "person"


def kinship(a: str, b: str, lexicon: Lexicon) -> float:
    """How surely two counted nouns may stand for one another: 1 the same word, 0 other things."""
    if a == b:
        return 1.0
    entries = lexicon.listed("counted", a), lexicon.listed("counted", b)
    if entries[0] and entries[0] == entries[1]:
        return SYNONYMS
    if are_people(a, lexicon) and are_people(b, lexicon):
        if is_general(a, lexicon) or is_general(b, lexicon):
            return _PEOPLE
        known = lexicon.kinship(a, b)
        return known if known >= KINDS else 0.0
    known = max(lexicon.kinship(a, b), lexicon.kinship(entries[0] or a, entries[1] or b))
    return known if known >= KINDS else 0.0


def _nouns(a: str, b: str, lexicon: Lexicon) -> float:
    if a and b:
        return kinship(a, b, lexicon)
    return _UNNAMED


def _fates(a: str, b: str) -> float:
    if a == b:
        return 1.0 if a else 0.85
    if not a or not b:
        return 0.75
    return 0.7 if frozenset((a, b)) in _AKIN_FATES else 0.0


def _modifiers(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    ours, theirs = set(a.modifiers) - {"other", "more"}, set(b.modifiers) - {"other", "more"}
    is_part = ("other" in a.modifiers or a.noun == "other", "other" in b.modifiers or b.noun == "other")
    part = 1.0 if is_part[0] == is_part[1] else 0.7
    if any(lexicon.are_opposite(x, y) for x in ours for y in theirs):
        return 0.0
    if ours and theirs and not ours & theirs:
        return 0.5 * part
    return part if bool(ours) == bool(theirs) else 0.9 * part


def _bearers(a: Quantity, b: Quantity, lexicon: Lexicon) -> float:
    """Whether two ages may be one person's."""
    if a.noun == b.noun and a.noun:
        return 1.0
    named = _is_named(a.noun, lexicon), _is_named(b.noun, lexicon)
    if all(named):
        return 0.0
    if any(named) or not a.noun or not b.noun:
        return 0.55
    return max(0.0, kinship(a.noun, b.noun, lexicon))


def _is_elsewhere(one: Quantity, other: Quantity, side: Side) -> bool:
    """Whether the bearer of one age is somebody else than the bearer of the other age on the other side.

    "The singer posed with 21-year-old Ryan Doe" and "the 29-year-old singer posed with Doe" tell of two persons.
    """
    if not one.noun or one.noun == other.noun:
        return False
    for word in side.words:
        if word.text.lower() != one.noun or other.span.overlaps(word.span):
            continue
        is_after = word.span.start >= other.span.end
        between = (
            side.text[other.span.end : word.span.start] if is_after else side.text[word.span.end : other.span.start]
        )
        if not (_NAMED_AFTER if is_after else _NAMED_BEFORE).fullmatch(between):
            return True
    return False


def _is_named(noun: str, lexicon: Lexicon) -> bool:
    """Whether the bearer of an age is a surname rather than a noun."""
    return bool(noun) and not lexicon.category(noun) and not lexicon.listed("counted", noun)


def is_part(quantity: Quantity, side: Side) -> bool:
    """Whether the words before say that those counted are some of others: "four, including two marshals"."""
    return bool(_PART_BEFORE.search(side.text, side.span.start, quantity.span.start))


def is_later(quantity: Quantity, side: Side) -> bool:
    """Whether the words say that the number has changed since: "rose to 85"."""
    start = max(side.span.start, quantity.span.start - 90)
    return bool(_LATER.search(side.text, start, min(side.span.end, quantity.span.end + 15)))


def is_earlier(quantity: Quantity, side: Side) -> bool:
    """Whether the words say that the number did not last: "at first 14"."""
    start = max(side.span.start, quantity.span.start - 60)
    return bool(_EARLIER.search(side.text, start, min(side.span.end, quantity.span.end + 30)))


def context(a: Detail, b: Detail, sides: tuple[Side, Side]) -> float:
    """How far (0 to 1) the words around two details are the same, those nearby counting most."""
    near = _overlap(_words_near(a, sides[0], _NEAR), _words_near(b, sides[1], _NEAR))
    far = _overlap(_words_near(a, sides[0], 10**9), _words_near(b, sides[1], 10**9))
    return min(1.0, 1.6 * max(near, far))


def _overlap(ours: set[str], theirs: set[str]) -> float:
    if not ours or not theirs:
        return 0.0
    return len(ours & theirs) / max(3, min(len(ours), len(theirs)))


def _words_near(detail: Detail, side: Side, reach: int) -> set[str]:
    start, end = detail.span.start - reach, detail.span.end + reach
    return {
        word.lemma
        for word in side.words
        if not word.is_function
        and start <= word.span.start
        and word.span.end <= end
        and not word.text[0].isdigit()
        and not detail.span.overlaps(word.span)
    } - _SAYING


_SAYING = frozenset("say tell report accord s announce add".split())
