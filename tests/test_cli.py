"""The command line on everything that people hand in, and on what shells do to programs."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint import __version__
from counterpoint.cli import main
from tests.commands import GOOD, Outcome, counterpoint


class Desk:
    """A folder with files in it, and the command line in it, run within the tests' own process."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self._capture = capture

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *arguments: str | Path) -> Outcome:
        self._capture.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as left:
            status = int(left.code or 0)
        said = self._capture.readouterr()
        return Outcome(status, said.out, said.err.decode())


@pytest.fixture
def desk(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Desk:
    return Desk(tmp_path, capsysbinary)


BAD = {
    "empty.txt": b"",
    "blank.txt": b"\n \t\n",
    "dashes.txt": b"-----\n",
    "program.bin": b"\x7fELF\x02\x01\x01\0\0\0\0\0",
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "letter.docx": b"PK\x03\x04\x14\0\x06\0\x08\0",
    "photo.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "page.html": b"<!doctype html><p> </p>",
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_used_is_named_and_nothing_is_written(desk: Desk, name: str) -> None:
    good, bad = desk.file("good.txt", GOOD), desk.file(name, BAD[name])
    outcome = desk.run("compare", good, bad, "--output", desk.folder / "report.md")
    assert outcome.status == 1
    assert outcome.out == b""
    assert [sentence for sentence in outcome.sentences if sentence.startswith(f"{bad} ")] == outcome.sentences
    assert outcome.err.endswith(".\n")
    assert sorted(path.name for path in desk.folder.iterdir()) == sorted({"good.txt", name})


def test_every_file_that_cannot_be_used_is_named(desk: Desk) -> None:
    bad = [desk.file(name, content) for name, content in BAD.items()]
    missing, folder = desk.folder / "missing.txt", desk.folder / "nothing"
    folder.mkdir()
    outcome = desk.run("compare", desk.file("good.txt", GOOD), *bad, missing, folder, "--format", "json")
    assert (outcome.status, outcome.out) == (1, b"")
    assert len(outcome.sentences) == len(bad) + 2
    for path in (*bad, missing, folder):
        assert sum(str(path) in sentence for sentence in outcome.sentences) == 1
    assert all(sentence.endswith(".") for sentence in outcome.sentences)


def test_a_place_where_no_report_can_go_is_told_before_the_work(desk: Desk) -> None:
    good = desk.file("good.txt", GOOD)
    for output, why in ((desk.folder, "is a folder"), (desk.folder / "no" / "report.md", "there is no folder")):
        outcome = desk.run("compare", good, "--output", output)
        assert outcome.status == 1
        assert why in outcome.err


def test_an_account_is_not_replaced_by_the_report(desk: Desk) -> None:
    good = desk.file("good.txt", GOOD)
    assert desk.run("compare", good, "--output", good).status == 1
    assert good.read_text() == GOOD


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare",),
        ("relate",),
        ("compose", "a.txt"),
        ("compare", ""),
        ("compare", "a.txt", "--format", "word"),
        ("export",),
        ("export", "a.counterpoint", "b.counterpoint"),
        ("export", "a.counterpoint", "--format", "word"),
        ("export", "a.counterpoint", "--draft", "--format", "json"),
        ("compare", "--draft", "b.txt"),
        ("compare", "a.txt", "--form", "json"),
        ("compare", "a.txt", "--level", "0"),
        ("compare", "a.txt", "--level", "many"),
        ("compare", "a.txt", "--level"),
        ("relate", "a.jsonl", "b.jsonl"),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_status_2(desk: Desk, arguments: tuple[str, ...]) -> None:
    outcome = desk.run(*arguments)
    assert (outcome.status, outcome.out) == (2, b"")
    assert "usage: counterpoint" in outcome.err


def test_without_a_display_one_sentence_names_the_command_that_needs_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    outcome = desk.run()
    assert (outcome.status, outcome.out, len(outcome.sentences)) == (1, b"", 1)
    assert "counterpoint compare" in outcome.err


@pytest.mark.parametrize("arguments", [("--help",), ("compare", "--help"), ("relate", "--help")], ids=" ".join)
def test_help_goes_to_standard_output(desk: Desk, arguments: tuple[str, ...]) -> None:
    outcome = desk.run(*arguments)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(b"usage: counterpoint")


def test_the_version_is_told(desk: Desk) -> None:
    assert desk.run("--version").out.decode() == f"counterpoint {__version__}\n"


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0"], ids=["empty", "picture"])
def test_the_real_program_refuses_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    outcome = counterpoint("compare", bad)
    assert (outcome.status, outcome.out) == (1, b"")
    assert outcome.err.startswith(str(bad))
    assert len(outcome.sentences) == 1


def test_a_damaged_file_name_can_be_told_in_any_locale(tmp_path: Path) -> None:
    outcome = counterpoint("compare", os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt"), LC_ALL="C", PYTHONUTF8="0")
    assert outcome.status == 1
    assert outcome.err.startswith("There is no file ")


@pytest.fixture
def as_at_a_terminal() -> Iterator[None]:
    """Ctrl+C is not ignored, as it is by what a shell has put into the background and by all that this starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("as_at_a_terminal")
def test_the_person_can_stop_the_program(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "counterpoint", "compare", str(pipe)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program,  # noqa: S603
        pipe.open("wb"),  # waits until the program has opened it; nobody writes, so the program waits too
    ):
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=20)
    assert (program.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is not JSON."),
        ("[]", "is not a JSON object."),
        ('{"id": "2", "premise": "A."}', 'needs "id", "premise" and'),
    ],
)
def test_a_malformed_line_of_pairs_is_named_and_no_answer_given(desk: Desk, line: str, why: str) -> None:
    good = '{"id": "1", "premise": "Ten died.", "hypothesis": "Twelve died."}'
    path = desk.file("pairs.jsonl", f"{good}\n{line}\n")
    outcome = desk.run("relate", path)
    assert (outcome.status, outcome.out) == (1, b"")
    assert outcome.err.startswith(f"Line 2 of {path} {why}")


def test_missing_pairs_are_told(desk: Desk) -> None:
    outcome = desk.run("relate", desk.folder / "pairs.jsonl")
    assert (outcome.status, outcome.sentences) == (1, [f"There is no file {desk.folder / 'pairs.jsonl'}."])
