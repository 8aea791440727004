"""What is said of a level, and that both reports say it."""

import json
from dataclasses import replace

import pytest

from counterpoint.engine.levels import Level, Measured, Thresholds
from counterpoint.engine.relations import RelationKind
from counterpoint.writers.json import json_report
from counterpoint.writers.levels import kind_measured, level_briefly, level_measured
from counterpoint.writers.markdown import markdown_report
from tests.contract import check_contract
from tests.writers.stories import PATHS, story

FEW = Measured(right=9, shown=12, found=9, required=55, events=38)
MANY = Measured(right=723, shown=816, found=321, required=410, events=38)
LEVEL = Level(1, Thresholds(match=0.5, conflict=0.99), conflict=FEW, match=MANY)


@pytest.mark.parametrize(
    ("kind", "measured", "words"),
    [
        ("match", MANY, "of 100 agreements shown about 89 are right, and 78 of 100 are found"),
        (
            "conflict",
            FEW,
            "too few conflicts were shown to measure how many are right, and 16 of 100 are found",
        ),
        (
            "conflict",
            Measured(0, 20, 3, 5, events=2),
            "of 100 conflicts shown about 0 are right, and too few to measure were to be found",
        ),
    ],
)
def test_a_kind_is_told_by_the_hundred(kind: str, measured: Measured, words: str) -> None:
    assert kind_measured(RelationKind(kind), measured) == words


def test_a_level_is_told_in_a_sentence() -> None:
    few = "Level 1 of 5 (fewest): about 89 of 100 agreements are right; too few conflicts to measure."
    assert level_briefly(LEVEL) == few
    assert level_measured(LEVEL).startswith("Measured on 38 news stories that the program had not seen: too few")
    both = Level(5, LEVEL.thresholds, conflict=MANY, match=MANY)
    assert level_briefly(both) == "Level 5 of 5 (most): about 89 of 100 conflicts and 89 of 100 agreements are right."
    neither = Level(5, LEVEL.thresholds, conflict=FEW, match=FEW)
    assert level_briefly(neither) == "Level 5 of 5 (most): too few conflicts to measure; too few agreements to measure."


def test_the_report_for_programs_has_the_level_and_what_is_kept() -> None:
    report = json.loads(json_report(replace(story(), level=LEVEL), PATHS))
    check_contract(report)
    assert (report["level"]["number"], report["level"]["name"]) == (1, "fewest")
    assert report["level"]["conflict"] == {
        "threshold": 0.99, "right": 9, "shown": 12, "found": 9, "required": 55, "events": 38,
    }  # fmt: skip
    assert {(relation["kind"], relation["kept"]) for relation in report["relations"]} >= {("conflict", True)}
    assert not [relation for relation in report["relations"] if relation["kind"] == "match" and relation["kept"]]


def test_without_a_level_nothing_is_said_of_one() -> None:
    report = json.loads(json_report(story(), PATHS))
    assert report["level"] is None
    assert not any(relation["kept"] for relation in report["relations"])
    assert "level" not in markdown_report(story(), PATHS)


def test_the_report_for_people_has_the_level_and_marks_what_is_kept() -> None:
    report = markdown_report(replace(story(), level=LEVEL), PATHS)
    assert "Shown at level 1 of 5 (fewest): the lower the level, the fewer the findings" in report
    assert "% sure, too unsure for this level and kept)" in report
