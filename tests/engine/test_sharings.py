"""What both accounts tell alike is no difference between them; what one of them alone tells is."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterpoint.engine.comparison import compare
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.relations import RelationKind
from tests.engine.accounts import SENTENCES, account


def conflicts(ours: str, theirs: str, knowledge: Knowledge) -> set[tuple[str, str]]:
    """The words at which two accounts differ."""
    comparison = compare([account(0, ours), account(1, theirs)], knowledge)
    return {
        (reason.a.of(ours), reason.b.of(theirs))
        for relation in comparison.relations
        if relation.kind is RelationKind.CONFLICT
        for reason in relation.reasons
    }


SEVEN = "Seven miners were injured when the shaft in Ostrava collapsed."
FIVE = "Five miners were injured in the collapse of the shaft in Ostrava."
AGAIN = "The collapse of the shaft in Ostrava left five miners injured."
MONDAY = "The ferry to Heraklion sank on Monday night."
TUESDAY = "The ferry to Heraklion sank on Tuesday night."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([SEVEN], [FIVE]),
        ([SEVEN, FIVE], [FIVE]),  # one says nothing of seven
        ([SEVEN], [SEVEN, FIVE]),
        ([MONDAY], [TUESDAY]),
        ([MONDAY, SEVEN], [TUESDAY, FIVE]),  # both tell of both events, neither in the other's words
    ],
)
def test_accounts_differ_in_what_one_of_them_alone_tells(
    knowledge: Knowledge, ours: Sequence[str], theirs: Sequence[str]
) -> None:
    assert conflicts("\n".join(ours), "\n".join(theirs), knowledge)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([SEVEN, FIVE], [FIVE, SEVEN]),
        ([SEVEN, AGAIN], [FIVE, SEVEN]),  # in its own words
        ([MONDAY, TUESDAY], [MONDAY, TUESDAY]),
    ],
)
def test_accounts_do_not_differ_where_each_tells_both(
    knowledge: Knowledge, ours: Sequence[str], theirs: Sequence[str]
) -> None:
    assert not conflicts("\n".join(ours), "\n".join(theirs), knowledge)


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*SENTENCES, SEVEN, FIVE, MONDAY, TUESDAY]), max_size=6).map("\n".join))
def test_an_account_never_conflicts_with_its_copy(knowledge: Knowledge, text: str) -> None:
    assert not conflicts(text, text, knowledge)
