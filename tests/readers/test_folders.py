from pathlib import Path

from counterpoint.readers.folders import take_in
from tests.commands import GOOD, OTHER
from tests.readers.printed import Piece, pdf
from tests.readers.zipped import docx, odt


def written(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_sources_keep_the_order_and_the_paths_they_were_given_in(tmp_path: Path) -> None:
    written(tmp_path, a=GOOD, b=OTHER)
    given = (f"{tmp_path}/./b.txt", f"{tmp_path}/a.txt")
    intake = take_in(given)
    assert intake.paths == given
    assert [source.text for source in intake.sources] == [OTHER, GOOD]
    assert intake.notices == intake.failures == ()


def test_the_same_file_is_used_once_and_this_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, a=GOOD) / "a.txt"
    (tmp_path / "link.txt").symlink_to(path)
    intake = take_in([path, path, tmp_path / "link.txt"])
    assert intake.paths == (str(path),)
    assert intake.notices == (
        f"{path} was given more than once and is used once.",
        f"{tmp_path / 'link.txt'} was given more than once and is used once.",
    )


def test_the_same_bytes_under_two_names_are_used_once_and_this_is_said(tmp_path: Path) -> None:
    written(tmp_path, a=GOOD, b=GOOD)
    intake = take_in([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert intake.paths == (str(tmp_path / "b.txt"),)
    assert intake.notices == (f"{tmp_path / 'a.txt'} holds the same bytes as {tmp_path / 'b.txt'} and is used once.",)


def test_a_folder_stands_for_its_readable_files_by_name_and_the_others_are_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "story", b=OTHER, a=GOOD, empty="")
    (folder / "notes").mkdir()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / ".hidden.txt").write_text(GOOD)
    intake = take_in([folder])
    assert intake.paths == (str(folder / "a.txt"), str(folder / "b.txt"))
    assert intake.failures == ()
    assert intake.notices == (
        f"{folder / 'empty.txt'} is empty. It was skipped.",
        f"The folder {folder / 'notes'} was skipped: only the files right in a named folder are read.",
        f"{folder / 'photo.jpg'} was skipped: by its name it is none of the kinds that are read.",
    )


def test_names_and_links_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "story", a=GOOD)
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    endless = "x" * 5000
    intake = take_in([folder, endless])
    assert intake.paths == (str(folder / "a.txt"),)
    assert intake.notices == (f"{folder / 'broken.txt'} was skipped: it is not a file that can be read.",)
    assert intake.failures == (f"{endless} can't be read: File name too long.",)


def test_a_folder_with_nothing_to_read_is_a_failure(tmp_path: Path) -> None:
    folder = written(tmp_path / "story")
    assert take_in([folder]).failures == (f"The folder {folder} has no file in it that can be used.",)


def test_a_file_and_its_folder_give_it_once(tmp_path: Path) -> None:
    folder = written(tmp_path / "story", a=GOOD, b=OTHER)
    intake = take_in([folder / "b.txt", folder])
    assert intake.paths == (str(folder / "b.txt"), str(folder / "a.txt"))
    assert len(intake.notices) == 1


def test_the_folder_of_an_earlier_report_does_not_take_it_for_an_account(tmp_path: Path) -> None:
    folder = written(tmp_path / "story", a=GOOD, b=OTHER)
    (folder / "report.md").write_text("# A report\n\nIt was written yesterday.\n")
    intake = take_in([folder], output=folder / "report.md")
    assert intake.paths == (str(folder / "a.txt"), str(folder / "b.txt"))
    assert intake.notices == (f"{folder / 'report.md'} was skipped: the report takes its place.",)


def test_an_account_is_never_replaced_by_the_report(tmp_path: Path) -> None:
    path = written(tmp_path, a=GOOD) / "a.txt"
    assert take_in([path], output=path).failures == (
        f"{path} is to be read, and the report is to take its place. Name another output.",
    )


def test_every_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    written(tmp_path, empty="", good=GOOD)
    intake = take_in([tmp_path / "empty.txt", tmp_path / "good.txt", tmp_path / "missing.txt"])
    assert intake.failures == (f"{tmp_path / 'empty.txt'} is empty.", f"There is no file {tmp_path / 'missing.txt'}.")
    assert len(intake.sources) == 1


def test_a_folder_of_documents_of_every_kind_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "a.docx").write_bytes(docx("<w:p><w:r><w:t>Ten people died in Nice.</w:t></w:r></w:p>"))
    (folder / "b.odt").write_bytes(odt("<text:p>Twelve people died in Nice.</text:p>"))
    (folder / "c.html").write_text("<!doctype html><p>Eleven people died in Nice.</p>")
    (folder / "d.md").write_text("# Nine *people* died in Nice")
    (folder / "e.pdf").write_bytes(pdf([[Piece(60, 700, "Eight people died in Nice.")], []]))
    (folder / "~$a.docx").write_bytes(b"\x05Anna" + bytes(150))
    intake = take_in([folder])
    assert [source.text.partition(" ")[0] for source in intake.sources] == ["Ten", "Twelve", "Eleven", "Nine", "Eight"]
    assert intake.failures == ()
    assert intake.notices == (f"Page 2 of {folder / 'e.pdf'} has no text layer and is left out.",)
