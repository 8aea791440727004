"""The sheet of exports: what leaves is seen before it leaves, and it follows what is done."""

from dataclasses import replace
from pathlib import Path

from counterpoint.views.export_sheets import ExportSheet
from counterpoint.writers.formats import FORMATS
from tests.store.made import comparison
from tests.views.readers import Reader


def sheet(reader: Reader) -> ExportSheet:
    """The sheet, when the document in it is written."""
    shown = reader.window.exports
    assert shown is not None
    assert shown.isVisible()
    reader.bot.waitUntil(lambda: shown.is_written)
    return shown


def test_what_would_leave_is_shown_before_it_leaves_and_what_stays_is_told(reader: Reader) -> None:
    reader.open_made().press("J").add_note("Ask the mayor.").press("Ctrl+E")
    shown = sheet(reader)
    assert shown.preview.toPlainText().startswith("# ")
    assert "Ask the mayor." in shown.preview.toPlainText()
    assert "Confidential source C: all that leaves is this code" in shown.withheld.text()
    reader.press("Esc")
    assert not shown.isVisible()


def test_the_preview_follows_what_is_done_in_the_window(reader: Reader) -> None:
    reader.open_made().press("Ctrl+E")
    shown = sheet(reader)
    assert "confirmed" not in shown.preview.toPlainText()
    first = reader.room.walk.everything[0]
    reader.room.walk.select(first.id)
    reader.window.actions_["room.review.confirm"].trigger()
    assert "**Verdict** (A / B): confirmed." in sheet(reader).preview.toPlainText()


def test_a_private_note_is_counted_and_not_shown(reader: Reader) -> None:
    reader.open_made()
    relation = reader.workspace.comparison.relations[0] if reader.workspace.comparison else None
    assert relation is not None
    reader.workspace.add_note(relation, "Off the record.", is_private=True)
    reader.press("Ctrl+E")
    shown = sheet(reader)
    assert "Off the record" not in shown.preview.toPlainText()
    assert "1 private note: left out." in shown.withheld.text()


def test_what_has_lost_its_place_is_counted_among_what_stays(reader: Reader) -> None:
    reader.open_made().press("J").press("C").add_tag("Toll").add_note("Ask the mayor.")
    found = comparison(*reader.workspace.sources)
    reader.workspace.replace_analysis(replace(found, relations=()))
    reader.press("Ctrl+E")
    told = sheet(reader).withheld.text().split("\n")
    assert "1 note, 1 tag and 1 verdict without a place any more: left out." in told
    reader.press("Esc").press("Ctrl+L").press("Del").press("Del").press("Esc").press("Ctrl+E")
    assert "1 tag without a place any more: left out." in sheet(reader).withheld.text()


def test_every_format_is_reached_by_the_arrows_and_stored_by_enter(reader: Reader) -> None:
    reader.open_made()
    titles = [*(form.title for form in FORMATS.values()), "PDF"]
    for title in titles:
        path = reader.folder / f"report {title.split()[0]}"
        reader.choose(path).export(title)
        assert path.stat().st_size > 500
        assert reader.message == f"Exported to {path.name}."
    assert (reader.folder / "report PDF").read_bytes().startswith(b"%PDF-")


def test_a_pack_and_the_draft_leave_from_the_same_place(reader: Reader, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Four people died in the flood on Monday.\n")
    reader.open_made().press("Ctrl+E")
    titles = [sheet(reader).formats.item(row).text() for row in range(sheet(reader).formats.count())]
    assert not any(title.startswith("Annotated draft") for title in titles)
    reader.press("Esc").choose(draft).press("Ctrl+D").wait()
    reader.choose(tmp_path / "noted.md").export("Annotated draft")
    assert "on Monday.[^1]" in (tmp_path / "noted.md").read_text(encoding="utf-8")
    reader.choose(tmp_path / "Pack").export("Hand-over pack")
    assert (tmp_path / "Pack" / "annotated-draft.md").exists()


def test_a_project_for_other_programs_comes_back_as_a_new_one(reader: Reader, tmp_path: Path) -> None:
    reader.open_made().press("J").press("C").add_note("Ask the mayor.")
    path = tmp_path / "flood.qdpx"
    reader.choose(path).export("REFI-QDA")
    before = reader.workspace.path
    reader.drop(path)
    reader.bot.waitUntil(lambda: reader.workspace.path != before)
    assert reader.workspace.title == "Flood"
    assert len(reader.workspace.sources) == 2
    assert [note.body for note in reader.workspace.notes] == ["Ask the mayor."]
    assert reader.message == "“Confidential source C” has no text and is left out."


def test_a_project_is_not_replaced_by_what_is_exported_from_it(reader: Reader) -> None:
    reader.open_made()
    path = reader.workspace.path
    reader.choose(path).export()
    assert reader.message == f"{path.name} is the project itself. Choose another place."
    assert reader.come_back().open_recent().workspace.sources


def test_the_window_can_be_closed_while_a_document_is_written(reader: Reader) -> None:
    reader.open_made().press("Ctrl+E").press("Down").press("Down")
    reader.leave()
