import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.odt import read_odt
from tests.readers.zipped import ODF, odt


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Leaders meet</text:h><text:p>Ten died.</text:p>", "Leaders meet\n\nTen died."),
        ("<text:p>Ten <text:span>people</text:span>\n   died.</text:p>", "Ten people died."),
        ("<text:p>A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D</text:p>", "A   B\tC\nD"),
        ("<text:p>A<text:s text:c='99999999'/>B</text:p>", "A B"),
        ("<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>", "One"),
        (
            (
                "<table:table><table:table-row><table:table-cell><text:p>France</text:p></table:table-cell>"
                "<table:table-cell><text:p>500</text:p></table:table-cell></table:table-row></table:table>"
            ),
            "France\n\n500",
        ),
        ("<text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes><text:p>Here.</text:p>", "Here."),
        ("<text:p>Here.<office:annotation><text:p>A remark</text:p></office:annotation></text:p>", "Here."),
        ("<text:table-of-content><text:p>Contents 1</text:p></text:table-of-content><text:p>Here.</text:p>", "Here."),
        (
            (
                "<text:p>4,200<text:note><text:note-citation>1</text:note-citation>"
                ""
                "<text:note-body><text:p>So the mayor.</text:p></text:note-body></text:note>"
                " died.</text:p><text:p>Two live.</text:p>"
            ),
            "4,200¹ died.\n\nTwo live.\n\n¹ So the mayor.",
        ),
        ("<text:p><draw:text-box><text:p>A box.</text:p></draw:text-box>Ten died.</text:p>", "A box.\n\nTen died."),
    ],
)
def test_the_text_is_what_a_page_shows(body: str, text: str) -> None:
    assert read_odt(odt(body), "letter.odt").text == f"{text}\n"


def test_title_and_author_are_those_of_the_file() -> None:
    meta = (
        f'<office:document-meta xmlns:dc="http://purl.org/dc/elements/1.1/" {ODF}><office:meta>'
        "<dc:title>Leaders meet in Paris</dc:title><dc:creator>An editor</dc:creator>"
        "<meta:initial-creator>Anna Smith</meta:initial-creator></office:meta></office:document-meta>"
    )
    document = read_odt(odt("<text:p>Ten died.</text:p>", meta=meta), "letter.odt")
    assert (document.title, document.author) == ("Leaders meet in Paris", "Anna Smith")


def test_a_password_is_told() -> None:
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    with pytest.raises(UnreadableSource, match="protected by a password"):
        read_odt(odt("", manifest=manifest), "letter.odt")
