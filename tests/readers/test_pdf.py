import zlib
from pathlib import Path

import pytest

from counterpoint.errors import UnreadableSource
from counterpoint.readers.pdf import read_pdf
from tests.readers.printed import PARAGRAPHS, Piece, columns, pdf, written_by_qt

TWO, THREE = (60.0, 310.0), (40.0, 220.0, 400.0)


def paragraphs(raw: bytes) -> list[str]:
    return read_pdf(raw, "a.pdf").text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("lefts", [TWO, THREE, (60.0,)], ids=["two", "three", "one"])
@pytest.mark.parametrize("by_line", [False, True], ids=["by column", "by line"])
def test_columns_hyphens_and_paragraphs_of_a_hand_written_file(lefts: tuple[float, ...], by_line: bool) -> None:  # noqa: FBT001
    width = {1: 90, 2: 44, 3: 30}[len(lefts)]
    found = columns(lefts, 740, PARAGRAPHS, width=width, lines=-(-40 // len(lefts)) if len(lefts) < 3 else 18)
    drawn = [piece for column in found for piece in column]
    if by_line:
        drawn.sort(key=lambda piece: -piece.y)
    expected = list(PARAGRAPHS)
    read = paragraphs(pdf([[Piece(60, 780, "Thirty-five countries meet in Paris", 20), *drawn]]))
    assert read == ["Thirty-five countries meet in Paris", *expected]


@pytest.mark.parametrize("lefts", [TWO, (60.0,)], ids=["two", "one"])
@pytest.mark.parametrize("by_line", [False, True], ids=["by column", "by line"])
@pytest.mark.usefixtures("qapp")
def test_the_same_written_by_qt_without_its_heads_and_page_numbers(
    tmp_path: Path,
    lefts: tuple[float, ...],
    by_line: bool,  # noqa: FBT001
) -> None:
    path = tmp_path / "a.pdf"
    written_by_qt(path, PARAGRAPHS * 4, lefts, 220 if len(lefts) > 1 else 450, by_line=by_line)
    assert paragraphs(path.read_bytes()) == list(PARAGRAPHS * 4)


def lines(*texts: str, left: float = 60, top: float = 700, step: float = 12, size: float = 10) -> list[Piece]:
    return [Piece(left, top - n * step, text, size) for n, text in enumerate(texts)]


LONG = "The leaders of 35 countries met on Thursday in Paris to discuss"
REST = "security guarantees for Ukraine, officials said."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (lines(LONG, REST, LONG, REST), [f"{LONG} {REST}", f"{LONG} {REST}"]),
        (lines(LONG, REST, step=24), [f"{LONG} {REST}"]),
        ([*lines(LONG, LONG), *lines(LONG, LONG, top=664)], [f"{LONG} {LONG}", f"{LONG} {LONG}"]),
        ([*lines(LONG), *lines(LONG, left=72, top=688), *lines(LONG, top=676)], [LONG, f"{LONG} {LONG}"]),
        ([*lines(LONG), *lines("A heading", top=686, size=14), *lines(LONG, top=670)], [LONG, "A heading", LONG]),
        (lines("• Ten people died in Nice", "• Two live"), ["• Ten people died in Nice", "• Two live"]),
        ([Piece(60, 700, "10 m"), Piece(81, 704, "2", 6), Piece(86, 700, "burnt.")], ["10 m² burnt."]),
        ([Piece(60, 700, "4,200"), Piece(85.5, 704, "3", 6), Piece(92, 700, "died.")], ["4,200³ died."]),
        (
            [
                Piece(60, 688, "T", 34),
                *lines("he leaders of many countries met", "on Thursday in Paris to discuss", left=82),
            ],
            ["The leaders of many countries met on Thursday in Paris to discuss"],
        ),
        ([*lines("A summit in Paris", size=24), *lines(LONG, REST, top=670)], ["A summit in Paris", f"{LONG} {REST}"]),
        ([Piece(60, 700, "Ten"), Piece(80, 700, "people"), Piece(113, 700, "died.")], ["Ten people died."]),
        ([*lines(LONG, REST), Piece(60, 900, "Beyond the page"), Piece(-300, 600, "Beyond")], [f"{LONG} {REST}"]),
        ([*lines(LONG, REST), Piece(290, 30, "Page 1 of 1", 8)], [f"{LONG} {REST}"]),
        (
            lines("“No,” he said. (Laughter) \\ ï", "10% of 5 € – naïve…"),
            ["“No,” he said. (Laughter) \\ ï 10% of 5 € – naïve…"],
        ),
    ],
)
def test_lines_become_the_paragraphs_that_were_meant(drawn: list[Piece], expected: list[str]) -> None:
    assert paragraphs(pdf([drawn])) == expected


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        ("Country", "Troops"),
        ("France", "500"),
        ("Britain", "400"),
        ("Latvia", "20"),
        ("Malta", "5"),
        ("Spain", "9"),
    ]
    drawn = [Piece(x, 700 - 14 * n, cell) for n, row in enumerate(rows) for x, cell in zip((60, 300), row, strict=True)]
    text = " ".join(paragraphs(pdf([drawn])))
    assert text == " ".join(cell for row in rows for cell in row)


def test_a_paragraph_goes_on_over_a_pages_end() -> None:
    head = Piece(60, 815, "The Daily Example")
    pages = [
        [head, *lines(LONG, "security guarantees for Ukraine and the extra-", top=60), Piece(290, 25, "- 1 -")],
        [head, *lines("ordinary complexity of it, officials said.", LONG, top=780), Piece(290, 25, "- 2 -")],
        [head, *lines("A third page.", top=780), Piece(290, 25, "- 3 -")],
    ]
    assert paragraphs(pdf(pages)) == [
        f"{LONG} security guarantees for Ukraine and the extraordinary complexity of it, officials said.",
        LONG,
        "A third page.",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    matrix = {90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}[turn]
    drawn = b"".join(
        b"BT /F 10 Tf 60 %d Td (%s) Tj ET\n" % (500 - 12 * n, line.encode()) for n, line in enumerate((LONG, REST))
    )
    raw = pdf([[]], stream=b"q %s cm %s Q" % (matrix, drawn), page=f"/Rotate {turn}")
    assert paragraphs(raw) == [f"{LONG} {REST}"]


def test_a_stamp_across_the_page_is_left_out() -> None:
    stamp = b"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET\n"
    text = b"BT /F 10 Tf 60 700 Td (%s) Tj 0 -12 Td (%s) Tj ET\n" % (LONG.encode(), REST.encode())
    assert paragraphs(pdf([[]], stream=stamp + text)) == [f"{LONG} {REST}"]


def test_title_and_author_are_those_of_the_file_unless_a_program_put_them_there() -> None:
    document = read_pdf(pdf([lines(LONG)], info="/Title (Leaders meet) /Author (Anna Smith)"), "a.pdf")
    assert (document.title, document.author) == ("Leaders meet", "Anna Smith")
    document = read_pdf(pdf([lines(LONG)], info="/Title (Microsoft Word - p1.docx) /Author (user)"), "a.pdf")
    assert (document.title, document.author) == ("", "")


def test_a_file_without_a_text_layer_says_so() -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_pdf(pdf([[], []]), "scan.pdf")
    assert str(refused.value) == "scan.pdf has no text layer. Export it as text, or paste the passage."


def test_single_pages_without_a_text_layer_are_told() -> None:
    assert read_pdf(pdf([lines(LONG), []]), "a.pdf").notices == ("Page 2 of a.pdf has no text layer and is left out.",)
    assert read_pdf(pdf([[], lines(LONG), []]), "a.pdf").notices == (
        "Pages 1, 3 of a.pdf have no text layer and are left out.",
    )


def compressed(content: bytes, filters: str = "/FlateDecode", times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return pdf([[]], stream=b"STREAM").replace(
        b"<< /Length 6 >>\nstream\nSTREAM",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s" % (len(content), (filters * times).encode(), content),
    )


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"1 0 obj\n<<" * 10_000,
        b"%PDF-1.7\n" + b"[" * 100_000,
        pdf([lines(LONG)]).replace(b"/Root 1 0 R", b"/Root 9 0 R"),
        pdf([lines(LONG)]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"),
        pdf([lines(LONG)]).replace(b"/Count 1", b"/Count 999999999"),
        pdf([lines(LONG)] * 1001),
        pdf([[]], stream=b"q " * 500_000),
        pdf([[]], stream=b"[" * 500_000),
        compressed(b" " * 200_000_000),
        compressed(b" " * 200_000_000, times=3),
        compressed(b"BT /F 10 Tf 60 700 Td " + b"(Ten people died in Nice.) Tj " * 40_000 + b"ET"),
    ],
    ids=["bare", "open", "deep", "root", "loop", "count", "pages", "states", "arrays", "bomb", "bombs", "letters"],
)
def test_broken_and_hostile_files_end_in_a_sentence(raw: bytes) -> None:
    try:
        text = read_pdf(raw, "a.pdf").text
    except UnreadableSource as refused:
        assert str(refused).startswith("a.pdf ")
        assert str(refused).endswith(".")
    else:
        assert LONG in text


def test_a_password_is_told() -> None:
    locked = pdf([lines(LONG)]).replace(
        b"/Info 5 0 R",
        b"/Info 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] /Encrypt << /Filter"
        b" /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32),
    )
    with pytest.raises(UnreadableSource) as refused:
        read_pdf(locked, "a.pdf")
    assert str(refused.value) == "a.pdf is protected by a password. Save a copy without it and use that."
