"""What a person finds by hand, on findings that are made by hand too."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.exports import json_of, markdown_of
from counterpoint.app.own_findings import is_said_by_hand
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.facts import Fact
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.errors import UnwritableOutput
from counterpoint.store.annotations import OwnRelation, Ruling, Subject, SubjectKind
from tests.contract import check_contract
from tests.store.made import comparison, contents, moment, own_claim, own_relation, passage, source
from tests.store.made import relation as make_relation

MATCH, CONFLICT = RelationKind.MATCH, RelationKind.CONFLICT


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    made = Workspace.create(tmp_path, contents(0, 1, 2), "The flood")
    made.replace_analysis(comparison(*made.sources))
    yield made
    made.close()


@pytest.fixture
def failures(workspace: Workspace) -> list[str]:
    told: list[str] = []
    workspace.failed.connect(told.append)
    return told


def claims(workspace: Workspace) -> list[Claim]:
    assert workspace.comparison is not None
    return [claim for account in workspace.comparison.accounts for claim in account.claims]


def claim(workspace: Workspace, words: str) -> Claim:
    return next(each for each in claims(workspace) if each.text == words)


def relations(workspace: Workspace) -> dict[tuple[str, str], Relation]:
    """By the words that their first reasons point at."""
    assert workspace.comparison is not None
    texts = {each.id: workspace.source(each.source).text for each in claims(workspace)}
    return {(r.reasons[0].a.of(texts[r.a]), r.reasons[0].b.of(texts[r.b])): r for r in workspace.comparison.relations}


def by_hand(workspace: Workspace) -> dict[tuple[str, str], Relation]:
    return {words: r for words, r in relations(workspace).items() if workspace.hands.is_by_hand(r.id)}


def fact(workspace: Workspace, words: str) -> Fact:
    assert workspace.comparison is not None
    own = claim(workspace, words).id
    return next(each for each in workspace.comparison.facts if own in each.claims)


# Relations


def test_two_passages_are_said_to_conflict_and_stand_in_their_claims(workspace: Workspace) -> None:
    workspace.hands.relate(CONFLICT, passage(0, "12 shelters"), passage(2, "Four people"))
    (relation,) = by_hand(workspace).values()
    assert relation.kind is CONFLICT
    assert relation.score == 1
    assert relation.reasons[0].is_difference
    assert is_said_by_hand(relation.reasons[0])
    assert {relation.a, relation.b} == {
        claim(workspace, "The mayor opened 12 shelters.").id, claim(workspace, "Four people have died.").id,
    }  # fmt: skip
    assert workspace.undo_stack.undoText() == "conflict by hand"
    verdict = workspace.verdict_on(relation)
    assert verdict is not None, "who makes it by hand has confirmed it"
    assert verdict.ruling is Ruling.CONFIRMED


def test_passages_in_no_claim_become_claims_and_go_with_their_relation(workspace: Workspace) -> None:
    before = workspace.comparison
    workspace.hands.relate(MATCH, passage(0, "Flood in Nowhere"), passage(1, "Nowhere under water"))
    assert fact(workspace, "Flood in Nowhere").claims == tuple(
        claim(workspace, words).id for words in ("Flood in Nowhere", "Nowhere under water")
    )
    (relation,) = by_hand(workspace).values()
    workspace.hands.remove_relation(relation.id)
    assert workspace.comparison == before
    assert workspace.lost == ()


def test_a_conflict_by_hand_makes_a_fact_disputed(workspace: Workspace) -> None:
    assert fact(workspace, "The mayor opened 12 shelters.").state == "consensus"
    workspace.hands.relate(CONFLICT, passage(0, "12"), passage(1, "twelve shelters"))
    assert len(claims(workspace)) == 8, "what the engine says of the same claims stays beside it"
    assert fact(workspace, "12").state == "disputed"
    assert fact(workspace, "The mayor opened 12 shelters.").state == "consensus"


def test_what_the_engine_has_found_too_keeps_its_reasons_and_its_verdict(workspace: Workspace) -> None:
    found = relations(workspace)["Four", "Five"]
    workspace.give_verdict([found], Ruling.CONFIRMED)
    workspace.hands.relate(CONFLICT, passage(1, "Five people"), passage(0, "Four people"))
    (relation,) = by_hand(workspace).values()
    assert (relation.id, relation.score, relation.warning) == (found.id, found.score, found.warning)
    assert relation.reasons[1:] == found.reasons
    verdict = workspace.verdict_on(relation)
    assert verdict is not None
    assert verdict.ruling is Ruling.CONFIRMED
    workspace.hands.remove_relation(relation.id)
    assert relations(workspace)["Four", "Five"] == found


def test_whole_sentences_point_at_the_words_that_differ(workspace: Workspace) -> None:
    workspace.hands.relate(
        CONFLICT, passage(0, "Four people died in the flood on Monday."), passage(2, "Four people have died.")
    )
    assert ("died in the flood on Monday.", "have died.") in by_hand(workspace)


def test_a_word_too_many_does_not_make_another_claim(workspace: Workspace) -> None:
    number = len(claims(workspace))
    words = workspace.hands.passage(source(0).id, Span(16, 59))
    assert words is not None
    assert words.anchors[0].exact == "Four people died in the flood on Monday.\nT"
    workspace.hands.relate(MATCH, words, passage(2, "Four people"))
    assert len(claims(workspace)) == number


def test_the_other_kind_takes_the_place_of_the_first_in_one_step(workspace: Workspace) -> None:
    one, other = passage(0, "Flood"), passage(2, "12 shelters")
    workspace.hands.relate(MATCH, one, other)
    workspace.hands.relate(CONFLICT, other, one)
    assert [relation.kind for relation in by_hand(workspace).values()] == [CONFLICT]
    workspace.undo_stack.undo()
    assert [relation.kind for relation in by_hand(workspace).values()] == [MATCH]


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        ((passage(0, "Flood"), passage(0, "Four")), "Select words in two different sources."),
        (
            (passage(0, "12 shelters"), passage(2, "12 shelters")),
            "The words are the same on both sides. Select the words that conflict.",
        ),
    ],
)
def test_what_cannot_be_related_is_told(
    workspace: Workspace, failures: list[str], ends: tuple[Subject, Subject], sentence: str
) -> None:
    before = workspace.comparison
    workspace.hands.relate(CONFLICT, *ends)
    assert failures == [sentence]
    assert workspace.comparison == before


def test_the_same_twice_is_told_and_once_there(workspace: Workspace, failures: list[str]) -> None:
    for _ in range(2):
        workspace.hands.relate(MATCH, passage(0, "Flood"), passage(2, "12 shelters"))
    assert failures == ["That is marked already."]
    assert len(by_hand(workspace)) == 1


def test_findings_by_hand_outlive_a_new_analysis_and_closing(workspace: Workspace) -> None:
    workspace.hands.relate(MATCH, passage(0, "Flood"), passage(2, "12 shelters"))
    workspace.hands.make_claim(passage(0, "Flood in Nowhere"))
    before = workspace.comparison
    workspace.replace_analysis(comparison(*workspace.sources))
    assert workspace.comparison == before
    workspace.close()
    again = Workspace.open(workspace.path)
    assert again.comparison == before
    again.close()


def analysed_with(workspace: Workspace, of: Relation, kind: RelationKind | None) -> None:
    """An analysis that says of the claims of a relation that they stand so; None: nothing, as before."""
    found = comparison(*workspace.sources)
    named = {each.id: each for each in claims(workspace)}
    own = [make_relation(named[of.a], named[of.b], kind is CONFLICT)] if kind else []
    workspace.replace_analysis(replace(found, relations=(*found.relations, *own)))


def rulings(workspace: Workspace) -> dict[tuple[RelationKind, bool], Ruling | None]:
    """On each relation of claims that the engine says nothing of by itself, by kind and whether it is by hand."""
    assert workspace.comparison is not None
    usual = {each.id for each in comparison(*workspace.sources).relations}
    others = [each for each in workspace.comparison.relations if each.id not in usual]
    verdicts = {(each.kind, workspace.hands.is_by_hand(each.id)): workspace.verdict_on(each) for each in others}
    return {key: verdict.ruling if verdict else None for key, verdict in verdicts.items()}


def test_what_was_said_of_a_finding_by_hand_outlives_that_the_engine_says_the_contrary(workspace: Workspace) -> None:
    workspace.hands.relate(CONFLICT, passage(0, "12 shelters"), passage(2, "Four people"))
    (relation,) = by_hand(workspace).values()
    workspace.add_note(relation, "Ask the mayor.")
    workspace.add_tag("Check", on=[relation])
    analysed_with(workspace, relation, MATCH)
    (again,) = (each for each in by_hand(workspace).values() if each.kind is CONFLICT)
    assert {again.a, again.b}.isdisjoint({relation.a, relation.b}), "the engine's finding stands beside it"
    assert rulings(workspace) == {(CONFLICT, True): Ruling.CONFIRMED, (MATCH, False): None}
    assert [note.body for note in workspace.notes_on(again)] == ["Ask the mayor."]
    assert [tag.name for tag in workspace.tags_on(again)] == ["Check"]
    workspace.give_verdict([again], Ruling.REJECTED)
    workspace.replace_analysis(comparison(*workspace.sources))
    assert rulings(workspace) == {(CONFLICT, True): Ruling.REJECTED}
    assert workspace.lost == ()


@pytest.mark.parametrize("ruling", [Ruling.REJECTED, Ruling.UNSURE])
def test_a_verdict_on_what_both_have_found_stays_when_they_part(workspace: Workspace, ruling: Ruling) -> None:
    workspace.hands.relate(CONFLICT, passage(0, "12 shelters"), passage(2, "Four people"))
    (relation,) = by_hand(workspace).values()
    analysed_with(workspace, relation, CONFLICT)
    (both,) = by_hand(workspace).values()
    workspace.give_verdict([both], ruling)
    analysed_with(workspace, relation, None)
    assert rulings(workspace) == {(CONFLICT, True): ruling}
    analysed_with(workspace, relation, MATCH)
    assert rulings(workspace) == {(CONFLICT, True): ruling, (MATCH, False): None}
    analysed_with(workspace, relation, CONFLICT)
    (both,) = by_hand(workspace).values()
    workspace.hands.remove_relation(both.id)
    assert rulings(workspace) == {(CONFLICT, False): ruling}, "the engine's finding was decided on too"


def test_a_verdict_on_the_engines_finding_is_there_again_after_every_undo(workspace: Workspace) -> None:
    found = relations(workspace)["Four", "Five"]

    seen = [workspace.verdict_on(found)]
    for act in (
        lambda: workspace.give_verdict([found], Ruling.CONFIRMED),
        lambda: workspace.hands.relate(CONFLICT, passage(1, "Five people"), passage(0, "Four people")),
        lambda: workspace.give_verdict([found], Ruling.REJECTED),
        lambda: workspace.hands.remove_relation(found.id),
    ):
        act()
        seen.append(workspace.verdict_on(found))
    given = [verdict.ruling if verdict else None for verdict in seen]
    assert given == [None, Ruling.CONFIRMED, Ruling.CONFIRMED, Ruling.REJECTED, Ruling.REJECTED]
    assert workspace.undo_stack.undoText() == "removal of a conflict"
    for verdict in reversed(seen[:-1]):
        workspace.undo_stack.undo()
        assert workspace.verdict_on(found) == verdict
    assert not workspace.undo_stack.canUndo()


def test_two_verdicts_on_one_finding_are_one_in_the_menu(workspace: Workspace) -> None:
    workspace.hands.relate(CONFLICT, passage(1, "Five people"), passage(0, "Four people"))
    workspace.give_verdict(list(by_hand(workspace).values()), Ruling.REJECTED)
    assert workspace.undo_stack.undoText() == "rejection of 1 finding"


def test_the_engines_verdict_is_kept_while_a_finding_by_hand_stands_in_its_place(workspace: Workspace) -> None:
    found = relations(workspace)["Four", "Five"]
    workspace.give_verdict([found], Ruling.REJECTED)
    whole = [passage(n, f"{word} people died in the flood on Monday.") for n, word in enumerate(("Four", "Five"))]
    workspace.hands.relate(MATCH, whole[0], whole[1])
    workspace.hands.relate(CONFLICT, whole[0], whole[1])
    assert [verdict.ruling for r in by_hand(workspace).values() if (verdict := workspace.verdict_on(r))] == [
        Ruling.CONFIRMED
    ]
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    verdict = workspace.verdict_on(found)
    assert verdict is not None
    assert verdict.ruling is Ruling.REJECTED


def test_what_is_marked_before_the_analysis_is_confirmed_after_it(tmp_path: Path, qapp: QApplication) -> None:
    assert qapp
    made = Workspace.create(tmp_path, contents(0, 1, 2), "The flood")
    made.hands.relate(CONFLICT, passage(0, "12 shelters"), passage(2, "Four people"))
    made.replace_analysis(comparison(*made.sources))
    assert rulings(made) == {(CONFLICT, True): Ruling.CONFIRMED}
    made.close()


def test_findings_by_hand_go_and_come_with_their_sources(workspace: Workspace) -> None:
    workspace.hands.relate(MATCH, passage(0, "Flood"), passage(2, "12 shelters"))
    workspace.remove_source(source(2).id)
    assert by_hand(workspace) == {}
    workspace.undo_stack.undo()
    assert len(by_hand(workspace)) == 1


@pytest.mark.parametrize("both", [(passage(0, "Flood"), passage(0, "Four")), (passage(0, "Flood"),) * 2])
def test_a_relation_needs_two_sources(both: tuple[Subject, Subject]) -> None:
    with pytest.raises(ValueError, match="two passages of different sources"):
        own_relation("x", *both)


def test_a_claim_by_hand_is_a_passage() -> None:
    anchors = passage(0, "Flood").anchors
    with pytest.raises(ValueError, match="not a passage"):
        own_claim("x", Subject(SubjectKind.CLAIM, anchors))
    with pytest.raises(ValueError, match="two passages"):
        OwnRelation(own_claim("x", passage(0, "Flood")).id, Subject(SubjectKind.RELATION, anchors), MATCH, moment(0))


# Claims


def test_words_become_a_claim_that_is_told_by_one_source(workspace: Workspace) -> None:
    workspace.hands.make_claim(passage(0, "Flood in Nowhere"))
    own = claim(workspace, "Flood in Nowhere")
    assert workspace.hands.is_by_hand(own.id)
    assert fact(workspace, "Flood in Nowhere").state == "single"
    assert [each.text for each in claims(workspace)][:2] == [
        "Flood in Nowhere", "Four people died in the flood on Monday.",
    ]  # fmt: skip


def test_what_is_a_claim_already_is_told(workspace: Workspace, failures: list[str]) -> None:
    workspace.hands.make_claim(passage(2, "Four people have died."))
    workspace.hands.make_claim(passage(0, "Flood in Nowhere"))
    workspace.hands.make_claim(passage(0, "Flood"))
    workspace.hands.resize_claim(claim(workspace, "Flood").id, Span(0, 16))
    assert failures == ["These words are a claim already."] * 2
    assert claim(workspace, "Flood")


def test_a_claim_is_resized_with_what_sits_on_it(workspace: Workspace) -> None:
    workspace.hands.make_claim(passage(0, "Flood"))
    before = claim(workspace, "Flood")
    workspace.add_tag("Toll", on=[before])
    workspace.add_note(before, "Which flood?")
    workspace.hands.resize_claim(before.id, Span(0, 17))  # the line break is left out
    after = claim(workspace, "Flood in Nowhere")
    assert after.id == before.id
    assert [tag.name for tag in workspace.tags_on(after)] == ["Toll"]
    assert [note.body for note in workspace.notes_on(after)] == ["Which flood?"]
    assert workspace.undo_stack.undoText() == "new extent of a claim"
    workspace.undo_stack.undo()
    assert [note.body for note in workspace.notes_on(claim(workspace, "Flood"))] == ["Which flood?"]


def test_a_claim_is_not_resized_to_nothing_or_to_itself(workspace: Workspace) -> None:
    workspace.hands.make_claim(passage(0, "Flood"))
    steps = workspace.undo_stack.count()
    for span in (Span(0, 5), Span(5, 6), Span(0, 6)):
        workspace.hands.resize_claim(claim(workspace, "Flood").id, span)
    workspace.hands.resize_claim(claim(workspace, "Four people have died.").id, Span(0, 3))
    assert workspace.undo_stack.count() == steps


def test_a_claim_is_removed_and_what_sat_on_it_stays_with_its_words(workspace: Workspace) -> None:
    workspace.hands.make_claim(passage(0, "Flood in Nowhere"))
    own = claim(workspace, "Flood in Nowhere")
    note = workspace.add_note(own, "Ask.")
    workspace.hands.remove_claim(own.id)
    workspace.hands.remove_claim(claim(workspace, "Four people have died.").id)  # the engine's: nothing happens
    assert claims(workspace)[0].text == "Four people died in the flood on Monday."
    assert [each.id for each in workspace.notes_on(passage(0, "Flood in Nowhere"))] == [note]
    assert workspace.hands.passages(source(0).id) == (passage(0, "Flood in Nowhere"),)
    assert workspace.lost == ()


# Out


def test_what_is_by_hand_leaves_with_the_rest_and_is_told_as_such(workspace: Workspace) -> None:
    workspace.hands.relate(CONFLICT, passage(0, "12 shelters"), passage(1, "Five people"))
    workspace.hands.make_claim(passage(1, "Nowhere under water"))
    workspace.add_note(workspace.passage(source(0).id, Span(9, 16)), "Which *flood*?")
    workspace.add_note(workspace.passage(source(2).id, Span(0, 5)), "Of a confidential source.")
    report = markdown_of(workspace)
    assert "12 shelters / Five people (A, B; by hand)" in report
    assert "**A / B** (by hand). Wording: Marked by hand as a conflict." in report
    assert "Nowhere under water (a claim by hand)" in report
    assert "## Marked passages\n\n### A: " in report
    assert "> Nowhere\n\n> **Note**\n>\n> Which *flood*?" in report
    assert "confidential source." not in report
    told = json.loads(json_of(workspace))
    check_contract(told)
    assert [each["text"] for each in told["claims"] if each["by_hand"]] == ["Nowhere under water"]
    assert [each["score"] for each in told["relations"] if each["by_hand"]] == [1]


def test_nothing_leaves_before_it_is_compared(workspace: Workspace) -> None:
    workspace.add_sources(contents(3))
    for write in (markdown_of, json_of):
        with pytest.raises(UnwritableOutput, match="not finished"):
            write(workspace)
