"""Two sentences alone, taken as claims of two accounts of one story: for measuring against public sets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterpoint.engine.alignments import FEATURES, pair_features
from counterpoint.engine.claims import Claim
from counterpoint.engine.comparators.sides import Finding
from counterpoint.engine.comparison import claims_of
from counterpoint.engine.decisions import usable_reasons
from counterpoint.engine.findings import FINDING_FEATURES, find_findings
from counterpoint.engine.knowledge import Knowledge, Vectors
from counterpoint.engine.levels import DEFAULT, level_numbered
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.readings import link_readings, read_as_claim
from counterpoint.engine.relations import Reason, RelationKind
from counterpoint.engine.sources import Source, SourceId

_OF_A_SET = ("centred", "rank", "lead", "headlines", "distance", "earlier")
#: What can be measured of two sentences without the other claims of a comparison.
PAIR_EVIDENCE = (
    *(name for name in FEATURES if not any(part in name for part in _OF_A_SET)),
    *FINDING_FEATURES,
)
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two sentences stand: `kind` is None where they are about different things. Spans are in each sentence."""

    kind: RelationKind | None
    p_match: float
    p_conflict: float
    reasons: tuple[Reason, ...]


def relate_pairs(pairs: Sequence[tuple[str, str]], knowledge: Knowledge) -> Iterator[Judgement]:
    """The judgement of each pair of canonical texts, in order, each independent of the others."""
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        texts = list(dict.fromkeys(text for pair in batch for text in pair))
        vectors = dict(zip(texts, knowledge.encoder(texts), strict=True))
        for premise, hypothesis in batch:
            yield _judge(premise, hypothesis, np.stack([vectors[premise], vectors[hypothesis]]), knowledge)


def measure_pair(
    premise: str, hypothesis: str, vectors: Vectors, lexicon: Lexicon
) -> tuple[npt.NDArray[np.float32], tuple[Finding, ...], Claim, Claim]:
    """One row of PAIR_EVIDENCE, the findings behind it, and the two claims."""
    sources = (Source(SourceId("a"), premise), Source(SourceId("b"), hypothesis))
    readings = link_readings([read_as_claim(source, lexicon) for source in sources], lexicon)
    claims, sides, _, _ = claims_of(readings)
    findings = find_findings(sides[0], sides[1], lexicon)
    known = dict(zip(FEATURES, pair_features(sides, vectors), strict=True))
    known |= dict(zip(FINDING_FEATURES, findings.row, strict=True))
    return np.array([known[name] for name in PAIR_EVIDENCE], dtype=np.float32), findings.found, claims[0], claims[1]


def _judge(premise: str, hypothesis: str, vectors: Vectors, knowledge: Knowledge) -> Judgement:
    row, findings, a, b = measure_pair(premise, hypothesis, vectors, knowledge.lexicon)
    rankers = knowledge.rankers
    least = level_numbered(rankers.levels, DEFAULT).thresholds
    near = rankers.pair_nearness(row[None], PAIR_EVIDENCE)
    conflict = float(rankers.conflicts(near * row[PAIR_EVIDENCE.index("strongest_difference")])[0])
    match = float(near[0]) * (1 - conflict)
    differences = usable_reasons(a, b, findings, is_difference=True)
    agreements = usable_reasons(a, b, findings, is_difference=False)
    if differences and conflict >= least.conflict:
        return Judgement(RelationKind.CONFLICT, match, conflict, differences)
    if agreements and match >= least.match:
        return Judgement(RelationKind.MATCH, match, conflict, agreements)
    return Judgement(None, match, conflict, ())
