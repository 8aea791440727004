"""WordprocessingML, as little as Word, LibreOffice and Pages need: paragraphs, and comments on ranges of words.

Written by hand, not by python-docx: that one puts the time of writing into every comment, so that no two exports of the
same findings were equal, and would be a dependency for what is one page of XML. ECMA-376, part 1, chapter 17.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterpoint.engine.passages import Span
from counterpoint.writers.archives import archive, xml_words

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BREAK = "\n"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_STYLES = {  # name: what it looks like in paragraphs, and in words; sizes in half points, distances in 1/20 of a point
    "Normal": ('<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>', '<w:sz w:val="22"/>'),
    "Title": ('<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="40"/>'),
    "Heading1": (
        '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="32"/>',
    ),
    "Heading2": (
        '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/>',
        '<w:b/><w:sz w:val="26"/>',
    ),
    "Quote": ('<w:spacing w:after="60"/><w:ind w:left="400" w:right="400"/>', ""),
    "Origin": (
        '<w:spacing w:after="160"/><w:ind w:left="400" w:right="400"/>',
        '<w:color w:val="595959"/><w:sz w:val="19"/>',
    ),
    "Reason": ('<w:spacing w:after="80"/><w:ind w:left="400" w:hanging="200"/>', ""),
    "CommentText": ('<w:spacing w:after="60"/>', '<w:sz w:val="20"/>'),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same."""

    words: str
    is_bold: bool = False
    is_italic: bool = False


class WordDocument:
    """A document as it grows, paragraph by paragraph."""

    def __init__(self) -> None:
        self._body: list[str] = []
        self._comments: list[str] = []

    def add(self, words: str | Sequence[Run], style: str = "Normal") -> None:
        """A paragraph; `style` is one of _STYLES."""
        runs = [Run(words)] if isinstance(words, str) else words
        self._body.append(_paragraph("".join(map(_run, runs)), style))

    def add_text(self, text: str, comments: Iterable[tuple[Span, Sequence[str]]]) -> None:
        """A text, a paragraph for each of its lines that is not empty, with comments of several paragraphs on spans."""
        opening: dict[int, list[int]] = {}
        closing: dict[int, list[int]] = {}
        for span, lines in sorted(comments, key=lambda each: each[0]):
            number = self._comment(lines)
            opening.setdefault(span.start, []).append(number)
            closing.setdefault(span.end, []).append(number)
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            edges = {at for at in (*opening, *closing) if start <= at <= end}
            if edges or line.strip():
                cuts = sorted(edges | {start, end})
                parts = [
                    _marks(opening, closing, at) + (_run(Run(text[at:after])) if after > at else "")
                    for at, after in zip(cuts, [*cuts[1:], end], strict=True)
                ]
                self._body.append(_paragraph("".join(parts), "Normal"))
            start = end + 1

    def packed(self, title: str) -> bytes:
        """The document as a file."""
        document = f'<w:document xmlns:w="{_W}"><w:body>{"".join(self._body)}{_PAGE}</w:body></w:document>'
        return archive(
            {
                "[Content_Types].xml": _content_types(),
                "_rels/.rels": _relations("word/document.xml", "docProps/core.xml"),
                "docProps/core.xml": _core(title),
                "word/document.xml": _HEAD + document,
                "word/styles.xml": _HEAD + _styles(),
                "word/comments.xml": _HEAD + f'<w:comments xmlns:w="{_W}">{"".join(self._comments)}</w:comments>',
                "word/_rels/document.xml.rels": _relations("styles.xml", "comments.xml"),
            }
        )

    def _comment(self, lines: Sequence[str]) -> int:
        number = len(self._comments)
        content = "".join(_paragraph(_run(Run(line)), "CommentText") for line in lines)
        self._comments.append(
            f'<w:comment w:id="{number}" w:author="Counterpoint" w:initials="C">{content}</w:comment>'
        )
        return number


_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1200" w:right="1200" w:bottom="1200" w:left="1200" w:header="600" w:footer="600" w:gutter="0"/>'
    "</w:sectPr>"
)


def _marks(opening: dict[int, list[int]], closing: dict[int, list[int]], at: int) -> str:
    """The ends of comments that end here, then the beginnings of those that begin here."""
    ends = "".join(
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>' for n in closing.get(at, ())
    )
    return ends + "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in opening.get(at, ()))


def _paragraph(content: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def _run(run: Run) -> str:
    look = ("<w:b/>" if run.is_bold else "") + ("<w:i/>" if run.is_italic else "")
    return (
        f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}"
        f'<w:t xml:space="preserve">{xml_words(run.words.replace(_BREAK, " "))}</w:t></w:r>'
    )


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"{_FIRST[0] if name == "Normal" else ""}>'
        f'<w:name w:val="{_WORD_NAMES.get(name, name)}"/>{_FIRST[1] if name != "Normal" else ""}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
        for name, (paragraph, words) in _STYLES.items()
    )
    return f'<w:styles xmlns:w="{_W}">{made}</w:styles>'


_FIRST = (' w:default="1"', '<w:basedOn w:val="Normal"/>')  # all others look like it, but for what they tell
#: Word knows its own styles, and shows headings in its outline, by these names.
_WORD_NAMES = {"Heading1": "heading 1", "Heading2": "heading 2", "CommentText": "annotation text"}


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/comments.xml": f"{_MAIN}.comments+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    made = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{default}{xml}{made}</Types>'


def _relations(*targets: str) -> str:
    kinds = {
        "word/document.xml": f"{_R}/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "styles.xml": f"{_R}/styles",
        "comments.xml": f"{_R}/comments",
    }
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{kinds[target]}" Target="{target}"/>' for n, target in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(title: str) -> str:
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    told = f"<dc:title>{xml_words(title)}</dc:title><dc:creator>Counterpoint</dc:creator>"
    return f"{_HEAD}<cp:coreProperties {spaces}>{told}</cp:coreProperties>"
