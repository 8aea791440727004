"""What is still open."""

from counterpoint.engine.comparison import compare
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.resources import load_knowledge
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.outlines import outline_of
from counterpoint.writers.questions import Question, find_questions
from counterpoint.writers.remarks import Checked, Remark, Remarks
from tests.writers.stories import GAZETTE, PATHS, THIRTY_FIVE, story


def questions(remarks: Remarks) -> list[Question]:
    return list(find_questions(outline_of(Dossier(story(), PATHS, remarks))))


def test_a_conflict_is_open_until_each_of_its_pairs_is_decided() -> None:
    conflicts = [r.id for r in story().relations if r.kind is RelationKind.CONFLICT]
    assert [q.why for q in questions(Remarks())] == ["not decided"] * 3
    decided = {name: Remark("confirmed") for name in conflicts}
    assert questions(Remarks(relations=decided)) == []
    one_left = questions(Remarks(relations={**decided, conflicts[0]: Remark("unsure")}))
    assert [q.why for q in one_left] == ["unsure"]


def test_a_note_with_a_question_mark_is_a_question() -> None:
    remarks = Remarks(
        relations={r.id: Remark("rejected") for r in story().relations},
        claims={THIRTY_FIVE.id: Remark(notes=("No question.", "Look.\n\nWho *counted*?\nAnd when?"))},
        sources={GAZETTE.id: Remark(notes=("Paid by whom?",))},
    )
    assert [q.words for q in questions(remarks)] == ["Who *counted*?", "Paid by whom?"]


def test_a_claim_of_the_draft_is_open_until_it_is_checked() -> None:
    source = Source(SourceId("s"), "Four people died in the flood on Monday, the mayor said.\n")
    draft = Source(SourceId("d"), "Five people died in the flood on Monday.\n", role=Role.DRAFT)
    comparison = compare([source, draft], load_knowledge())
    paths = {source.id: None, draft.id: None}
    found = find_questions(outline_of(Dossier(comparison, paths)))
    assert [(q.about, q.why) for q in found] == [("The draft", "is contradicted")]
    (check,) = (account.claims[0].id for account in comparison.accounts if account.source.id == draft.id)
    checked = Remarks(statuses={check: Checked("checked")})
    assert find_questions(outline_of(Dossier(comparison, paths, checked))) == ()
