"""What every comparator takes and gives: two claims of two accounts, and what speaks for or against their agreement."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from counterpoint.engine.details import Detail, Reference
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.words import Word

Others = TypeVarTuple("Others")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Side:
    """One claim as a comparator sees it: its source's canonical text, its place, its details and words in order.

    `references` say whom its words mean, as far as its account tells, in order.
    `answers` is what functions under `once` have found in it, `code` its hash; they follow from the other fields.
    """

    text: str
    span: Span
    details: tuple[Detail, ...]
    words: tuple[Word, ...]
    references: tuple[Reference, ...] = ()
    answers: dict[object, tuple[object, Any]] = field(
        default_factory=dict[object, tuple[object, Any]], init=False, repr=False, compare=False
    )

    code: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", hash((self.text, self.span.start, self.span.end)))

    def __hash__(self) -> int:
        return self.code

    def __reduce__(self) -> tuple[object, ...]:
        return Side, (self.text, self.span, self.details, self.words, self.references)


def once(find: Callable[[Side, *Others], Answer]) -> Callable[[Side, *Others], Answer]:
    """The function, run once on a claim, not once for every claim that it is compared with.

    Its answer is shared, so it must be no iterator and nobody may change it. Its other arguments count as the same
    only where they are the same objects, as a word list is.
    """

    @wraps(find)
    def answer(side: Side, *others: *Others) -> Answer:
        if not others:
            key: object = find
        elif len(others) == 1:  # nearly always the word list: twice as quick as what does for any number
            key = find, id(others[0])
        else:
            key = find, *map(id, others)
        try:
            return side.answers[key][1]
        except KeyError:
            found = find(side, *others)
            side.answers[key] = (others, found)  # keeping the arguments keeps their ids from being given to others
            return found

    return answer


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason, and how sure it is (0 to 1) that both sides speak of the same thing and agree or differ in it.

    `is_personal` tells that it is of one person (age, office, given name), whatever else the two claims tell.
    """

    reason: Reason
    strength: float
    is_personal: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            raise ValueError(f"not a strength: {self.strength}")
