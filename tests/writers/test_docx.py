"""The Word document, as another program reads it."""

import io

from docx import Document
from hypothesis import given

from counterpoint.engine.claims import Claim
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import SourceId
from counterpoint.writers.docx import docx_report
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.remarks import Remark, Remarks
from counterpoint.writers.wordml import WordDocument
from tests.writers.stories import PATHS, POST, THIRTY_FIVE, story
from tests.writers.test_markdown import smuggled


def commented(document: bytes) -> list[tuple[str, str]]:
    """The comments in the order of their beginnings: the words that each is on, and what it says."""
    read = Document(io.BytesIO(document))
    said = {comment.comment_id: comment.text for comment in read.comments}
    on: dict[int, str] = {}
    opened: set[int] = set()
    for element in read.element.body.iter():
        number = int(next((value for name, value in element.items() if name.endswith("}id")), -1))
        match element.tag.rpartition("}")[2]:
            case "commentRangeStart":
                on[number] = ""
                opened.add(number)
            case "commentRangeEnd":
                opened.remove(number)
            case "t":
                for each in opened:
                    on[each] += element.text or ""
    assert opened == set()
    assert on.keys() == said.keys()
    return [(words, said[number]) for number, words in on.items()]


def test_every_passage_of_a_finding_has_a_comment_that_says_why() -> None:
    found = dict(commented(docx_report(Dossier(story(), PATHS))))
    told = found[THIRTY_FIVE.text]
    assert "Conflicts with B" in told
    assert "“Thirty allies gathered" in told
    assert "Quantity: “35 countries” against “Thirty allies”." in told
    assert "(83% sure)" in told


def test_the_whole_text_is_there_line_by_line() -> None:
    read = Document(io.BytesIO(docx_report(Dossier(story(), PATHS))))
    shown = [paragraph.text for paragraph in read.paragraphs]
    lines = [line for line in POST.text.split("\n") if line]
    at = shown.index(lines[0], shown.index("The accounts"))
    assert shown[at : at + len(lines)] == lines


def test_notes_and_tags_stand_in_the_comment_of_their_claim() -> None:
    remarks = Remarks(claims={THIRTY_FIVE.id: Remark(tags=("Toll",), notes=("Ask.\n\nTwice.",))})
    found = dict(commented(docx_report(Dossier(story(), PATHS, remarks))))
    assert found[THIRTY_FIVE.text].endswith("Tags: Toll.\nNote: Ask.\nTwice.")


def test_comments_may_lie_over_one_another_and_over_lines() -> None:
    made = WordDocument()
    made.add_text("one two\n\nthree\n", [(Span(4, 14), ["b"]), (Span(0, 7), ["a", "A"]), (Span(4, 8), ["c"])])
    assert commented(made.packed("T")) == [("one two", "a\nA"), ("two", "c"), ("twothree", "b")]


@given(smuggled())
def test_any_words_make_a_document_that_opens(
    case: tuple[Comparison, dict[SourceId, str | None], tuple[Claim, Claim]],
) -> None:
    comparison, paths, _ = case
    assert len(commented(docx_report(Dossier(comparison, paths)))) == 2
