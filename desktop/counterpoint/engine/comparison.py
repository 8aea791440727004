"""The engine's one door: sources in, a comparison out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

import numpy as np

from counterpoint.engine.accounts import Account, Comparison
from counterpoint.engine.alignments import FEATURES, align
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.decisions import Showing, decide, gather, pairs_kept
from counterpoint.engine.drafts import without_weak_support
from counterpoint.engine.facts import find_facts
from counterpoint.engine.knowledge import Encoder, Knowledge, Vectors
from counterpoint.engine.levels import DEFAULT, USUAL, Choice, level_numbered
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.memories import Memory
from counterpoint.engine.occasions import Occasion, development_warning, find_occasion
from counterpoint.engine.quotation_checks import check_quotations
from counterpoint.engine.readings import Reading, link_readings
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Role, Source
from counterpoint.sweeps import without_sweeps

#: Texts whose vectors are made between two looks at whether the work is cancelled: a third of a second.
_TEXTS = 64
_PAIRS = 4096  # pairs that are decided between two such looks


class Watch(Protocol):
    """Told between units of work how far the analysis is; may raise to cancel it.

    The stages are "reading", "vectors", "pairs", "relations" and "facts", in this order; in each `done` rises from 0 to
    `total`.
    """

    def __call__(self, stage: str, done: int, total: int) -> None: ...


def _unwatched(stage: str, done: int, total: int) -> None:
    """Nobody watches."""


@without_sweeps()
def compare(
    sources: Iterable[Source],
    knowledge: Knowledge,
    watch: Watch = _unwatched,
    memory: Memory | None = None,
    choice: Choice = USUAL,
) -> Comparison:
    """Finds what several accounts agree on, where they conflict, and why.

    Args:
        sources: the accounts, in any order.
        knowledge: what is known of the language.
        watch: told how far the work is; what it raises cancels it.
        memory: of the comparison before, so that this one reads only what is new; what is found is the same without.
        choice: at which of `knowledge.rankers.levels`, and what is shown whatever the level.

    Raises:
        ValueError: two sources share an id, or there is no such level.
    """
    level = level_numbered(knowledge.rankers.levels, choice.level)
    given = sorted(sources, key=lambda source: source.id)
    if len({source.id for source in given}) < len(given):
        raise ValueError("two sources share an id")
    memory = Memory() if memory is None else memory
    find = partial(memory.find, lexicon=knowledge.lexicon)
    readings = read_all(given, knowledge.lexicon, watch, memory)
    claims, sides, numbers, headlines = claims_of(readings)
    vectors = _vectors([claim.text for claim in claims], knowledge.encoder, watch)
    pairs = align(sides, numbers, headlines, vectors, lambda done, total: watch("pairs", done, total))
    nearness = knowledge.rankers.nearness(pairs.features, FEATURES)
    evidence = gather(sides, pairs, nearness, find, lambda done, total: watch("relations", done, total))
    occasions = [find_occasion(r.sides, knowledge.lexicon, r.source.published) for r in readings]
    showing = Showing(level.thresholds, pairs_kept(choice.kept, claims))
    found: list[Relation] = []
    for done, part in enumerate(evidence.parts(_PAIRS)):
        watch("facts", done * _PAIRS, len(evidence.first))
        found += decide(claims, part, knowledge.rankers, showing)
    drafts = frozenset(source.id for source in given if source.role is Role.DRAFT)
    of_drafts = frozenset(claim.id for claim in claims if claim.source in drafts)
    side_of = {claim.id: side for claim, side in zip(claims, sides, strict=True)}
    found = without_weak_support(found, side_of, of_drafts, knowledge.lexicon)
    usual = level_numbered(knowledge.rankers.levels, DEFAULT)
    told = [relation for relation in found if usual.shows(relation)]
    if level.number < usual.number and _are_few(told, readings):  # what is hidden is shared all the same
        all_told = decide(claims, evidence, knowledge.rankers, Showing(usual.thresholds))
        told = without_weak_support(all_told, side_of, of_drafts, knowledge.lexicon)
    relations = _warned(found, claims, given, occasions)
    facts = find_facts(claims, relations, drafts)
    watch("facts", len(evidence.first), len(evidence.first))
    looked_at = zip(evidence.first, evidence.second, strict=True)
    memory.keep_only(given, sides, ((sides[i], sides[j]) for i, j in looked_at))
    return Comparison(
        accounts=_accounts(readings, claims, numbers, occasions),
        relations=relations,
        facts=facts,
        shares_little=_are_few(told, readings),
        quotations=check_quotations(given, claims, knowledge.lexicon),
        level=level,
    )


def read_all(
    sources: Sequence[Source], lexicon: Lexicon, watch: Watch = _unwatched, memory: Memory | None = None
) -> tuple[Reading, ...]:
    """The sources read, and their names joined into entities."""
    memory = Memory() if memory is None else memory
    readings: list[Reading] = []
    for i, source in enumerate(sources):
        watch("reading", i, len(sources))
        readings.append(memory.read(source, lexicon))
    watch("reading", len(sources), len(sources))
    linked = link_readings(readings, lexicon)
    return tuple(replace(reading, sides=memory.known(reading.sides)) for reading in linked)


def _vectors(texts: Sequence[str], encoder: Encoder, watch: Watch) -> Vectors:
    """The texts' vectors, made in the order of their lengths: texts of one length are the quickest together."""
    wanted = sorted(set(texts), key=lambda text: (len(text), text))
    known: dict[str, Vectors] = {}
    for start in range(0, len(wanted), _TEXTS):
        watch("vectors", start, len(wanted))
        some = wanted[start : start + _TEXTS]
        known.update(zip(some, encoder(some), strict=True))
    watch("vectors", len(wanted), len(wanted))
    return np.stack([known[text] for text in texts]) if texts else encoder([])


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


def _accounts(
    readings: Sequence[Reading], claims: Sequence[Claim], numbers: Sequence[int], occasions: Sequence[Occasion]
) -> tuple[Account, ...]:
    own: list[list[Claim]] = [[] for _ in readings]
    for number, claim in zip(numbers, claims, strict=True):
        own[number].append(claim)
    return tuple(
        Account(reading.source, tuple(claims), reading.noise, reading.is_compared, occasion.words)
        for reading, claims, occasion in zip(readings, own, occasions, strict=True)
    )


def _are_few(relations: Sequence[Relation], readings: Sequence[Reading]) -> bool:
    """Whether several accounts that could be compared have fewer relations than there are accounts, less one."""
    compared = sum(reading.is_compared and len(reading.sides) > 0 for reading in readings)
    return compared > 1 and len(relations) < compared - 1
