"""Relations: how two claims of different sources stand, with reasons."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.details import Aspect
from counterpoint.engine.passages import Span

RelationId = NewType("RelationId", str)


class RelationKind(StrEnum):
    """Agreeing on one detail and materially differing on another is a conflict."""

    MATCH = "match"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Reason:
    """One aspect of a relation: the smallest words on either side, and a sentence that fits only them.

    `a` and `b` are spans in the text of the relation's first and second claim's source. `is_difference` tells what
    differs from what agrees; a conflict's reasons are differences only, a match's agreements only.
    """

    aspect: Aspect
    a: Span
    b: Span
    explanation: str
    is_difference: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """Two claims of different sources. `score` is the probability that `kind` is right.

    `warning` is "" or a sentence ("... may be a development") where the two accounts tell of different occasions.
    """

    id: RelationId
    a: ClaimId
    b: ClaimId
    kind: RelationKind
    score: float
    reasons: tuple[Reason, ...]
    warning: str = ""
