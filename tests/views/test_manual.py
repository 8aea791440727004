"""The manual: what it says can be done, can be done."""

import re
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint import __version__
from counterpoint.resources import resource
from counterpoint.views.actions import MENUS, OTHER_KEYS
from counterpoint.views.libraries import Book
from counterpoint.writers.formats import FORMATS
from tests.commands import GOOD, OTHER, counterpoint
from tests.store.made import comparison, contents
from tests.views.readers import Reader

CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(resource("manual").glob("*.md"))}
COMMANDS = [
    line
    for text in CHAPTERS.values()
    for block in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]
UNDO = {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"}  # the project's own
KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9?,.]|F\d+|Esc|Enter|Del|Ins|Backspace|Left|Right)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the manual's commands are given: two accounts, a folder of such, a draft and a project."""
    from counterpoint.app.workspaces import Workspace

    place = tmp_path_factory.mktemp("manual")
    accounts = place / "accounts"
    accounts.mkdir()
    for name, text in (("first.txt", GOOD), ("second.txt", OTHER)):
        (place / name).write_text(text, encoding="utf-8")
        (accounts / name).write_text(text, encoding="utf-8")
    (place / "draft.md").write_text("In Nice 84 people were killed, the mayor said on Friday.\n", encoding="utf-8")
    workspace = Workspace.create(place, contents(0, 1), "story")
    workspace.replace_analysis(comparison(*workspace.sources))
    workspace.close()
    return place


def test_there_are_commands_and_they_stand_in_blocks_alone() -> None:
    assert {shlex.split(command)[1] for command in COMMANDS} == {"compare", "export", "--self-check"}
    assert [span for text in CHAPTERS.values() for span in re.findall(r"`(counterpoint .*?)`", text)] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_manual_works(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, *arguments = shlex.split(command)
    assert program == "counterpoint"
    monkeypatch.chdir(folder)
    outcome = counterpoint(*arguments)
    assert (outcome.status, outcome.err) == (0, "")
    if "--output" in arguments:
        assert (folder / arguments[arguments.index("--output") + 1]).exists()
    elif "--self-check" not in arguments:
        assert outcome.out.startswith(b"# ")


def test_every_key_of_the_manual_exists() -> None:
    real = {key for menu in MENUS.values() for deed in menu if deed is not None for key in deed.keys} | UNDO
    real |= {key for keys, _ in OTHER_KEYS for key in keys.split(", ")}
    spans = [span for text in CHAPTERS.values() for span in re.findall(r"`([^`]+)`", text)]
    told = {span for span in spans if KEY.fullmatch(span)}
    assert len(told) > 20
    assert told - real == set()


def test_all_keys_and_formats_are_in_it(reader: Reader) -> None:
    book = _manual(reader)
    words = "".join(_chapter(book, number) for number in range(book.list.count()))
    for menu in MENUS.values():
        for deed in menu:
            for key in deed.keys if deed is not None else ():
                assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in words
    assert [form.title for form in FORMATS.values() if form.title not in words] == []
    assert "$" not in words


def test_it_opens_by_its_key_beside_the_window_and_goes_with_it(reader: Reader) -> None:
    book = _manual(reader.open_made())
    assert book.isWindow()
    assert reader.window.isVisible()
    QTest.keyClick(book.list, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not book.isVisible()
    assert _manual(reader) is book
    reader.leave()
    assert not book.isVisible()


def test_words_are_found_in_the_chapter_that_has_them(reader: Reader) -> None:
    book = _manual(reader)
    book.field.setFocus()
    for words, chapter, said in (
        ("empty cell", 0, ""),
        ("disk encryption", 4, ""),
        ("note against note", 4, "These words are in no chapter."),
        ("empty cell", 0, ""),
    ):
        book.field.clear()
        QTest.keyClicks(book.field, words)
        QTest.keyClick(book.field, Qt.Key.Key_Return)
        assert (book.list.currentRow(), book.said.text()) == (chapter, said)
        assert said or book.text.textCursor().selectedText().lower() == words


def test_the_keyboard_turns_the_pages_in_either_theme(reader: Reader) -> None:
    book = _manual(reader)
    QTest.keyClick(book.list, Qt.Key.Key_Down)
    assert book.text.toPlainText().startswith("What the words mean")
    reader.window.set_theme("dark")
    assert book.palette().base().color().lightness() < 100
    assert book.text.toPlainText().startswith("What the words mean")
    reader.window.set_theme("system")


def test_version_and_licences_are_told(reader: Reader) -> None:
    reader.press("Shift+F1")
    book = reader.window.library.credits
    assert book is not None
    assert __version__ in _chapter(book, 0)
    assert "GNU Lesser General Public License" in _chapter(book, 1)
    titles = [book.list.item(row).text() for row in range(book.list.count())]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in _chapter(book, titles.index("LGPL 3.0"))
    assert "Princeton" in _chapter(book, titles.index("Word lists (WordNet)"))
    assert "Apache License" in _chapter(book, titles.index("Sentence model: licence"))


def test_an_executable_tells_what_its_build_has_found(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "NOTICES.md").write_text("# Made of\n\n| what |\n|---|\n| libnothing |\n", encoding="utf-8")
    (tmp_path / "licences" / "system").mkdir(parents=True)
    (tmp_path / "licences" / "system" / "libnothing.txt").write_bytes(b"By Fran\xe7ois. Do <b>as</b> you like.")
    monkeypatch.setattr("counterpoint.app.manuals.notices", lambda: tmp_path / "NOTICES.md")
    reader.press("Shift+F1")
    book = reader.window.library.credits
    assert book is not None
    assert "libnothing" in _chapter(book, 1)
    assert book.list.item(book.list.count() - 1).text() == "system/libnothing.txt"
    assert "Do <b>as</b> you like." in _chapter(book, book.list.count() - 1)


def _manual(reader: Reader) -> Book:
    reader.press("F1")
    book = reader.window.library.manual
    assert book is not None
    QApplication.processEvents()
    assert book.isVisible()
    return book


def _chapter(book: Book, number: int) -> str:
    book.list.setCurrentRow(number)
    return book.text.toPlainText()
