"""Claims that tell of one person what may contradict: her age, her office, her given name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from counterpoint.engine.comparators.bearers import find_bearer
from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.details import Kind, Quantity, Title

#: Pairs for one person: of presidents every sentence tells the office.
MOST_OF_A_PERSON = 40


def find_personal(sides: Sequence[Side], accounts: Sequence[int]) -> Set[tuple[int, int]]:
    """Pairs of claims of different accounts that tell differently of one person, or name one office's holder otherwise.

    Args:
        sides: every claim, account by account in text order.
        accounts: for each the number of its account.
    """
    told: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, side in enumerate(sides):
        for whose, what in _told(side):
            told[whose][what].append(number)
    found: set[tuple[int, int]] = set()
    for values in told.values():
        pairs = (
            (min(i, j), max(i, j))
            for one, other in combinations(sorted(values), 2)
            for i in values[one]
            for j in values[other]
            if accounts[i] != accounts[j]
        )
        found.update(pair for pair, _ in zip(pairs, range(MOST_OF_A_PERSON), strict=False))
    return found


@once
def _told(side: Side) -> tuple[tuple[str, str], ...]:
    return tuple(_facts(side))


def _facts(side: Side) -> Iterator[tuple[str, str]]:
    """Of whom something is told, and what: "age of ana reyes", "34"."""
    for detail in side.details:
        if isinstance(detail, Quantity) and detail.kind is Kind.AGE and (bearer := find_bearer(detail, side)):
            yield f"age of {bearer}", detail.value
        elif isinstance(detail, Title) and detail.bearer:
            yield f"office of {detail.bearer}", f"{detail.is_former} {detail.value}"
            if " " in detail.bearer and not detail.is_former:
                yield f"{detail.value} {detail.bearer.split()[-1]}", detail.bearer
