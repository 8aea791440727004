"""Two claims read as the engine reads them, for the tests of what compares claims."""

from dataclasses import replace

from counterpoint.engine.certainties import find_certainties
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.details import Name
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.names import find_name_evidence, find_names, link_names
from counterpoint.engine.passages import Span
from counterpoint.engine.polarities import find_polarities
from counterpoint.engine.quantities import find_quantities
from counterpoint.engine.sources import SourceId
from counterpoint.engine.words import find_words


def read_side(text: str, lexicon: Lexicon) -> Side:
    """The whole text as one claim."""
    span = Span(0, len(text))
    words = find_words(text, span, lexicon)
    details = (
        *find_quantities(text, span, words, lexicon),
        *find_names(text, span, words, lexicon, find_name_evidence(text, [words])),
        *find_polarities(text, span, words, lexicon),
        *find_certainties(text, span, words, lexicon),
    )
    return Side(text, span, details, words)


def read_pair(a: str, b: str, lexicon: Lexicon) -> tuple[Side, Side]:
    """Two texts as claims of two sources, their names joined."""
    sides = {SourceId("a"): read_side(a, lexicon), SourceId("b"): read_side(b, lexicon)}
    names = {source: [d for d in side.details if isinstance(d, Name)] for source, side in sides.items()}
    linked = link_names(names, lexicon)
    for source, side in sides.items():
        known = {name.span: name for name in linked[source]}
        details = tuple(known.get(d.span, d) if isinstance(d, Name) else d for d in side.details)
        sides[source] = replace(side, details=details)
    return sides[SourceId("a")], sides[SourceId("b")]


def quoted(findings: tuple[Finding, ...], a: Side, b: Side, *, is_difference: bool) -> list[tuple[str, str]]:
    """The words that each finding points at, of differences or of agreements."""
    reasons = [finding.reason for finding in findings if finding.reason.is_difference is is_difference]
    return [(reason.a.of(a.text), reason.b.of(b.text)) for reason in reasons]
