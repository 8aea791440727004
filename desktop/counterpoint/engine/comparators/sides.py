"""What every comparator takes and gives: two claims of two accounts, and what speaks for or against their agreement."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from counterpoint.engine.details import Detail
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason
from counterpoint.engine.words import Word

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Side:
    """One claim as a comparator sees it: its source's canonical text, its place, its details and words in order.

    `answers` is what functions under `once` have found in it; it follows from the other fields.
    """

    text: str
    span: Span
    details: tuple[Detail, ...]
    words: tuple[Word, ...]
    answers: dict[object, tuple[object, Any]] = field(
        default_factory=dict[object, tuple[object, Any]], init=False, repr=False, compare=False
    )

    def __hash__(self) -> int:
        return hash((self.text, self.span))

    def __reduce__(self) -> tuple[object, ...]:
        return Side, (self.text, self.span, self.details, self.words)


def once(find: Callable[Concatenate[Side, Args], Answer]) -> Callable[Concatenate[Side, Args], Answer]:
    """The function, run once on a claim, not once for every claim that it is compared with.

    Its answer is shared, so it must be no iterator and nobody may change it. Its other arguments count as the same
    only where they are the same objects, as a word list is.
    """

    @wraps(find)
    def answer(side: Side, *args: Args.args, **kwargs: Args.kwargs) -> Answer:
        key = (find, *map(id, args), *map(id, kwargs.values()))
        known = side.answers.get(key)
        if known is None:  # keeping the arguments keeps their ids from being given to others
            known = side.answers[key] = ((args, kwargs), find(side, *args, **kwargs))
        return known[1]

    return answer


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason, and how sure it is (0 to 1) that both sides speak of the same thing and agree or differ in it."""

    reason: Reason
    strength: float

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            raise ValueError(f"not a strength: {self.strength}")
