import io
from datetime import UTC, datetime

import docx as python_docx
import pytest
from docx.document import Document as Writing

from counterpoint.errors import UnreadableSource
from counterpoint.readers.docx import read_docx
from tests.readers.zipped import W, docx, zipped

STORY = "<w:p><w:r><w:t>Ten people died in Nice.</w:t></w:r></w:p>"
RAISED = '<w:vertAlign w:val="superscript"/>'


def stored(document: Writing) -> bytes:
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_paragraphs_items_and_cells_are_paragraphs_in_order() -> None:
    writing = python_docx.Document()
    writing.add_heading("Leaders meet in Paris", level=0)
    writing.add_heading("What happened", level=1)
    paragraph = writing.add_paragraph("The leaders of ")
    paragraph.add_run("35 countries").bold = True
    paragraph.add_run(" met on Thursday.")
    writing.add_paragraph("4,200 families registered", style="List Bullet")
    table = writing.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("Country", "Troops", "France", "500"), strict=True
    ):
        cell.text = text
    writing.add_paragraph("The talks go on.")
    writing.sections[0].header.paragraphs[0].text = "The Daily Example"
    writing.core_properties.title = "A title of the file"
    writing.core_properties.author = "Anna Smith"
    writing.core_properties.created = datetime(2025, 9, 4, tzinfo=UTC)
    document = read_docx(stored(writing), "letter.docx")
    assert document.text.split("\n\n") == [
        "Leaders meet in Paris",
        "What happened",
        "The leaders of 35 countries met on Thursday.",
        "4,200 families registered",
        "Country",
        "Troops",
        "France",
        "500",
        "The talks go on.\n",
    ]
    assert (document.title, document.author) == ("Leaders meet in Paris", "Anna Smith")
    assert document.published is None  # the day it was written is not the day it appeared


BOX = f"<w:txbxContent><w:p>{run('A box.')}</w:p></w:txbxContent>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{run('Ten')}<w:ins>{run(' or twelve')}</w:ins>{run(' died.')}", "Ten or twelve died."),
        (f"{run('Ten')}<w:del><w:r><w:delText> or twelve</w:delText></w:r></w:del>{run(' died.')}", "Ten died."),
        (f"{run('Ten')}<w:moveFrom>{run(' once')}</w:moveFrom>{run(' died.')}", "Ten died."),
        (f"<w:hyperlink>{run('Ten died')}</w:hyperlink>{run('.')}", "Ten died."),
        (f"<w:sdt><w:sdtContent>{run('Ten died.')}</w:sdtContent></w:sdt>", "Ten died."),
        (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('Ten died.')}", "Ten died."),
        (f"{run('Ten died.')}{run('A remark', '<w:vanish/>')}", "Ten died."),
        (run("Ten died.", '<w:vanish w:val="0"/>'), "Ten died."),
        (f"{run('Ten')}<w:r><w:tab/></w:r>{run('died.')}<w:r><w:br/></w:r>{run('Two live.')}", "Ten\tdied.\nTwo live."),
        (f"{run('10 m')}{run('2', RAISED)}{run(' burnt.')}", "10 m² burnt."),
        (f"{run('The 4')}{run('th', RAISED)}{run(' day.')}", "The 4th day."),
        (
            f"{run('Ten died.')}<w:r><a><Choice>{BOX}</Choice><Fallback>{BOX}</Fallback></a></w:r>",
            "A box.\n\nTen died.",
        ),
    ],
)
def test_the_text_is_what_word_shows_with_all_changes_accepted(content: str, text: str) -> None:
    assert read_docx(docx(f"<w:p>{content}</w:p>"), "letter.docx").text == f"{text}\n"


def test_notes_stand_at_the_end_with_the_number_of_their_mark() -> None:
    notes = "".join(
        f'<w:footnote w:id="{n}"{kind}><w:p>{run(text)}</w:p></w:footnote>'
        for n, kind, text in ((0, ' w:type="separator"', "-----"), (2, "", "So the mayor."), (3, "", "Never marked."))
    )
    document = read_docx(
        docx(
            f'<w:p>{run("4,200")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(" died.")}</w:p>',
            footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>",
        ),
        "letter.docx",
    )
    assert document.text == "4,200¹ died.\n\n¹ So the mayor.\n"


def test_titles_that_programs_put_into_the_properties_are_none() -> None:
    core = "<c><title>Microsoft Word - draft3.docx</title><creator>Windows User</creator></c>"
    document = read_docx(docx(STORY, core=core), "letter.docx")
    assert (document.title, document.author) == ("", "")


def test_the_main_part_is_where_the_file_says_it_is() -> None:
    relation = '<r xmlns="p"><Relationship Type="http://x/officeDocument" Target="{}"/></r>'
    moved = {"[Content_Types].xml": "", "word/other.xml": f"<d {W}>{STORY}</d>"}
    raw = zipped(moved | {"_rels/.rels": relation.format("/word/other.xml")})
    assert read_docx(raw, "letter.docx").text == "Ten people died in Nice.\n"
    raw = zipped(moved | {"_rels/.rels": relation.format("../../../../etc/passwd")})
    with pytest.raises(UnreadableSource, match="is damaged"):
        read_docx(raw, "letter.docx")
