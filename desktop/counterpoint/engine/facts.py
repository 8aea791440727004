"""Facts: claims of several sources about one thing, and how many independent voices tell it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from counterpoint.engine.claims import ClaimId

FactId = NewType("FactId", str)


class FactState(StrEnum):
    """What the sources together make of a fact."""

    CONSENSUS = "consensus"
    DISPUTED = "disputed"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims about one thing: a row of the facts table. `voices` counts independent origins, drafts left out."""

    id: FactId
    claims: tuple[ClaimId, ...]
    state: FactState
    voices: int
