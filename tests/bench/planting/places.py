"""Countries, states, cities, towns, streets and buildings changed for others."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Setting, any_of, is_speaker, mentions
from tests.bench.planting.persons import CAPITAL, changed, follows_capital, other

_COUNTRIES = (
    "Argentina Australia Austria Bangladesh Belgium Bolivia Brazil Bulgaria Canada Chile China Colombia Denmark Egypt"
    " Ethiopia Finland France Germany Ghana Greece Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Kenya"
    " Malaysia Mexico Morocco Nigeria Norway Pakistan Peru Poland Portugal Romania Russia Spain Sweden Switzerland"
    " Syria Thailand Turkey Ukraine Vietnam"
).split()
_STATES = (
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Florida Georgia Illinois Indiana Iowa Kansas"
    " Kentucky Louisiana Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio"
    " Oklahoma Oregon Pennsylvania Tennessee Texas Utah Virginia Wisconsin Wyoming"
).split()
_CITIES = (
    "Amsterdam Athens Atlanta Baghdad Baltimore Beijing Berlin Boston Brussels Cairo Chicago Cincinnati Cleveland"
    " Dallas Delhi Denver Detroit Dublin Geneva Hamburg Houston Istanbul Jerusalem Johannesburg Lagos Lisbon London"
    " Madrid Manchester Melbourne Miami Milan Moscow Mumbai Nairobi Nice Oakland Oslo Paris Philadelphia Phoenix"
    " Pittsburgh Prague Rome Seattle Seoul Shanghai Stockholm Sydney Tampa Tokyo Toronto Vienna Warsaw"
).split()
_TOWNS = "Ashford Brookhaven Clearwater Easton Fairview Glenwood Hartwell Kingsport Lakewood Millbrook Oakdale".split()
_STREETS = "Birch Cedar Dogwood Foxglove Hawthorn Juniper Larch Magnolia Poplar Sycamore Thornhill Willow".split()
_HOUSES = "Bellevue Carver Evergreen Lincoln Redwood Riverside Summit Westbrook Whitman".split()
_ROADS = any_of(r"Street St\. Road Rd\. Avenue Ave\. Ave Drive Boulevard Blvd\. Blvd Lane Highway")
_BUILDINGS = any_of(
    "Medical_Center Hospital High_School Middle_School Elementary_School University Airport Zoo Park Beach Church Mall"
    " Hotel Apartments Elementary Stadium Bridge Square Cosmodrome County Jail"
)
_IN = any_of("in into to from across of near at outside around against with over for")
_NO_LIST = r"(?!,? (?:and|or) [A-Z]|, [A-Z]|[’'-]| [A-Z])"
_KNOWN = any_of(" ".join([*_STATES, *_COUNTRIES]))


def _named(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{_IN} (?P<n>{any_of(' '.join(names))})\b{_NO_LIST}")


_FORMS = (
    ("street", re.compile(rf"(?<![\w’'-])(?P<n>{CAPITAL}) {_ROADS}(?![\w’-])"), _STREETS),
    ("building", re.compile(rf"(?<![\w’'-])(?P<n>{CAPITAL}) {_BUILDINGS}(?![\w’-])(?! [A-Z])"), _HOUSES),
    (
        "town",
        re.compile(rf"\b{_IN} (?P<n>(?!{_KNOWN}\b){CAPITAL})(?=, (?:{_KNOWN}|[A-Z][a-z]{{2,4}}\.))"),
        _TOWNS,
    ),
    ("country", _named(_COUNTRIES), _COUNTRIES),
    ("state", _named(_STATES), [state for state in _STATES if state != "Georgia"]),  # a country as well
    ("city", _named(_CITIES), _CITIES),
)


def plant_places(setting: Setting, chance: Random) -> Iterator[Change]:
    """Another place of the same sort, wherever the sentence has its name."""
    seen: set[str] = set()
    for way, form, others in _FORMS:
        for match in form.finditer(setting.text):
            name = match["n"]
            if name not in seen and _may_change(name, Span(*match.span("n")), others, setting.text):
                seen.add(name)
                yield from changed("place", way, name, other(name, others, chance), setting)


def _may_change(name: str, span: Span, others: Sequence[str], text: str) -> bool:
    """Whether the name is a place's, nowhere part of another name, and the only one of its sort in the sentence."""
    is_written_large = name.upper() in text or bool(_title_of(name).search(text))
    is_inner = any(follows_capital(text, each) for each in mentions(text, name))
    is_alone = not any(mentions(text, each) for each in others if each != name)
    return is_alone and not (is_written_large or is_inner or is_speaker(text, span))


@cache
def _title_of(name: str) -> re.Pattern[str]:
    """The name in a title with a colon: "Peru in Pictures: A Journey"."""
    return re.compile(rf"{name} in [A-Z]\w+:")
