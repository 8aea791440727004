"""The way from the top of two accounts to the bottom."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.app.landmarks import Landmark, longest_chain

places = st.integers(0, 30)
landmarks = st.lists(st.builds(Landmark, places, places, st.integers(1, 5).map(float)), max_size=9)


def leads_down(chain: tuple[Landmark, ...]) -> bool:
    return all(one.a < other.a and one.b < other.b for one, other in pairwise(chain))


@given(landmarks)
def test_a_chain_leads_down_in_both_and_no_other_weighs_more(given: list[Landmark]) -> None:
    chain = longest_chain(given)
    assert leads_down(chain)
    assert set(chain) <= set(given)
    all_chains = (tuple(sorted(some)) for n in range(len(given) + 1) for some in combinations(given, n))
    most = max(sum(each.weight for each in chain) for chain in all_chains if leads_down(chain))
    assert sum(each.weight for each in chain) == most


def test_what_crosses_the_rest_is_left_out() -> None:
    rest = [Landmark(10, 5), Landmark(20, 30), Landmark(40, 50)]
    assert longest_chain([Landmark(5, 60), *rest]) == tuple(rest)
