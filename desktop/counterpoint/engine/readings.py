"""Reading one source: its noise, its claims and their details, before it is set beside the others."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.attributions import find_attributions
from counterpoint.engine.certainties import find_certainties
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Detail, Name, Title
from counterpoint.engine.languages import is_english
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.moments.times import find_times
from counterpoint.engine.naming.names import find_name_evidence, find_names, link_names
from counterpoint.engine.naming.roles import find_roles, link_roles
from counterpoint.engine.noise.finders import find_noise
from counterpoint.engine.noise.noises import Noise
from counterpoint.engine.numbers.quantities import find_quantities
from counterpoint.engine.passages import Span, trimmed
from counterpoint.engine.polarities import find_polarities
from counterpoint.engine.quotations import cut_quotations, find_quotations
from counterpoint.engine.references import find_references
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.sources import Source
from counterpoint.engine.splits import find_claim_spans, find_headline
from counterpoint.engine.words import find_words


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source says, read alone. Without claims where it is not compared (`is_compared` False: not English)."""

    source: Source
    is_compared: bool
    noise: tuple[Noise, ...]
    headline: Span | None
    sides: tuple[Side, ...]


def read_source(source: Source, lexicon: Lexicon) -> Reading:
    """The reading of one source, which needs no other source."""
    text = source.text
    sentences = find_sentences(text)
    noise = find_noise(text, sentences)
    if not is_english(text):
        return Reading(source, is_compared=False, noise=noise, headline=None, sides=())
    sides = _sides(source, find_claim_spans(text, sentences, noise), lexicon)
    return Reading(source, is_compared=True, noise=noise, headline=find_headline(text, sentences, noise), sides=sides)


def read_as_claim(source: Source, lexicon: Lexicon) -> Reading:
    """The reading of a source whose whole text is one claim."""
    whole = trimmed(source.text, Span(0, len(source.text)))
    return Reading(source, is_compared=True, noise=(), headline=None, sides=_sides(source, (whole,), lexicon))


def _sides(source: Source, spans: Sequence[Span], lexicon: Lexicon) -> tuple[Side, ...]:
    text = source.text
    words = [find_words(text, span, lexicon) for span in spans]
    evidence = find_name_evidence(text, words)
    quotations = find_quotations(text)
    sides: list[Side] = []
    for span, own in zip(spans, words, strict=True):
        details: list[Detail] = [
            *find_times(text, span, own, lexicon, source.published),
            *find_quantities(text, span, own, lexicon),
            *find_names(text, span, own, lexicon, evidence),
            *find_polarities(text, span, own, lexicon),
            *find_certainties(text, span, own, lexicon),
            *cut_quotations(text, quotations, span),
        ]
        sides.append(Side(text, span, tuple(details), own))
    return tuple(sides)


def link_readings(readings: Sequence[Reading], lexicon: Lexicon) -> tuple[Reading, ...]:
    """The same readings with names that mean one entity under one key, and what hangs on names: roles, speakers."""
    names = {r.source.id: [d for side in r.sides for d in side.details if isinstance(d, Name)] for r in readings}
    linked = link_names(names, lexicon)
    keyed = [_with_names(reading, linked[reading.source.id]) for reading in readings]
    found = {r.source.id: [role for side in r.sides for role in _roles(side, lexicon)] for r in keyed}
    roles = link_roles(found)
    return tuple(_with_roles(reading, roles[reading.source.id], lexicon) for reading in keyed)


def _with_names(reading: Reading, names: Sequence[Name]) -> Reading:
    keys = {name.span: name for name in names}
    sides = [
        replace(side, details=tuple(keys.get(d.span, d) if isinstance(d, Name) else d for d in side.details))
        for side in reading.sides
    ]
    return replace(reading, sides=tuple(sides))


def _roles(side: Side, lexicon: Lexicon) -> tuple[Title, ...]:
    return find_roles(side.text, side.span, side.words, _names(side), lexicon)


def _names(side: Side) -> list[Name]:
    return [detail for detail in side.details if isinstance(detail, Name)]


def _with_roles(reading: Reading, roles: Sequence[Title], lexicon: Lexicon) -> Reading:
    """The reading with its roles, with whom its words mean, and with its speakers."""
    starts = [role.span.start for role in roles]
    sides: list[Side] = []
    for side in reading.sides:
        own = roles[bisect_left(starts, side.span.start) : bisect_left(starts, side.span.end)]
        sides.append(replace(side, details=(*side.details, *own)))
    spoken: list[Side] = []
    for side, references in zip(sides, find_references(sides, lexicon), strict=True):
        own = [detail for detail in side.details if isinstance(detail, Title)]
        said = find_attributions(side.text, side.span, side.words, _names(side), own, references, lexicon)
        spoken.append(replace(side, details=(*side.details, *said), references=references))
    return replace(reading, sides=tuple(spoken))
