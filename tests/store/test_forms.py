import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.claims import Claim
from counterpoint.engine.details import (
    Aspect,
    Attribution,
    Certainty,
    Detail,
    Exactness,
    Kind,
    Name,
    NameKind,
    Polarity,
    Quantity,
    Quotation,
    Stage,
    Time,
    Title,
)
from counterpoint.engine.facts import Fact
from counterpoint.engine.noise.noises import Noise
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation
from counterpoint.engine.sources import Repair
from counterpoint.store.forms import STORED, form_of

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**6), st.integers(0, 10**6))
words = st.text(max_size=20)
every = {"aspect": st.sampled_from(Aspect), "span": spans, "value": words}
numbers = st.floats(allow_nan=False)
details = st.one_of(
    st.builds(Detail, **every),
    st.builds(
        Quantity,
        **every,
        number=spans,
        low=numbers,
        high=numbers,
        kind=st.sampled_from(Kind),
        exactness=st.sampled_from(Exactness),
        unit=words,
        noun=words,
        modifiers=st.lists(words, max_size=3).map(tuple),
        fate=words,
    ),
    st.builds(
        Time,
        **every,
        year=st.none() | st.integers(),
        month=st.none() | st.integers(1, 12),
        resolved=st.none() | st.dates(),
        is_half_open=st.booleans(),
        zone=words,
    ),
    st.builds(Name, **every, kind=st.sampled_from(NameKind)),
    st.builds(Title, **every, bearer=words, is_former=st.booleans()),
    st.builds(Attribution, **every, verb=spans),
    st.builds(Polarity, **every, target=spans),
    st.builds(Certainty, **every, stage=st.sampled_from(Stage)),
    st.builds(Quotation, **every),
)
claims = st.builds(
    Claim, id=words, source=words, span=spans, text=words, details=st.lists(details, max_size=3).map(tuple)
)


@given(claims)
def test_a_claim_comes_back_as_it_went_in(claim: Claim) -> None:
    form = form_of(Claim)
    assert form.unpack(json.loads(json.dumps(form.pack(claim)))) == claim


reasons = st.builds(Reason, a=spans, b=spans)
findings = st.one_of(
    st.builds(Relation, score=st.floats(0, 1), reasons=st.lists(reasons, max_size=3).map(tuple)),
    st.builds(Fact),
    st.builds(Noise, span=spans),
    st.builds(Repair, span=spans),
)


@given(findings)
def test_other_findings_come_back_as_they_went_in(finding: Relation | Fact | Noise | Repair) -> None:
    form = form_of(type(finding))
    assert form.unpack(json.loads(json.dumps(form.pack(finding)))) == finding


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    size: float
    day: date | None = None
    moment: datetime | None = None
    colours: tuple[Colour, ...] = ()
    parts: "tuple[Thing, ...]" = ()
    is_small: bool = False
    mine: bytes = field(default=b"", metadata={STORED: False})


def test_a_thing_may_hold_things_and_leaves_out_what_is_not_to_be_stored() -> None:
    inner = Thing("leaf", 1, date(2026, 3, 1), datetime(2026, 3, 1, 6, tzinfo=UTC), (Colour.RED,))
    outer = Thing("tree", 2.5, parts=(inner, inner), mine=b"secret")
    form = form_of(Thing)
    packed = json.dumps(form.pack(outer))
    assert "mine" not in packed
    assert form.unpack(json.loads(packed)) == Thing("tree", 2.5, parts=(inner, inner))


def test_what_has_a_default_may_be_missing() -> None:
    assert form_of(Thing).unpack({"name": "old", "size": 1}) == Thing("old", 1)


@pytest.mark.parametrize(
    "packed",
    [
        None,
        [],
        "thing",
        {},
        {"name": "x"},
        {"name": 1, "size": 1},
        {"name": "x", "size": "1"},
        {"name": "x", "size": True},
        {"name": "x", "size": 1, "is_small": 1},
        {"name": "x", "size": 1, "day": "yesterday"},
        {"name": "x", "size": 1, "colours": ["blue"]},
        {"name": "x", "size": 1, "colours": "red"},
        {"name": "x", "size": 1, "parts": [{}]},
        {"name": "x", "size": 1, "weight": 1},
    ],
)
def test_what_is_no_thing_is_refused(packed: object) -> None:
    with pytest.raises(ValueError, match=r"^not Thing"):
        form_of(Thing).unpack(packed)


@pytest.mark.parametrize("packed", [{"span": [3, 1]}, {"span": [1]}, {"span": "ab"}, {"is": "Nothing"}])
def test_what_is_no_detail_is_refused(packed: dict[str, object]) -> None:
    good = form_of(Detail).pack(Detail(aspect=Aspect.SCOPE, span=Span(0, 1), value="all"))
    assert form_of(Detail).unpack(good)
    with pytest.raises(ValueError, match=r"^not "):
        form_of(Detail).unpack({**good, **packed})


def test_what_json_cannot_hold_has_no_form() -> None:
    for kind in (bytes, dict[str, int], tuple[int, str]):
        with pytest.raises(TypeError, match="no form"):
            form_of(kind)


def test_another_shape_is_told() -> None:
    @dataclass(frozen=True, slots=True)
    class Other:
        name: str

    assert form_of(Thing).shape == form_of(Thing).shape != form_of(Colour).shape
    assert "name: str" in form_of(Thing).shape
    assert form_of(Noise).shape != form_of(Fact).shape
    del Other
