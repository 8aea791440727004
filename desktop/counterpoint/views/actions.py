"""Everything that can be done, as actions with keys: the menus and the sheet of keys are made from these."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its name in the menu, its keys, and what does it, as it is reached from the window."""

    name: str
    method: str
    keys: tuple[str, ...] = ()
    needs_room: bool = True  # it means nothing while no project is open


MENUS: Mapping[str, Sequence[Deed | None]] = {
    "&File": (
        Deed("&New from files …", "intake.choose_new", ("Ctrl+N",), needs_room=False),
        Deed("New from &pasted text", "intake.paste_new", ("Ctrl+Shift+N",), needs_room=False),
        Deed("&Open …", "intake.choose_project", ("Ctrl+O",), needs_room=False),
        Deed("Open the &sample", "open_sample", ("Ctrl+Alt+O",), needs_room=False),
        None,
        Deed("&Add sources …", "intake.choose_sources", ("Ctrl+Shift+O",)),
        Deed("Pas&te as source", "intake.paste_source", ("Ctrl+Shift+V",)),
        Deed("Add as &draft …", "intake.choose_draft", ("Ctrl+D",)),
        Deed("Paste as d&raft", "intake.paste_draft", ("Ctrl+Shift+D",)),
        None,
        Deed("&Export …", "show_export", ("Ctrl+E",)),
        Deed("Export the &history …", "keeper.export_history", ("Ctrl+Shift+H",)),
        Deed("Save a cop&y of the project …", "keeper.save_copy", ("Ctrl+Shift+E",)),
        Deed("&Backups …", "keeper.show_backups", ("Ctrl+B",), needs_room=False),
        Deed("&Close project", "close_project", ("Ctrl+W",)),
        Deed("&Quit", "close", ("Ctrl+Q",), needs_room=False),
    ),
    "&Edit": (
        Deed("&Copy finding or fact", "room.copy", ("Ctrl+C",)),
        Deed("Copy the selected words", "room.desk.copy_words", ("Ctrl+Ins",)),
        None,
        Deed("&Find …", "room.seeker.find", ("Ctrl+F",)),
        Deed("Next &hit", "room.seeker.find_next", ("F3",)),
        Deed("Pre&vious hit", "room.seeker.find_previous", ("Shift+F3",)),
        Deed("List only what has &words …", "room.seeker.filter_words", ("Ctrl+Shift+F",)),
        None,
        Deed("Add a &tag", "room.review.focus_tag", ("T",)),
        Deed("Add a &note", "room.review.focus_note", ("N",)),
        Deed("What tags and notes &go on", "room.review.choose_aim", ("G",)),
        Deed("All ta&gs …", "show_tags", ("Ctrl+T",)),
        Deed("Without a &place …", "room.lost.toggle", ("Ctrl+L",)),
        Deed("Histor&y of what is shown", "room.inspector.past.toggle", ("Ctrl+H",)),
        Deed("Yo&ur name …", "names.toggle", ("Ctrl+Alt+U",), needs_room=False),
        None,
        Deed("The selected words &agree", "room.hands.mark_match", ("E",)),
        Deed("The selected words con&flict", "room.hands.mark_conflict", ("D",)),
        Deed("Make the selected &words a claim", "room.hands.make_claim", ("W",)),
        Deed("&Remove what was made by hand", "room.hands.remove", ("Del",)),
        Deed("The claim begins a word earlier", "room.hands.begin_earlier", ("Alt+Left",)),
        Deed("The claim begins a word later", "room.hands.begin_later", ("Alt+Right",)),
        Deed("The claim ends a word earlier", "room.hands.end_earlier", ("Alt+Shift+Left",)),
        Deed("The claim ends a word later", "room.hands.end_later", ("Alt+Shift+Right",)),
    ),
    "&Review": (
        Deed("&Next finding", "room.review.next_finding", ("J",)),
        Deed("&Previous finding", "room.review.previous_finding", ("K",)),
        None,
        Deed("&Confirm", "room.review.confirm", ("C",)),
        Deed("&Reject", "room.review.reject", ("R",)),
        Deed("&Unsure", "room.review.unsure", ("U",)),
        Deed("Take the verdict &back", "room.review.take_back", ("Backspace",)),
        None,
        Deed("Confirm all that are listed", "room.review.confirm_listed", ("Ctrl+Shift+C",)),
        Deed("Reject all that are listed", "room.review.reject_listed", ("Ctrl+Shift+R",)),
        Deed("Unsure on all that are listed", "room.review.doubt_listed", ("Ctrl+Shift+U",)),
        None,
        Deed("&Filter …", "room.review.choose_filter", ("L",)),
        Deed("&All findings, no filter", "room.review.list_all", ("A",)),
        Deed("Only co&nflicts", "room.review.list_conflicts", ("X",)),
        Deed("Only a&greements", "room.review.list_matches", ("M",)),
        Deed("Only un&decided", "room.review.list_undecided", ("O",)),
        None,
        Deed("Fe&wer findings, surer", "room.list.levels.fewer", (",",)),
        Deed("&More findings, less sure", "room.list.levels.more", (".",)),
    ),
    "&Draft": (
        Deed("&Write in the draft", "room.drafts.write", ("I",)),
        Deed("&Next fact to check", "room.drafts.next_open", ("Q",)),
        None,
        Deed("&Checked", "room.drafts.check", ("Shift+C",)),
        Deed("Changed, needs &attention", "room.drafts.call_to_attention", ("Shift+A",)),
        Deed("C&ontested", "room.drafts.contest", ("Shift+D",)),
        Deed("&Unverifiable", "room.drafts.call_unverifiable", ("Shift+V",)),
        Deed("O&pinion", "room.drafts.call_opinion", ("Shift+O",)),
        Deed("&To check again", "room.drafts.put_back", ("Shift+T",)),
        None,
        Deed("&Keep this version", "room.drafts.keep", ("Ctrl+S",)),
        Deed("&Versions …", "room.versions.toggle", ("Ctrl+Shift+S",)),
        Deed("Newer version from a &file …", "take_newer_draft", ("Ctrl+R",)),
    ),
    "&View": (
        Deed("&Larger text", "larger_text", ("Ctrl++", "Ctrl+="), needs_room=False),
        Deed("&Smaller text", "smaller_text", ("Ctrl+-",), needs_room=False),
        Deed("&Usual text size", "usual_text", ("Ctrl+0",), needs_room=False),
        None,
        Deed("Leave the &field, close what lies on top", "escape", ("Esc",), needs_room=False),
        Deed("Columns or &facts table", "room.switch_view", ("F",)),
        Deed("Next &order of the facts", "room.table.sort_next", ("S",)),
        Deed("Show or hide the &panel", "room.toggle_panel", ("F9",)),
        Deed("Next way of s&crolling", "next_scrolling", ("V",)),
        Deed("Caret in the te&xts", "switch_caret", ("F7",)),
    ),
    "&Columns": (
        Deed("&Bring here what the others say", "room.desk.bring_here", ("B",)),
        Deed("Edit title, outlet and &date", "room.desk.edit_header", ("H",)),
        Deed("&Pin the column, or let it go", "room.desk.pin", ("P",)),
        None,
        Deed("Next &column", "room.desk.next_column", ("F6",)),
        Deed("Pre&vious column", "room.desk.previous_column", ("Shift+F6",)),
        Deed("&Later sources into view", "room.desk.show_next", ("Ctrl+Right",)),
        Deed("&Earlier sources into view", "room.desk.show_previous", ("Ctrl+Left",)),
        Deed("Move the column &right", "room.desk.move_right", ("Ctrl+Shift+Right",)),
        Deed("Move the column le&ft", "room.desk.move_left", ("Ctrl+Shift+Left",)),
        Deed("&Wider column", "room.desk.widen", ("Ctrl+Alt+Right",)),
        Deed("&Narrower column", "room.desk.narrow", ("Ctrl+Alt+Left",)),
        Deed("All columns equally wide", "room.desk.level", ("Ctrl+Alt+0",)),
        None,
        Deed("&Take the source out", "room.take_out", ("Ctrl+Del",)),
        None,
        Deed("Show or hide source &A", "room.pick_1", ("1",)),
        Deed("Show or hide source B", "room.pick_2", ("2",)),
        Deed("Show or hide source C", "room.pick_3", ("3",)),
        Deed("Show or hide source D", "room.pick_4", ("4",)),
        Deed("Show or hide source E", "room.pick_5", ("5",)),
    ),
    "&Project": (
        Deed("&Compare again", "comparer.compare_again", ("F5",)),
        Deed("&Stop comparing", "comparer.stop", ("Shift+F5",)),
        None,
        Deed("Purge this &source …", "keeper.purge_source", ("Ctrl+Alt+S",)),
        Deed("Purge the &notes on what is shown …", "keeper.purge_notes", ("Ctrl+Alt+N",)),
        Deed("Purge what was &taken out …", "keeper.purge_taken_out", ("Ctrl+Alt+T",)),
    ),
    "&Help": (
        Deed("&Manual", "library.show_manual", ("F1",), needs_room=False),
        Deed("&Keys", "show_keys", ("?",), needs_room=False),
        Deed("&Report of the last fault …", "keeper.show_fault", ("Ctrl+F1",), needs_room=False),
        Deed("&About and licences", "library.show_credits", ("Shift+F1",), needs_room=False),
    ),
}

#: Keys that are no actions, as what has the focus takes them.
OTHER_KEYS = (
    ("Enter", "Facts table: to the passage in the columns"),
    ("Enter", "Find: next hit"),
    ("Shift+Enter", "Find: previous hit"),
    ("Enter", "Title, outlet or date: store"),
    ("Ctrl+Enter", "Note: leave the field"),
    ("Enter", "Note: go on writing"),
    ("Enter, F2", "List of tags: change"),
    ("Del", "List of tags: remove"),
    ("A tag’s own", "Give the tag, or take it off"),
)

#: What a right click offers on a text, on a column's header, and in the facts table, in groups.
MENU_OF_TEXTS = (
    ("room.desk.bring_here", "room.switch_view"),
    ("room.hands.mark_match", "room.hands.mark_conflict", "room.hands.make_claim", "room.hands.remove"),
    ("room.review.focus_tag", "room.review.focus_note"),
    ("room.desk.copy_words", "room.copy"),
)
MENU_OF_HEADERS = (
    ("room.desk.edit_header", "room.desk.pin"),
    ("room.desk.move_left", "room.desk.move_right", "room.desk.widen", "room.desk.narrow", "room.desk.level"),
    ("room.take_out",),
)
MENU_OF_FACTS = (
    ("room.switch_view",),
    ("room.review.confirm", "room.review.reject", "room.review.unsure", "room.review.take_back"),
    ("room.review.focus_tag", "room.review.focus_note"),
    ("room.copy",),
)


class Actions:
    """The actions of one window, by menu and by method."""

    def __init__(self, window: QWidget) -> None:
        self.menus: dict[str, list[QAction | None]] = {}
        self._by_method: dict[str, QAction] = {}
        self._of_room: list[QAction] = []
        for menu, deeds in MENUS.items():
            self.menus[menu] = [None if deed is None else self._made(deed, window) for deed in deeds]

    def __getitem__(self, method: str) -> QAction:
        return self._by_method[method]

    def groups(self) -> dict[str, list[QAction]]:
        """For the sheet of keys."""
        return {
            menu.replace("&", ""): [action for action in actions if action is not None]
            for menu, actions in self.menus.items()
        }

    def has_key(self, key: str) -> bool:
        """Whether one of them has this key."""
        wanted = QKeySequence(key.upper())
        return any(wanted in action.shortcuts() for action in self._by_method.values())

    def set_room(self, *, is_open: bool) -> None:
        """Enables what needs an open project, or disables it."""
        for action in self._of_room:
            action.setEnabled(is_open)

    def set_desk(self, *, is_shown: bool) -> None:
        """Enables what acts on the columns, or disables it while something else is shown."""
        for method, action in self._by_method.items():
            if method.startswith(("room.desk.", "room.hands.")):
                action.setEnabled(is_shown)

    def offer(self, offers: Mapping[str, tuple[str, bool]]) -> None:
        """Other names for some, and whether they can be done now."""
        for method, (name, is_possible) in offers.items():
            self._by_method[method].setText(name)
            self._by_method[method].setEnabled(is_possible)

    def _made(self, deed: Deed, window: QWidget) -> QAction:
        action = QAction(deed.name, window)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        do: Callable[[QWidget], Callable[[], object]] = attrgetter(deed.method)
        action.triggered.connect(lambda _=False: do(window)())
        window.addAction(action)
        self._by_method[deed.method] = action
        if deed.needs_room:
            self._of_room.append(action)
        return action
