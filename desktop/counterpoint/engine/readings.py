"""Reading one source: its noise, its claims and their details, before it is set beside the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.attributions import find_attributions
from counterpoint.engine.certainties import find_certainties
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.details import Detail, Name
from counterpoint.engine.languages import is_english
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.names import find_name_evidence, find_names, link_names
from counterpoint.engine.noises import Noise, find_noise
from counterpoint.engine.passages import Span
from counterpoint.engine.polarities import find_polarities
from counterpoint.engine.quantities import find_quantities
from counterpoint.engine.quotations import find_quotations
from counterpoint.engine.roles import find_roles
from counterpoint.engine.sentences import find_sentences
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.splits import find_claim_spans, find_headline
from counterpoint.engine.times import find_times
from counterpoint.engine.words import Word, find_words


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
    spans = find_claim_spans(text, sentences, noise)
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
            *(q for q in quotations if span.contains(q.span)),
        ]
        sides.append(Side(text, span, tuple(details), own))
    return Reading(source, is_compared=True, noise=noise, headline=find_headline(text, sentences), sides=tuple(sides))


def link_readings(readings: Sequence[Reading], lexicon: Lexicon) -> tuple[Reading, ...]:
    """The same readings with names that mean one entity under one key, and what hangs on names: roles, speakers."""
    names: dict[SourceId, list[Name]] = {
        r.source.id: [d for side in r.sides for d in side.details if isinstance(d, Name)] for r in readings
    }
    linked = link_names(names, lexicon)
    return tuple(_with_names(reading, linked[reading.source.id], lexicon) for reading in readings)


def _with_names(reading: Reading, names: Sequence[Name], lexicon: Lexicon) -> Reading:
    keys = {name.span: name for name in names}
    sides: list[Side] = []
    for side in reading.sides:
        details = [keys.get(d.span, d) if isinstance(d, Name) else d for d in side.details]
        sides.append(_with_bearers(replace(side, details=tuple(details)), lexicon))
    return replace(reading, sides=tuple(sides))


def _with_bearers(side: Side, lexicon: Lexicon) -> Side:
    return side
