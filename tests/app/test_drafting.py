"""A draft that is written in: what sits on it goes with its words, is lost with them, and comes back with undo."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.workspaces import Workspace
from counterpoint.engine.claims import Claim
from counterpoint.engine.edits import Edit, edited
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source
from counterpoint.engine.texts import canonical_text
from counterpoint.store.annotations import Anchor, Ruling, Status
from counterpoint.store.shelves import Original
from tests.engine.test_edits import edit_of, text_of
from tests.store.made import comparison, contents, source

DRAFT = replace(
    source(7, text="The flood\nSix people died in the flood on Monday.\nThe mayor opened 12 shelters.\nWe wept.\n"),
    role=Role.DRAFT,
    repairs=(),
)
DEAD, SHELTERS, WEPT = (f"{line}." for line in DRAFT.text.split(".\n")[:3])
DEAD = DEAD.removeprefix("The flood\n")


class Desk:
    """A person at the draft, in a workspace whose findings are made by hand."""

    def __init__(self, folder: Path, draft: Source = DRAFT) -> None:
        given = [*contents(0, 1), (draft, Original(draft.text.encode()))]
        self.workspace = Workspace.create(folder, given, "Flood")
        self.failures: list[str] = []
        self.workspace.failed.connect(self.failures.append)
        self.compare()

    def compare(self) -> None:
        self.workspace.replace_analysis(comparison(*self.workspace.sources))

    @property
    def text(self) -> str:
        return self.workspace.source(DRAFT.id).text

    @property
    def drafting(self):  # noqa: ANN201  # of the workspace
        return self.workspace.drafting

    def write(self, old: str, new: str, *, compares: bool = True) -> None:
        """In place of words, which stand there once."""
        assert self.text.count(old) == 1
        self.drafting.write(DRAFT.id, [Edit(self.text.index(old), old, new)])
        if compares:
            self.compare()

    def claim(self, words: str) -> Claim:
        return next(claim for claim in self.drafting.claims if words in claim.text)

    def status(self, words: str) -> str:
        standing = self.drafting.standing_of(self.claim(words))
        return f"{standing.status}{f': {standing.was}' if standing.was else ''}"

    def give(self, words: str, status: Status | None) -> None:
        self.drafting.give_status([self.claim(words)], status)

    def span(self, words: str) -> Span:
        at = self.text.index(words)
        return Span(at, at + len(words))

    def come_back(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.workspace.path)


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    made = Desk(tmp_path)
    yield made
    made.workspace.close()


def test_a_checked_sentence_that_is_edited_needs_attention_and_keeps_what_was_checked(desk: Desk) -> None:
    assert desk.drafting.left == 3
    desk.give(DEAD, Status.CHECKED)
    desk.give(WEPT, Status.OPINION)
    assert (desk.status("people died"), desk.drafting.left) == ("checked", 1)
    desk.write("Six", "Seven")
    assert desk.status("people died") == f"changed: {DEAD}"
    assert (desk.status(WEPT), desk.drafting.left) == ("opinion", 2)
    desk.give("Seven people", Status.CHECKED)
    assert (desk.status("people died"), desk.drafting.left) == ("checked", 1)
    desk.workspace.undo_stack.undo()
    desk.workspace.undo_stack.undo()
    desk.compare()
    assert desk.text == DRAFT.text
    assert desk.status("people died") == "checked"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Six people", "No, six people"),  # at its edge
        ("on Monday.", "on Monday, police said."),
        (".\nThe mayor", ". The mayor"),
        ("died", "die"),
        ("people", "péople"),
    ],
)
def test_no_status_is_shown_on_other_words_than_those_that_were_judged(desk: Desk, old: str, new: str) -> None:
    desk.give(DEAD, Status.CHECKED)
    desk.write(old, new, compares=False)
    checked = [c for c in desk.drafting.claims if desk.drafting.standing_of(c).status is Status.CHECKED]
    assert all(claim.text == DEAD for claim in checked)
    desk.compare()
    checked = [c for c in desk.drafting.claims if desk.drafting.standing_of(c).status is Status.CHECKED]
    assert all(claim.text == DEAD for claim in checked)


def test_who_gave_a_status_and_when_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ida")
    desk.give(DEAD, Status.CONTESTED)
    desk.come_back()
    given = desk.drafting.standing_of(desk.claim(DEAD)).given
    assert given is not None
    assert (given.by, given.status, given.made.tzinfo is not None) == ("ida", Status.CONTESTED, True)


def test_a_fact_told_twice_is_checked_once_and_shown_at_all_its_places(desk: Desk) -> None:
    desk.write("We wept.", "We wept.\nThe mayor opened 12 shelters.\nShe wept in May.\nShe wept in May.")
    assert desk.drafting.left == 5  # who "she" is may be another in every sentence
    desk.give(SHELTERS, Status.CHECKED)
    places = desk.drafting.places_of(desk.claim(SHELTERS))
    assert len(places) == 2
    assert [desk.drafting.standing_of(place).status for place in places] == ["checked", "checked"]
    assert desk.drafting.left == 4
    text = desk.text
    desk.drafting.write(DRAFT.id, [Edit(text.rindex("12"), "12", "13")])
    desk.compare()
    assert desk.status("13 shelters") == f"changed: {SHELTERS}"
    assert desk.status(SHELTERS) == "checked"


def test_the_next_open_fact_is_found_round_the_end(desk: Desk) -> None:
    first, second, third = desk.drafting.claims
    assert desk.drafting.next_open(None) == first
    assert desk.drafting.next_open(third) == first
    desk.drafting.give_status([first, second], Status.CHECKED)
    assert desk.drafting.next_open(third) == third
    desk.give(WEPT, Status.OPINION)
    assert desk.drafting.next_open(None) is None


def test_tags_and_notes_go_with_their_words_and_are_lost_with_them(desk: Desk) -> None:
    workspace = desk.workspace
    words = workspace.passage(DRAFT.id, desk.span("12 shelters"))
    workspace.add_tag("Toll", on=[words])
    workspace.add_note(workspace.passage(DRAFT.id, desk.span("on Monday")), "Sure?")
    desk.write("The flood", "🌊 The great flood")
    assert [a.exact for a in anchors(desk)] == ["on Monday", "12 shelters"]
    desk.write(" on Monday", "")
    lost = workspace.lost
    assert desk.text.count("Monday") == 0
    assert [each.subject.anchors[0].words for each in lost] == ["on Monday"]
    desk.write("12 shelters", "12 cold shelters")
    assert sorted(each.subject.anchors[0].words for each in workspace.lost) == ["on Monday"]
    assert [(a.exact, a.origin) for a in anchors(desk) if not a.is_lost] == [("12 cold shelters", "12 shelters")]
    desk.drafting.place_again(lost[0], workspace.passage(DRAFT.id, desk.span("We wept")))
    assert not workspace.lost
    for _ in range(4):
        workspace.undo_stack.undo()
    desk.compare()
    assert [a.exact for a in anchors(desk)] == ["on Monday", "12 shelters"]


def anchors(desk: Desk) -> list[Anchor]:
    """Of the tags and notes on the draft, in text order."""
    found = {each.subject.anchors[0] for each in (*desk.workspace.taggings, *desk.workspace.notes)}
    return sorted(found)


def test_words_that_are_cut_and_pasted_take_what_sits_on_them_along(desk: Desk) -> None:
    desk.give(SHELTERS, Status.CHECKED)
    desk.write(f"{SHELTERS}\n", "")
    assert [each.subject.anchors[0].words for each in desk.workspace.lost] == [SHELTERS]
    desk.write("We wept.\n", f"We wept.\n{SHELTERS}\n")
    assert desk.status(SHELTERS) == "checked"
    assert not desk.workspace.lost


def test_a_verdict_and_evidence_by_hand_hold_only_for_the_words_they_were_given_on(desk: Desk) -> None:
    workspace = desk.workspace
    relation = next(r for r in workspace.comparison.relations if desk.claim(DEAD).id in {r.a, r.b})  # type: ignore[union-attr]
    workspace.give_verdict([relation], Ruling.CONFIRMED)
    ours = workspace.passage(DRAFT.id, desk.span("12 shelters"))
    theirs = workspace.passage(source(0).id, Span(source(0).text.index("12"), source(0).text.index("12") + 11))
    workspace.hands.relate(RelationKind.MATCH, ours, theirs)
    by_hand = next(name for name in workspace.hands.by_hand if name.startswith("own:"))
    own = desk.drafting.evidence_by_hand(by_hand)[0]
    desk.drafting.describe(own, locator=" p. 4 ", reason="She says so herself.")
    assert desk.drafting.evidence_by_hand(by_hand)[0].locator == "p. 4"
    reasons = next(r for r in workspace.comparison.relations if r.id == by_hand).reasons  # type: ignore[union-attr]
    assert reasons[0].explanation == "She says so herself."
    desk.write("Six people", "Sixty people")
    desk.write("12 shelters", "120 shelters")
    assert workspace.verdict_on(next(r for r in workspace.comparison.relations if r.a.startswith("s1"))) is None  # type: ignore[union-attr]
    assert not workspace.hands.by_hand
    outdated = desk.drafting.outdated(desk.claim("120 shelters"))
    assert [each.reason for each in outdated] == ["She says so herself."]
    assert len(workspace.lost) == 3  # the verdict, the evidence, and the verdict that came with it
    desk.drafting.still_holds(outdated[0])
    assert workspace.hands.by_hand
    assert not desk.drafting.outdated(desk.claim("120 shelters"))


def test_a_newer_file_keeps_what_is_sure_and_lists_the_rest(desk: Desk) -> None:
    workspace = desk.workspace
    desk.give(SHELTERS, Status.CHECKED)
    desk.give(WEPT, Status.OPINION)
    desk.give(DEAD, Status.CHECKED)
    newer = f"The flood, two days on\nSix people are dead.\nAnd this: {SHELTERS}\nWe wept for hours.\n"
    desk.drafting.put_newer(DRAFT.id, Source(DRAFT.id, newer), "draft-2.txt")
    desk.compare()
    assert desk.text == newer
    assert desk.status(SHELTERS) == f"changed: {SHELTERS}"  # the line begins with other words now
    assert {each.subject.anchors[0].words for each in workspace.lost} == {DEAD, WEPT}
    assert [(each.number, each.name) for each in desk.drafting.revisions(DRAFT.id)] == [(1, "As it came")]
    desk.drafting.go_back_to(desk.drafting.revisions(DRAFT.id)[0])
    desk.compare()
    assert desk.text == DRAFT.text
    assert desk.status(SHELTERS) == "checked"
    assert [each.name for each in desk.drafting.revisions(DRAFT.id)][1:] == ["Before “As it came” came back"]
    while workspace.undo_stack.canUndo() and workspace.undo_stack.index() > 3:
        workspace.undo_stack.undo()
    desk.compare()
    assert [desk.status(words) for words in (DEAD, SHELTERS, WEPT)] == ["checked", "checked", "opinion"]


def test_between_an_edit_and_the_comparison_findings_stand_on_their_words_or_are_gone(desk: Desk) -> None:
    before = {claim.text for claim in desk.drafting.claims}
    desk.write("Six people", "A note 🌊.\nSeven people", compares=False)
    found = desk.workspace.comparison
    assert found is not None
    assert not desk.workspace.is_analysed
    assert {claim.text for claim in desk.drafting.claims} == before - {DEAD}
    for account in found.accounts:
        assert all(claim.span.of(account.source.text) == claim.text for claim in account.claims)
    claims = {claim.id: claim for account in found.accounts for claim in account.claims}
    assert all(claims[r.a].span.contains(reason.a) for r in found.relations for reason in r.reasons)
    desk.come_back()
    assert desk.workspace.comparison is not None
    assert desk.workspace.source(DRAFT.id).text == desk.text
    assert not desk.drafting.claims  # what the file has of the draft is of its text before


class Names:
    """What sits on a draft whose every character has a name of its own: an oracle for its anchors."""

    def __init__(self, text: str) -> None:
        self.names = list(range(len(text)))

    def take(self, edit: Edit) -> None:
        first = max(self.names, default=0) + 1_000
        self.names[edit.start : edit.end] = range(first, first + len(edit.inserted))


def batch_of(chance: Random, text: str, names: Names) -> list[Edit]:
    """What is written before a pause."""
    batch: list[Edit] = []
    for _ in range(chance.randint(1, 15)):
        edit = edit_of(chance, text)
        after = edited(text, (edit,))
        if canonical_text(after).text == after and (edit.removed or edit.inserted):
            batch.append(edit)
            names.take(edit)
            text = after
    return batch


@pytest.mark.parametrize("seed", range(8))
def test_through_thousands_of_edits_nothing_is_lost_or_misplaced(tmp_path: Path, qapp: QApplication, seed: int) -> None:
    assert qapp
    chance = Random(seed)  # noqa: S311
    text = canonical_text(text_of(chance, 60) + "The end.").text
    desk = Desk(tmp_path, replace(DRAFT, text=text))
    workspace, names = desk.workspace, Names(text)
    own: dict[str, set[int]] = {}
    for number in range(30):
        start = chance.randint(0, len(text) - 1)
        span = Span(start, min(len(text), start + chance.randint(1, 25)))
        note = workspace.add_note(workspace.passage(DRAFT.id, span), str(number))
        own[note] = set(names.names[span.start : span.end])
    states = [(desk.text, set(workspace.notes))]
    for _ in range(20):
        batch = batch_of(chance, desk.text, names)
        now = edited(desk.text, batch)
        desk.drafting.write(DRAFT.id, batch)
        states += [(desk.text, set(workspace.notes))] if batch else []
        assert (desk.text, len(workspace.notes)) == (now, 30)
        for note in workspace.notes:
            anchor = note.subject.anchors[0]
            left = [i for i, name in enumerate(names.names) if name in own[note.id]]
            if anchor.is_lost:
                assert not any(now[i].isalnum() for i in left) or anchor.words in text
                continue
            assert anchor.exact == anchor.span.of(now)
            assert anchor.prefix == now[max(0, anchor.span.start - 32) : anchor.span.start]
            assert all(anchor.span.start <= i < anchor.span.end for i in left)
    assert not desk.failures
    for before in reversed(states[:-1]):
        workspace.undo_stack.undo()
        assert (desk.text, set(workspace.notes)) == before
    workspace.undo_stack.setIndex(workspace.undo_stack.count())
    desk.come_back()
    assert (desk.text, set(desk.workspace.notes)) == states[-1]
    desk.workspace.close()
