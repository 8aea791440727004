"""The engine's one door: sources in, a comparison out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from counterpoint.engine.accounts import Account, Comparison
from counterpoint.engine.alignments import FEATURES, align
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.decisions import decide, gather
from counterpoint.engine.facts import find_facts
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.occasions import Occasion, development_warning, find_occasion
from counterpoint.engine.readings import Reading, link_readings, read_source
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Role, Source


class Watch(Protocol):
    """Told between units of work how far the analysis is; may raise to cancel it."""

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def _unwatched(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


def compare(sources: Iterable[Source], knowledge: Knowledge, watch: Watch = _unwatched) -> Comparison:
    """Finds what several accounts agree on, where they conflict, and why.

    Raises:
        ValueError: two sources share an id.
    """
    given = sorted(sources, key=lambda source: source.id)
    if len({source.id for source in given}) < len(given):
        raise ValueError("two sources share an id")
    readings = read_all(given, knowledge.lexicon, watch)
    claims, sides, numbers, headlines = claims_of(readings)
    watch("vectors", 0, len(claims))
    vectors = knowledge.encoder([claim.text for claim in claims])
    pairs = align(sides, numbers, headlines, vectors)
    nearness = knowledge.rankers.nearness(pairs.features, FEATURES)
    evidence = gather(sides, pairs, nearness, knowledge.lexicon, lambda done, total: watch("relations", done, total))
    occasions = [find_occasion(r.sides, knowledge.lexicon, r.source.published) for r in readings]
    relations = _warned(decide(claims, evidence, knowledge.rankers), claims, given, occasions)
    drafts = frozenset(source.id for source in given if source.role is Role.DRAFT)
    return Comparison(
        accounts=tuple(
            _account(reading, [c for c in claims if c.source == reading.source.id], occasion)
            for reading, occasion in zip(readings, occasions, strict=True)
        ),
        relations=relations,
        facts=find_facts(claims, relations, drafts),
        shares_little=_shares_little(readings, relations),
    )


def read_all(sources: Sequence[Source], lexicon: Lexicon, watch: Watch = _unwatched) -> tuple[Reading, ...]:
    """The sources read, and their names joined into entities."""
    readings: list[Reading] = []
    for i, source in enumerate(sources):
        watch("reading", i, len(sources))
        readings.append(read_source(source, lexicon))
    return link_readings(readings, lexicon)


def claims_of(readings: Sequence[Reading]) -> tuple[list[Claim], list[Side], list[int], list[bool]]:
    """Every claim in order, and beside it its side, the number of its account and whether it is the headline."""
    sides = [side for reading in readings for side in reading.sides]
    numbers = [i for i, reading in enumerate(readings) for _ in reading.sides]
    headlines = [side.span == reading.headline for reading in readings for side in reading.sides]
    claims = [
        _claim(readings[i].source, side, is_headline=headline)
        for i, side, headline in zip(numbers, sides, headlines, strict=True)
    ]
    return claims, sides, numbers, headlines


def _claim(source: Source, side: Side, *, is_headline: bool) -> Claim:
    name = ClaimId(f"{source.id}:{side.span.start}-{side.span.end}")
    details = tuple(sorted(side.details, key=lambda detail: (detail.span, detail.aspect, detail.value)))
    return Claim(name, source.id, side.span, side.span.of(source.text), details, is_headline=is_headline)


def _warned(
    relations: Sequence[Relation], claims: Sequence[Claim], sources: Sequence[Source], occasions: Sequence[Occasion]
) -> tuple[Relation, ...]:
    """The relations, each conflict between accounts of different occasions with its warning."""
    source_of = {claim.id: claim.source for claim in claims}
    occasion_of = dict(zip((source.id for source in sources), occasions, strict=True))
    found: list[Relation] = []
    for relation in relations:
        if relation.kind is RelationKind.CONFLICT:
            a, b = occasion_of[source_of[relation.a]], occasion_of[source_of[relation.b]]
            found.append(replace(relation, warning=development_warning(a, b)))
        else:
            found.append(relation)
    return tuple(found)


def _account(reading: Reading, claims: Sequence[Claim], occasion: Occasion) -> Account:
    return Account(reading.source, tuple(claims), reading.noise, reading.is_compared, occasion.words)


def _shares_little(readings: Sequence[Reading], relations: Sequence[Relation]) -> bool:
    """Whether several accounts that could be compared have fewer relations than there are accounts, less one."""
    compared = sum(reading.is_compared and len(reading.sides) > 0 for reading in readings)
    return compared > 1 and len(relations) < compared - 1
