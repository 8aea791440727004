"""The program's check of itself: that this installation is whole."""

import io
import json
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.app.exports import markdown_of
from counterpoint.app.outgoings import dossier_of
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import UnreadableSource
from counterpoint.outputs import write_output
from counterpoint.readers.exchanges import SUFFIX, read_exchange
from counterpoint.readers.files import read_file
from counterpoint.resources import load_knowledge, seeds
from counterpoint.views.export_sheets import PDF
from counterpoint.views.programs import start_qt
from counterpoint.views.screenshots import open_window, settle
from counterpoint.views.themes import FALLBACK, SANS, SERIF
from counterpoint.writers.formats import FORMATS, PACK
from counterpoint.writers.json import json_report
from counterpoint.writers.qdpx import qdpx_report

if TYPE_CHECKING:
    from counterpoint.views.windows import Window

_WORDS = "The mayor of Nice said on Friday that 84 people were killed."
_TAG = "Checked"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def check() -> int:
    """0 where the sample is opened, compared, written and opened again, and every format is read; else what is wrong.

    Raises:
        MissingResource: a part of the program is not there.
    """
    application = start_qt()
    with tempfile.TemporaryDirectory() as place:
        complaints = [*_check_resources(), *_check_readers(Path(place)), *_check_window(Path(place), application)]
    if complaints and sys.stderr is not None:
        sys.stderr.write("The check has failed.\n" + "".join(f"{complaint}\n" for complaint in complaints))
    return 1 if complaints else 0


def _check_resources() -> Iterator[str]:
    if not load_knowledge().encoder([_WORDS]).any():
        yield "The sentence model gives no vector."
    families = QFontDatabase.families()
    for family in (SERIF, SANS, FALLBACK):
        if family not in families:
            yield f"The typeface {family} can't be used."


def _check_readers(place: Path) -> Iterator[str]:
    for path in _documents(place):
        try:
            text = read_file(path).text
        except UnreadableSource as error:
            yield str(error)
        else:
            if _WORDS not in text:
                yield f"{path.name} is read otherwise than it was written: {text!r}."


def _check_window(place: Path, application: QApplication) -> Iterator[str]:
    window = open_window(place)
    window.show()
    if window.windowIcon().pixmap(32).isNull():
        yield "The icon can't be drawn."
    window.library.show_manual()
    window.library.show_credits()
    window.library.close()
    application.processEvents()
    window.open_sample()
    settle(window)
    room = window.room
    if room is None or not room.workspace.is_analysed or not room.walk.everything:
        yield f"The sample is not compared. {window.message.words}"
        window.close()
        return
    path = room.workspace.path
    _tag(window)
    yield from _check_writers(room.workspace, place)
    window.close()
    application.processEvents()
    window = open_window(place)
    window.show()
    window.open_project(path)
    settle(window)
    yield from _check_reopened(window)
    window.close()
    application.processEvents()


def _tag(window: "Window") -> None:
    """As a person does: the first finding, and a tag on it, by keys."""
    window.actions_["room.review.next_finding"].trigger()
    window.actions_["room.review.focus_tag"].trigger()
    field = QApplication.focusWidget()
    if field is not None:
        QTest.keyClicks(field, _TAG)
        QTest.keyClick(field, Qt.Key.Key_Return)


def _check_reopened(window: "Window") -> Iterator[str]:
    if window.room is None:
        yield f"The project can't be opened again. {window.message.words}"
        return
    workspace = window.room.workspace
    if not workspace.is_analysed or len(workspace.sources) != len(seeds()):
        yield "The project is not as it was when it was closed."
    if [(tag.name, len(workspace.taggings)) for tag in workspace.tags] != [(_TAG, 1)]:
        yield "The tag that was given is not in the project."


def _check_writers(workspace: Workspace, place: Path) -> Iterator[str]:
    comparison = workspace.comparison
    paths = {source.id: None for source in workspace.sources}
    if comparison is None or not json.loads(json_report(comparison, paths))["relations"]:
        yield "The JSON report holds no findings."
    if not markdown_of(workspace).startswith("#"):
        yield "The Markdown report has no heading."
    dossier = dossier_of(workspace)
    for form in (*FORMATS.values(), PDF, PACK):
        if not form.write(dossier):
            yield f"Nothing is written as {form.title}."
    exchanged = place / f"exchanged{SUFFIX}"
    write_output(exchanged, qdpx_report(dossier))
    if len(read_exchange(exchanged).sources) != len(workspace.sources):
        yield "What is written for other programs is read otherwise."


def _documents(place: Path) -> Iterator[Path]:
    """The words in a file of every format that is read."""
    paragraph = f'<w:p xmlns:w="{_WORD}"><w:r><w:t>{_WORDS}</w:t></w:r></w:p>'
    spaces = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text"))
    contents = {
        "account.txt": _WORDS.encode(),
        "account.md": f"# Nice\n\n{_WORDS}\n".encode(),
        "account.html": f"<!doctype html><body><nav>News</nav><article><p>{_WORDS}</p></article></body>".encode(),
        "account.docx": _zipped(
            {
                "[Content_Types].xml": "<Types/>",
                "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph}</w:body></w:document>',
            }
        ),
        "account.odt": _zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<office:document-content {spaces}><office:text><text:p>{_WORDS}</text:p></office:text>"
                "</office:document-content>",
            }
        ),
    }
    for name, content in contents.items():
        path = place / name
        path.write_bytes(content)
        yield path
    yield _printed(place / "account.pdf")


def _zipped(parts: Mapping[str, str]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return raw.getvalue()


def _printed(path: Path) -> Path:
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(QPoint(500, 500), _WORDS)
    painter.end()
    return path
