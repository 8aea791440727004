"""What the window does so that no work is lost: backups, and a way out where a project can't be opened or written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.app.crashes import CrashHandler, Session
from counterpoint.app.folders import file_stem, project_paths
from counterpoint.app.guards import Guard, restored
from counterpoint.app.outgoings import inside_copy
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import BusyProject, CounterpointError, DamagedProject, UnwritableProject
from counterpoint.outputs import check_output, write_output
from counterpoint.store.backups import Backup, Backups
from counterpoint.store.files import reserved
from counterpoint.store.salvages import Salvaged, salvage, told
from counterpoint.store.snapshots import copy_unopened
from counterpoint.views.backup_sheets import BackupSheet
from counterpoint.views.bars import MessageBar
from counterpoint.views.dialogs import Dialogs
from counterpoint.views.faults import FaultDialog
from counterpoint.views.purgings import Purging
from counterpoint.views.rooms import Room
from counterpoint.writers.pasts import history_report

_LEFT_BEHIND = (
    "The old file can't be read: originals, history and steps of undo stayed behind, and earlier texts of drafts."
)
_MOST_TOLD = 4  # sentences on what is missing that the message has room for
_UNEXPECTED = "Counterpoint ended unexpectedly the last time."


class Keeper(QObject):
    """Keeps backups in the folder `data`, and tells in the message bar; restored projects go into `folder`."""

    open_wanted = Signal(object)  # the path of a project
    close_wanted = Signal()

    def __init__(self, data: Path, folder: Path, dialogs: Dialogs, message: MessageBar, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._folder = folder
        self._dialogs = dialogs
        self._message = message
        self._guard: Guard | None = None
        self._workspace: Workspace | None = None
        self._room: Room | None = None
        self.backups = Backups(data / "backups")
        self.crashes = CrashHandler(data, self)
        self.fault = FaultDialog(ground)
        self.crashes.happened.connect(self.fault.show_report)
        self._session = Session(data / "open")
        self._purging = Purging(message, self.backups)
        self.sheet = BackupSheet(ground)
        self.sheet.open_wanted.connect(self._restore)
        self.sheet.removal_wanted.connect(self._remove)

    def watch(self, room: Room) -> None:
        """From now on this project is backed up."""
        self._room, workspace = room, room.workspace
        self._workspace = workspace
        self._guard = Guard(workspace, self.backups, self)
        self._guard.failed.connect(self._tell)
        self._guard.taken.connect(self._list_backups)
        self._guard.renamed.connect(self._session.begin)
        self._session.begin(workspace.path)
        workspace.unstored.connect(lambda sentence: self._offer_another_place(workspace, sentence))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType]

    def leave(self) -> None:
        """Before the project that is watched is closed."""
        if self._guard is not None:
            self._guard.close()
            self._guard.deleteLater()
            self._guard = self._workspace = self._room = None
        self._session.end()

    def look_back(self) -> None:
        """If the program has not come to an orderly end the last time: how the project fares that was open then."""
        for path in self._session.unended():
            safe = f"{_UNEXPECTED} “{path.stem}” is safe: everything that was shown as done is in it."
            if self._workspace is not None and self._workspace.path.absolute() == path:
                self._tell(safe)  # the program was started with it
                return
            try:
                Workspace.open(path, self.backups).close()
            except BusyProject:
                continue  # somebody is at work on it again
            except CounterpointError as error:
                self._tell(f"{_UNEXPECTED} {error}")
            else:
                self._message.say((safe,), "Open it", lambda own=path: self.open_wanted.emit(own))
            return

    def show_fault(self) -> None:
        """The last one that is in the log."""
        report = self.crashes.last()
        if report:
            self.fault.show_report(report)
        else:
            self._tell("There is no report of a fault: nothing has gone wrong yet.")

    def show_backups(self) -> None:
        if self.sheet.isVisible():
            self.sheet.hide()
            return
        if self._guard is not None:
            self._guard.back_up()
        self._list_backups()
        self.sheet.open_sheet()

    def _restore(self, backup: Backup) -> None:
        try:
            path = restored(backup, self._folder)
        except CounterpointError as error:
            self._tell(str(error))
            return
        self.sheet.hide()
        self.open_wanted.emit(path)
        self._tell(f"This is the project as it was then, as a new one: {path.name}. The other one is as you left it.")

    def _remove(self, backups: list[Backup]) -> None:
        try:
            self.backups.remove(backups)
        except CounterpointError as error:
            self._tell(str(error))
        self._list_backups()

    def _list_backups(self) -> None:
        self.sheet.list_backups(self.backups.all())

    def save_copy(self) -> None:
        """The whole project as a file to mail or to lay by; first, what is in it that may not be for everybody."""
        if (workspace := self._workspace) is not None:
            told = inside_copy(workspace, len(workspace.keeping.taken_out))
            self._message.say(told, "Save the copy …", lambda: self._save_copy(workspace))

    def _save_copy(self, workspace: Workspace) -> None:
        suggested = self._folder / f"{workspace.path.stem}, copy{workspace.path.suffix}"
        path = self._dialogs.place(self._ground, "Save a copy of the project", str(suggested))
        if path is None:
            return
        try:
            workspace.keeping.save_copy(path)
        except FileExistsError:
            self._message.say((f"There is a file {path.name} already.",), "Save the copy …", self.save_copy)
        except CounterpointError as error:
            self._tell(str(error))
        else:
            self._tell(f"The copy is {path}. The project stays open where it is.")

    def export_history(self) -> None:
        """Everything that was done to the project, as a document."""
        if self._workspace is None:
            return
        suggested = self._folder / f"{self._workspace.path.stem}, history.md"
        path = self._dialogs.report(self._ground, str(suggested), "Markdown (*.md)")
        if path is None:
            return
        try:
            check_output(path)
            write_output(path, history_report(self._workspace.title, self._workspace.chronicle.lines()))
        except CounterpointError as error:
            self._tell(str(error))
        else:
            self._tell(f"Exported to {path.name}.")

    def purge_source(self) -> None:
        """That of the column that one is in."""
        if self._room is not None and self._room.desk.active is not None:
            self._purging.ask_for_source(self._room.workspace, self._room.desk.active.source.id)

    def purge_notes(self) -> None:
        """Those on what is shown, and those that were on it."""
        if self._room is not None:
            self._purging.ask_for_notes(self._room.workspace, self._room.inspector.target)

    def purge_taken_out(self) -> None:
        """Sources that are not shown any more."""
        if self._room is not None:
            self._purging.ask_for_taken_out(self._room.workspace)

    # What can't be opened, or not be written any more

    def tell_unopened(self, path: Path, error: CounterpointError) -> None:
        """Why, and what can be done about it."""
        match error:
            case DamagedProject():
                number = len(self.backups.of(path))
                has = f"has {number} backup{'s' if number > 1 else ''}: Ctrl+B" if number else "has no backup here"
                words = f"{path.name} is damaged: what is in it is not what was written. It {has}."
                self._message.say((words,), "Save what can be read", lambda: self._salvage(path))
            case UnwritableProject():
                self._message.say((str(error),), "Work on a copy", lambda: self._open_copy(path))
            case _:
                self._tell(str(error))

    def _salvage(self, path: Path) -> None:
        def saved(name: Path) -> None:
            found.append(salvage(path, name))

        found: list[Salvaged] = []
        try:
            made = reserved(project_paths(self._folder, f"{path.stem}, saved"), saved)
        except CounterpointError as error:
            self._tell(str(error))
            return
        missing = found[0].missing
        words = [f"What could be read of {path.name} is in this project. The damaged file is as it was."]
        words += missing[:_MOST_TOLD] or ["Nothing is missing but the steps of undo."]
        if len(missing) > _MOST_TOLD:
            words.append(f"And {len(missing) - _MOST_TOLD} more.")
        if missing:
            words.append(_listed(found[0]))
        self.open_wanted.emit(made)
        self._message.say(words)

    def _open_copy(self, path: Path) -> None:
        try:
            made = reserved(project_paths(self._folder, path.stem), lambda name: copy_unopened(path, name))
        except CounterpointError as error:
            self._tell(str(error))
            return
        self.open_wanted.emit(made)
        self._tell(f"This is a copy, {made}. The other one stays as it is.")

    def _offer_another_place(self, workspace: Workspace, sentence: str) -> None:
        kept = "Everything that was shown as done before is still here."
        self._message.say((sentence, kept), "Save the project elsewhere …", lambda: self._save_elsewhere(workspace))

    def _save_elsewhere(self, workspace: Workspace) -> None:
        path = self._dialogs.place(self._ground, "Save the project elsewhere", str(self._folder / workspace.path.name))
        if path is None:
            return
        try:
            is_whole = workspace.keeping.save_elsewhere(path)
        except FileExistsError:
            self._offer_another_place(workspace, f"There is a file {path.name} already.")
            return
        except CounterpointError as error:
            self._offer_another_place(workspace, str(error))
            return
        self.close_wanted.emit()  # the new one may have the very name of the old one
        self.open_wanted.emit(path)
        rest = "" if is_whole else f" {_LEFT_BEHIND}"
        self._tell(f"The project is {path} from now on.{rest}")

    def _tell(self, sentence: str) -> None:
        self._message.say((sentence,))


def _listed(found: Salvaged) -> str:
    """What is missing in a project that was salvaged goes into a file beside it, with the originals of lost texts."""
    listed = found.path.with_name(f"{found.path.stem}, missing.txt")
    try:
        write_output(listed, told(found.missing))
        for number, (name, content) in enumerate(found.originals, 1):
            write_output(found.path.with_name(f"{found.path.stem}, original {number}, {file_stem(name)}"), content)
    except CounterpointError as error:
        return str(error)
    kept = f" The originals of {len(found.originals)} of these texts are beside it." if found.originals else ""
    return f"All of it is listed in {listed.name}, beside the project.{kept}"
