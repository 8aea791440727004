"""The window: start screen or reading room, menus, messages, and the comparison in the background."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counterpoint.app.commands import Changes, Thing
from counterpoint.app.intakes import Arrival, from_files
from counterpoint.app.jobs import Analysis
from counterpoint.app.people import user_name
from counterpoint.app.preferences import USUAL, Preferences, Scrolling, View
from counterpoint.app.workspaces import Workspace
from counterpoint.errors import CounterpointError
from counterpoint.readers import exchanges
from counterpoint.resources import resource, seeds
from counterpoint.views.actions import Actions
from counterpoint.views.bars import MessageBar, ProgressStrip
from counterpoint.views.comparers import Comparer
from counterpoint.views.dialogs import Dialogs
from counterpoint.views.draft_pages import is_written_in
from counterpoint.views.heads import Head
from counterpoint.views.intakes import Intake
from counterpoint.views.keepers import Keeper
from counterpoint.views.keys import KeySheet
from counterpoint.views.libraries import Library
from counterpoint.views.menus import Menus
from counterpoint.views.names import NameSheet
from counterpoint.views.rooms import Room
from counterpoint.views.starts import Start
from counterpoint.views.tag_sheets import TagSheet
from counterpoint.views.themes import theme_named
from counterpoint.views.undos import Undo

if TYPE_CHECKING:
    from counterpoint.views.export_sheets import ExportSheet

SAMPLE_TITLE = "The Coalition of the Willing in Paris"
_STEP = 1  # pixels of text size
_THEMES = {"system": "As the &system", "light": "&Light", "dark": "&Dark"}
_SCROLLING = {
    Scrolling.OFF: "&Each column by itself",
    Scrolling.TOGETHER: "&Together, by the same share",
    Scrolling.PAIRED: "&Paired, to what they say of the same thing",
}
_COLUMNS = {0: "As many as have &room", 2: "&Two", 3: "T&hree", 4: "&Four", 5: "F&ive"}


class Window(QMainWindow):
    """One project at a time, or the start screen. `folder` is where new projects go."""

    def __init__(self, preferences: Preferences, folder: Path, dialogs: Dialogs, analysis: Analysis) -> None:
        super().__init__()
        self._preferences = preferences
        self._folder = folder
        self._dialogs = dialogs
        self._analysis = analysis
        self.room: Room | None = None
        self.tags: TagSheet | None = None
        self.exports: ExportSheet | None = None
        self._theme = theme_named(preferences.theme)
        self.setWindowTitle("Counterpoint")
        self.setWindowIcon(QIcon(str(resource("icons/counterpoint.svg"))))
        self.setAcceptDrops(True)
        self.start = Start(self)
        self.message = MessageBar(self)
        self.progress = ProgressStrip(self)
        self.comparer = Comparer(analysis, lambda: self.room, self.message, self.progress, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self._stack, 1)
        column.addWidget(self.progress)
        self.setCentralWidget(middle)
        self.intake = Intake(dialogs, self)
        self.actions_ = Actions(self)
        self._undo: Undo | None = None
        self.head = Head(self)
        self.setMenuWidget(self.head)
        self._menus = Menus(self.head.menus, self.actions_)
        self._menus.add_choices("&View", "&Theme", _THEMES, preferences.theme, self.set_theme)
        self._menus.add_choices("&Columns", "How &many", _COLUMNS, preferences.columns, self.set_columns)
        self._scrolling = self._menus.add_choices(
            "&View", "Scrollin&g", _SCROLLING, preferences.scrolling, self.set_scrolling
        )
        self.keys = KeySheet(self._menus.key_groups, middle)
        self.library = Library(self._menus.key_groups, self._theme, self)
        self.names = NameSheet(preferences, middle)
        self.keeper = Keeper(preferences.data, folder, dialogs, self.message, middle)
        self._join()
        self._show_start()
        self._dress()
        self.resize(1366, 768)
        geometry = preferences.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _join(self) -> None:
        self.start.sample_wanted.connect(self.open_sample)
        self.start.files_wanted.connect(self.intake.choose_new)
        self.start.project_wanted.connect(self.intake.choose_project)
        self.start.paste_wanted.connect(self.intake.paste_new)
        self.start.recent_wanted.connect(self.open_project)
        self.head.switch.chosen.connect(self._show_view)
        self.intake.began.connect(self._create)
        self.intake.arrived.connect(self._add)
        self.intake.found_project.connect(self.open_project)
        self.intake.failed.connect(self._tell)
        self.names.told.connect(self._hint)
        self.keeper.open_wanted.connect(self.open_project)
        self.keeper.close_wanted.connect(self.close_project)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    # Projects

    def open_sample(self) -> None:
        """The five accounts that travel with the program, as a new project."""
        self._create(from_files(seeds()), SAMPLE_TITLE)

    def open_project(self, path: Path) -> None:
        """In place of what is open."""
        if self.room is not None and self.room.workspace.path == path:
            return
        if path.suffix.lower() == exchanges.SUFFIX:
            self._guarded(lambda: self._take_exchange(path))
            return
        try:
            workspace = Workspace.open(path, self.keeper.backups)
        except CounterpointError as error:
            self.keeper.tell_unopened(path, error)
        else:
            self._enter(workspace)

    def _take_exchange(self, path: Path) -> None:
        """A project of another program, as a new one."""
        from counterpoint.app.exchanges import take_in

        self._folder.mkdir(parents=True, exist_ok=True)
        made, sentences = take_in(exchanges.read_exchange(path), self._folder)
        self.open_project(made)
        self._say(sentences)

    def close_project(self) -> None:
        """Back to the start screen. Everything is stored already."""
        self._leave()
        self._show_start()

    def _create(self, arrival: Arrival, title: str = "") -> None:
        if not arrival.contents:
            self._say(arrival.sentences or ("There is no account in this.",))
            return

        def created() -> None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._enter(Workspace.create(self._folder, arrival.contents, title))
            self._say(arrival.sentences)

        self._guarded(created)

    def _add(self, arrival: Arrival) -> None:
        if self.room is None:
            self._create(arrival)
            return
        self._say(arrival.sentences)
        if arrival.contents:
            self.room.workspace.add_sources(arrival.contents)

    def _enter(self, workspace: Workspace) -> None:
        self._leave()
        self.message.hide()
        workspace.who = lambda: self._preferences.name or user_name()
        workspace.failed.connect(self._tell)
        workspace.changed.connect(self._refresh)
        self.room = Room(workspace, self._theme, self._preferences, self)
        self.room.offered.connect(self._offer)
        self.room.viewed.connect(self.head.switch.show_view)
        self.tags = TagSheet(workspace, lambda key: not self.actions_.has_key(key), self.room)
        self.room.lost.appeared.connect(self._tell_lost)
        self._stack.addWidget(self.room)
        self._stack.setCurrentWidget(self.room)
        self.room.show_view(self._preferences.view)
        self.room.setFocus()
        self._undo = Undo(workspace.undo_stack, self.head.toast, self)
        self._menus.set_undo(self._undo.actions)
        self.room.review.decided.connect(self._undo.tell)
        self.room.hands.done.connect(self._undo.tell)
        self.room.hands.told.connect(self._hint)
        self.room.drafts.done.connect(self._undo.tell)
        self.room.drafts.told.connect(self._hint)
        self.room.done.connect(self._undo.tell)
        self.room.menu_wanted.connect(self._menus.pop_up)
        self.keeper.watch(self.room)
        self.head.switch.show()
        self.room.list.levels.changed.connect(self.head.tell)
        self.actions_.set_room(is_open=True)
        self._offer()
        self._preferences.remember(workspace.path)
        self._title()
        self.comparer.compare()

    def _leave(self) -> None:
        room, self.room, self.tags = self.room, None, None
        exports, self.exports = self.exports, None
        if exports is not None:
            exports.close_down()
        if room is None:
            return
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a note that is being typed is stored
        self._analysis.cancel()
        room.remember()
        self._menus.set_undo(())
        if self._undo is not None:
            self._undo.close()
        self._undo = None
        room.workspace.changed.disconnect(self._refresh)
        self._stack.removeWidget(room)
        self.keeper.leave()
        room.workspace.close()
        room.deleteLater()

    def _show_start(self) -> None:
        self.start.show_recent(self._preferences.recent)
        self._stack.setCurrentWidget(self.start)
        self.head.switch.hide()
        self.actions_.set_room(is_open=False)
        self._title()

    def _show_view(self, view: View) -> None:
        if self.room is not None:
            self.room.show_view(view)

    def _offer(self) -> None:
        if self.room is not None:
            self.actions_.offer(self.room.offers())
            self.actions_.set_desk(is_shown=self.room.view is View.COLUMNS)

    def _title(self) -> None:
        self.setWindowTitle(f"{self.room.workspace.title} — Counterpoint" if self.room else "Counterpoint")

    def _refresh(self, changes: Changes) -> None:
        if changes.things & {Thing.SOURCES, Thing.SETTINGS}:
            self.comparer.compare()
        if Thing.TITLE in changes.things and self.room is not None:
            self._title()
            self._preferences.remember(self.room.workspace.path)

    # Out

    def show_export(self) -> None:
        if self.room is None:
            return
        if self.exports is None:  # made when it is wanted, which is on few days
            from counterpoint.views.export_sheets import ExportSheet

            self.exports = ExportSheet(self.room.workspace, self._dialogs, self.room)
            self.exports.told.connect(self._tell)
        self.exports.toggle()

    # Comfort

    def larger_text(self) -> None:
        self._set_size(self._preferences.text_size + _STEP)

    def smaller_text(self) -> None:
        self._set_size(self._preferences.text_size - _STEP)

    def usual_text(self) -> None:
        self._set_size(USUAL)

    def set_theme(self, name: str) -> None:
        self._preferences.theme = name
        self._dress()

    def set_columns(self, number: int) -> None:
        self._preferences.columns = number
        if self.room is not None:
            self.room.desk.set_wanted(number)

    def set_scrolling(self, mode: Scrolling) -> None:
        self._preferences.scrolling = mode
        if self.room is not None:
            self.room.desk.set_scrolling(mode)

    def next_scrolling(self) -> None:
        """The three ways, one after the other."""
        modes = list(Scrolling)
        mode = modes[(modes.index(self._preferences.scrolling) + 1) % len(modes)]
        self._scrolling[mode].trigger()
        self._hint(f"Scrolling: {_SCROLLING[mode].replace('&', '').lower()}.")

    def switch_caret(self) -> None:
        if self.room is not None:
            is_shown = self.room.desk.switch_caret()
            self._hint("Select words with Shift and the arrows." if is_shown else "The texts have no caret any more.")

    def escape(self) -> None:
        """Out of whatever one is in."""
        focused = QApplication.focusWidget()
        sheets = (self.keys, self.names, self.keeper.sheet, self.exports, *(self.room.sheets if self.room else ()))
        if top := next((sheet for sheet in sheets if sheet is not None and sheet.isVisible()), None):
            top.hide()
        elif self.tags is not None and self.tags.isVisible() and not isinstance(focused, QLineEdit):
            self.tags.hide()
        elif self.room is not None and self.room.find_bar.is_in_the_way(focused):
            self.room.find_bar.close_bar()
        elif focused is not None and is_written_in(focused):
            focused.clearFocus()
        elif self.room is None or not self.room.desk.leave():
            self.message.hide()

    def take_newer_draft(self) -> None:
        if self.room is not None:
            self.room.drafts.take_newer(self._dialogs.texts, self)

    def show_tags(self) -> None:
        if self.tags is not None:
            self.tags.toggle()

    def _tell_lost(self, sentence: str) -> None:
        self.message.say((sentence,), "Show them", self.room.lost.toggle if self.room else None)

    def show_keys(self) -> None:
        self.keys.toggle()

    def _set_size(self, pixels: int) -> None:
        self._preferences.text_size = pixels
        if self.room is not None:
            self.room.set_look(self._theme, self._preferences.text_size)

    def _dress(self) -> None:
        self._theme = theme_named(self._preferences.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(self._theme.palette())
        self.setStyleSheet(self._theme.style_sheet())
        self.library.set_theme(self._theme)
        if self.room is not None:
            self.room.set_look(self._theme, self._preferences.text_size)

    # Messages

    def _tell(self, sentence: str) -> None:
        self.message.say((sentence,))

    def _hint(self, sentence: str) -> None:
        """What needs no answer."""
        self.head.toast.say(sentence, can_undo=False)

    def _say(self, sentences: Sequence[str]) -> None:
        if sentences:
            self.message.say(sentences)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Does it; what a reader can mend is told in the bar."""
        try:
            act()
        except CounterpointError as error:
            self._tell(str(error))

    # Events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take_dropped(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.set_layout("window", self.saveGeometry())
        self._leave()
        self.library.close()
        self._analysis.close()
        super().closeEvent(event)
