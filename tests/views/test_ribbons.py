"""A ribbon's shape, whatever it joins."""

from hypothesis import assume, given
from hypothesis import strategies as st

from counterpoint.views.ribbons import Extent, Ribbon

PLACES = st.floats(-1e5, 1e5)
SHARES = st.floats(0, 1)


@st.composite
def extents(draw: st.DrawFn) -> Extent:
    return Extent(*sorted((draw(PLACES), draw(PLACES))))


RIBBONS = st.builds(Ribbon, extents(), extents(), st.floats(1, 500))


@given(RIBBONS)
def test_a_ribbon_begins_and_ends_where_its_claims_stand(ribbon: Ribbon) -> None:
    assert ribbon.at(0) == ribbon.left
    end = ribbon.at(ribbon.width)
    assert abs(end.top - ribbon.right.top) < 1e-6
    assert abs(end.bottom - ribbon.right.bottom) < 1e-6


@given(RIBBONS, SHARES)
def test_a_ribbon_never_leaves_what_lies_between_its_ends(ribbon: Ribbon, share: float) -> None:
    here = ribbon.at(share * ribbon.width)
    assert here.top >= ribbon.extent.top - 1e-6
    assert here.bottom <= ribbon.extent.bottom + 1e-6


@given(RIBBONS, SHARES, SHARES)
def test_an_edge_goes_one_way_only(ribbon: Ribbon, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assume(high - low > 1e-3)
    first, second = ribbon.at(low * ribbon.width).top, ribbon.at(high * ribbon.width).top
    assert (second - first) * (ribbon.right.top - ribbon.left.top) >= -1e-6


@given(RIBBONS, SHARES, SHARES)
def test_a_point_is_on_the_ribbon_just_where_it_is_painted(ribbon: Ribbon, across: float, down: float) -> None:
    x = across * ribbon.width
    here = ribbon.at(x)
    assert ribbon.holds(x, min(here.bottom, here.top + down * (here.bottom - here.top)))
    assert not ribbon.holds(x, here.bottom + 1)
    assert not ribbon.holds(-1, here.top)


@given(RIBBONS, SHARES)
def test_seen_from_the_other_side_it_is_the_same(ribbon: Ribbon, share: float) -> None:
    turned = Ribbon(ribbon.right, ribbon.left, ribbon.width)
    one, other = ribbon.at(share * ribbon.width), turned.at((1 - share) * ribbon.width)
    assert abs(one.top - other.top) <= 1e-3 * (1 + abs(ribbon.right.top - ribbon.left.top))


@given(RIBBONS, extents())
def test_what_is_painted_is_the_ribbon_as_far_as_it_is_seen(ribbon: Ribbon, seen: Extent) -> None:
    for edge, ends in zip(ribbon.edges(seen), ("top", "bottom"), strict=True):
        assert [x for x, _ in edge] == sorted(x for x, _ in edge)
        for x, y in edge:
            true = getattr(ribbon.at(min(x, ribbon.width)), ends)
            slack = 1e-3 * (1 + ribbon.extent.bottom - ribbon.extent.top)
            assert abs(y - true) <= slack or not seen.holds(y)
