"""How many findings are shown: five levels from the fewest, which are the surest, to the most, each as measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import SourceId

#: What the levels are called, in order; the first is level 1.
NAMES = ("fewest", "fewer", "default", "more", "most")
DEFAULT = 1 + NAMES.index("default")
#: Of fewer cases than these a share tells nothing.
ENOUGH = 20


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least probabilities at which a match and a conflict are shown, chosen by cross-validation over events."""

    match: float
    conflict: float

    def of(self, kind: RelationKind) -> float:
        return self.match if kind is RelationKind.MATCH else self.conflict


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of one kind on `events` judged events that no ranker had seen.

    Of `shown` relations `right` were right; of `required` ones, which an attentive editor would have wanted, `found`
    were found. A pair of passages counts once, however many claims lie on it.
    """

    right: int
    shown: int
    found: int
    required: int
    events: int

    @property
    def precision(self) -> float | None:
        """How many of those shown are right, 0 to 1; None where too few were shown to tell."""
        return self.right / self.shown if self.shown >= ENOUGH else None

    @property
    def recall(self) -> float | None:
        """How many of those there are it finds, 0 to 1; None where there were too few to tell."""
        return self.found / self.required if self.required >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Level:
    """One of the levels: from which probability on it shows a relation, and how right that was."""

    number: int
    thresholds: Thresholds
    conflict: Measured
    match: Measured

    def __post_init__(self) -> None:
        if not 1 <= self.number <= len(NAMES):
            raise ValueError(f"not a level: {self.number}")

    @property
    def name(self) -> str:
        return NAMES[self.number - 1]

    def measured(self, kind: RelationKind) -> Measured:
        return self.match if kind is RelationKind.MATCH else self.conflict

    def shows(self, relation: Relation) -> bool:
        """Whether the level shows the relation by itself, and not because a person has dealt with it."""
        return relation.score >= self.thresholds.of(relation.kind)


@dataclass(frozen=True, slots=True)
class Kept:
    """Two passages whose relation a person has dealt with: it is shown at every level.

    `kind` is the kind that the person's word is on, None where it is on the relation, whatever its kind.
    """

    a: tuple[SourceId, Span]
    b: tuple[SourceId, Span]
    kind: RelationKind | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown: the number of the level, and what a person has dealt with, whatever the level."""

    level: int = DEFAULT
    kept: tuple[Kept, ...] = ()


USUAL = Choice()


def level_numbered(levels: Sequence[Level], number: int) -> Level:
    """The level of that number.

    Raises:
        ValueError: there is none.
    """
    for level in levels:
        if level.number == number:
            return level
    raise ValueError(f"not a level: {number}")


def parse_levels(numbers: Mapping[str, Any]) -> tuple[Level, ...]:
    """The levels of a JSON object, as `tests.bench.train_rankers` writes it: in order, from the fewest.

    Raises:
        ValueError: there are not as many as there are names.
    """
    levels: list[Level] = []
    for number, (_, own) in enumerate(zip(NAMES, numbers["levels"], strict=True), 1):
        measured = {kind: Measured(*own["measured"][kind], events=numbers["events"]) for kind in ("conflict", "match")}
        levels.append(Level(number, Thresholds(own["match"], own["conflict"]), **measured))
    return tuple(levels)
