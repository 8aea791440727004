"""How many findings a project shows, and that nothing that a person did is hidden with them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.commands import Thing
from counterpoint.app.exports import json_of, markdown_of
from counterpoint.app.findings import find_findings
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.comparison import Comparison, compare
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.levels import DEFAULT, Kept
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.readers.files import read_file
from counterpoint.resources import load_knowledge, load_levels, seeds
from counterpoint.store.annotations import Ruling
from counterpoint.store.shelves import Original
from tests.store.made import comparison, contents

FEWEST, MOST = 1, 5


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    made = Workspace.create(tmp_path, [(read_file(path), Original(path.read_bytes())) for path in seeds()[:3]])
    yield made
    made.close()


def at_level(workspace: Workspace, level: int, knowledge: Knowledge) -> Sequence[Relation]:
    """What is shown when a person has moved the control there, and the comparison is done."""
    workspace.showing.set_level(level)
    workspace.replace_analysis(compare(workspace.sources, knowledge, choice=workspace.showing.choice))
    assert workspace.is_analysed
    assert workspace.comparison is not None
    return workspace.comparison.relations


def unsure(workspace: Workspace, knowledge: Knowledge) -> Relation:
    """One that only the loosest level shows."""
    fewest = {relation.id for relation in at_level(workspace, FEWEST, knowledge)}
    return next(r for r in at_level(workspace, MOST, knowledge) if r.id not in fewest)


def test_the_level_is_the_default_until_it_is_set_and_survives_closing(workspace: Workspace) -> None:
    assert workspace.showing.level == DEFAULT
    workspace.showing.set_level(MOST)
    assert not workspace.undo_stack.canUndo()  # it is no step
    workspace.close()
    again = Workspace.open(workspace.path)
    assert again.showing.level == MOST
    again.close()


@pytest.mark.parametrize("value", ["many", 0, 6, None, 2.5, [3]])
def test_a_level_that_makes_no_sense_counts_as_the_default(workspace: Workspace, value: object) -> None:
    workspace.set_setting("level", value)
    assert workspace.showing.level == DEFAULT


def test_another_level_makes_an_analysis_due_and_its_answer_is_taken_in(
    workspace: Workspace, knowledge: Knowledge
) -> None:
    before = at_level(workspace, DEFAULT, knowledge)
    told: list[set[Thing]] = []
    workspace.changed.connect(lambda changes: told.append(set(changes.things)))
    workspace.showing.set_level(MOST)
    assert told == [{Thing.SETTINGS}]
    assert not workspace.is_analysed
    assert len(at_level(workspace, MOST, knowledge)) > len(before)
    workspace.showing.set_level(DEFAULT)
    assert not workspace.is_analysed
    assert at_level(workspace, DEFAULT, knowledge) == before


def test_an_answer_at_another_level_came_late_and_is_dropped(workspace: Workspace, knowledge: Knowledge) -> None:
    late = compare(workspace.sources, knowledge, choice=workspace.showing.choice)
    workspace.showing.set_level(MOST)
    workspace.replace_analysis(late)
    assert workspace.comparison is None


def test_findings_that_were_chosen_at_no_level_fit_every_level(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path, contents(0, 1), "Made")
    found: Comparison = comparison(*made.sources)
    made.replace_analysis(found)
    made.showing.set_level(MOST)
    assert made.is_analysed
    assert not any(finding.is_kept for finding in find_findings(made))
    made.close()


@pytest.mark.parametrize("what", ["verdict", "tag", "note", "private note"])
def test_what_a_person_has_dealt_with_is_shown_and_marked_at_every_level(
    workspace: Workspace, knowledge: Knowledge, what: str
) -> None:
    relation = unsure(workspace, knowledge)
    match what:
        case "verdict":
            workspace.give_verdict([relation], Ruling.REJECTED)
        case "tag":
            workspace.add_tag("Toll", on=[relation])
        case _:
            workspace.add_note(relation, "Ask the mayor.", is_private=what == "private note")
    shown = {each.id: each for each in at_level(workspace, FEWEST, knowledge)}
    assert shown[relation.id] == relation
    (finding,) = (finding for finding in find_findings(workspace) if finding.id == relation.id)
    assert finding.is_kept
    assert workspace.lost == ()
    if what == "verdict":
        assert finding.ruling is Ruling.REJECTED
    if what == "tag":
        assert [tag.name for tag in workspace.tags_on(relation)] == ["Toll"]


def test_what_is_kept_is_marked_in_reports_and_the_level_is_told(workspace: Workspace, knowledge: Knowledge) -> None:
    relation = unsure(workspace, knowledge)
    workspace.give_verdict([relation], Ruling.CONFIRMED)
    at_level(workspace, FEWEST, knowledge)
    report = markdown_of(workspace)
    assert "Shown at level 1 of 5 (fewest)" in report
    assert "too unsure for this level and kept" in report
    assert '"kept": true' in json_of(workspace)
    at_level(workspace, MOST, knowledge)
    assert "kept" not in markdown_of(workspace)
    assert '"kept": true' not in json_of(workspace)


def test_a_verdict_that_is_taken_back_keeps_nothing_from_the_next_comparison_on(
    workspace: Workspace, knowledge: Knowledge
) -> None:
    relation = unsure(workspace, knowledge)
    workspace.give_verdict([relation], Ruling.UNSURE)
    assert relation.id in {each.id for each in at_level(workspace, FEWEST, knowledge)}
    workspace.undo_stack.undo()
    assert workspace.showing.choice.kept == ()
    assert relation.id not in {each.id for each in at_level(workspace, FEWEST, knowledge)}


def test_the_newest_verdict_says_which_kind_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    made = Workspace.create(tmp_path, contents(0, 1), "Made")
    found = comparison(*made.sources)
    made.replace_analysis(found)
    relation = found.relations[0]
    made.add_tag("Toll", on=[relation])
    claims = {claim.id: claim for account in found.accounts for claim in account.claims}
    places = (
        (claims[relation.a].source, claims[relation.a].span),
        (claims[relation.b].source, claims[relation.b].span),
    )
    assert made.showing.choice.kept == (Kept(*places, RelationKind.CONFLICT),)
    match = replace(relation, kind=RelationKind.MATCH)
    made.replace_analysis(replace(found, relations=(match, *found.relations[1:])))
    assert made.showing.choice.kept == (Kept(*places, RelationKind.MATCH),)  # a tag is on whatever kind it is now
    made.give_verdict([match], Ruling.CONFIRMED)
    made.replace_analysis(found)
    assert made.showing.choice.kept == (Kept(*places, RelationKind.MATCH),)
    made.close()


def test_the_levels_that_are_shipped_can_all_be_set(workspace: Workspace) -> None:
    for level in load_levels():
        workspace.showing.set_level(level.number)
        assert workspace.showing.choice.level == level.number
