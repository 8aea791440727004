"""Two texts read as claims, and what a comparator says of them, for the tests of what compares claims."""

from collections.abc import Callable

from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.readings import link_readings, read_as_claim
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text

Comparator = Callable[[Side, Side, Lexicon], tuple[Finding, ...]]


def read_sides(a: str, b: str, lexicon: Lexicon) -> tuple[Side, Side]:
    """Two texts, each one claim of an account of its own, read and linked as the pipeline does it."""
    sources = [Source(SourceId(name), canonical_text(text).text) for name, text in (("a", a), ("b", b))]
    ours, theirs = link_readings([read_as_claim(source, lexicon) for source in sources], lexicon)
    return ours.sides[0], theirs.sides[0]


def differences(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The words of both texts that each difference points at."""
    return _words(compare, read_sides(a, b, lexicon), lexicon, is_difference=True)


def agreements(compare: Comparator, a: str, b: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The words of both texts that each agreement points at."""
    return _words(compare, read_sides(a, b, lexicon), lexicon, is_difference=False)


def _words(
    compare: Comparator, sides: tuple[Side, Side], lexicon: Lexicon, *, is_difference: bool
) -> list[tuple[str, str]]:
    reasons = [found.reason for found in compare(*sides, lexicon) if found.reason.is_difference is is_difference]
    return [(reason.a.of(sides[0].text), reason.b.of(sides[1].text)) for reason in reasons]
