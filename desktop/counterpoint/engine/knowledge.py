"""What the engine must know of the language, handed in as values: it reads no disk itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from counterpoint.engine.levels import Level
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.rankers import Calibration, Ranker

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Sentence vectors: [n, d], each of length 1; the vector of a text does not depend on the others."""

    def __call__(self, texts: Sequence[str]) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class Rankers:
    """The learned scores, and the levels, each with the thresholds at which a pair is shown.

    Args:
        nearness: probability that two claims speak of one thing at all (alignments.FEATURES).
        matches: probability that "match" is right (decisions.EVIDENCE).
        conflicts: the same for "conflict", of nearness times the strongest difference: on the development events trees
            over all of the evidence found no more than this product (average precision 0.60 against 0.73).
        pair_nearness: as nearness, for two sentences alone (pairs.PAIR_EVIDENCE).
    """

    nearness: Ranker
    matches: Ranker
    conflicts: Calibration
    pair_nearness: Ranker
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Word lists, sentence vectors and the rankers' numbers."""

    encoder: Encoder
    lexicon: Lexicon
    rankers: Rankers
