import os
import threading
from pathlib import Path

import pytest

from counterpoint.errors import UnwritableOutput
from counterpoint.outputs import check_output, write_output


def test_a_document_is_written_as_utf8_with_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    write_output(path, "Élysée\n")
    assert path.read_bytes() == "Élysée\n".encode()
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("yesterday's")
    path.chmod(0o640)
    write_output(path, "today's")
    assert path.read_text() == "today's"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [child.name for child in tmp_path.iterdir()] == ["report.md"]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("yesterday's")
    (tmp_path / "link.md").symlink_to(tmp_path / "report.md")
    write_output(tmp_path / "link.md", "today's")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "report.md").read_text() == "today's"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_output(pipe, "a report")
    reader.join(timeout=10)
    assert read == ["a report"]
    assert pipe.is_fifo()


def test_what_was_there_is_unharmed_when_the_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("yesterday's")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnwritableOutput, match=r"report.md can't be written: No space left on device\."):
        write_output(path, "today's")
    assert path.read_text() == "yesterday's"
    assert [child.name for child in tmp_path.iterdir()] == ["report.md"]


def test_places_that_cannot_be_written_are_told_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(UnwritableOutput, match="is a folder"):
        check_output(tmp_path)
    with pytest.raises(UnwritableOutput, match="there is no folder"):
        check_output(tmp_path / "nowhere" / "report.md")
    with pytest.raises(UnwritableOutput, match="File name too long"):
        check_output(tmp_path / ("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_is_closed_to_us_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text("yesterday's")
    path.chmod(0o444)
    with pytest.raises(UnwritableOutput, match="you have no permission"):
        check_output(path)


def test_half_a_character_of_a_damaged_name_does_not_stop_the_report(tmp_path: Path) -> None:
    write_output(tmp_path / "report.md", "a\udce9b")
    assert (tmp_path / "report.md").read_text() == "a?b"
