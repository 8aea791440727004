"""What the engine must know of the language, handed in as values: it reads no disk itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from counterpoint.engine.lexicons import Lexicon

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Sentence vectors: [n, d], each of length 1; the vector of a text does not depend on the others."""

    def __call__(self, texts: Sequence[str]) -> Vectors: ...


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Word lists, sentence vectors and the ranker's numbers."""

    encoder: Encoder
    lexicon: Lexicon
