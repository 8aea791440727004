"""The versions of a draft on one sheet: what has changed since each of them, and the way back to it."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.versions import Piece, compare_texts
from counterpoint.app.workspaces import Workspace
from counterpoint.views.sheets import Sheet

if TYPE_CHECKING:
    from counterpoint.store.annotations import Revision
    from counterpoint.views.drafts import Drafts

_HEADS = ("Version", "Kept", "By", "Words")
_SIZE = (820, 560)  # pixels
_NONE = "No version is kept yet. Ctrl+S keeps one; the text as it came is kept when it is first changed."
_SAME = "<p>Nothing has changed since.</p>"
_TABLE = 190  # pixels
_AROUND = 60  # code points of what is the same that are shown on either side of a change


class VersionSheet(Sheet):
    """Of the draft that one is in, or of the first."""

    def __init__(self, workspace: Workspace, drafts: "Drafts", parent: QWidget) -> None:
        super().__init__("Versions of the draft", _HEADS, _SIZE, parent, wide=(0,))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)  # whatever keys are held
        self._workspace = workspace
        self._drafts = drafts
        self._revisions: tuple[Revision, ...] = ()
        self.changes = QTextBrowser(self)
        self.changes.setAccessibleName("What has changed since this version")
        self.table.setMaximumHeight(_TABLE)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(self.table) + 1, self.changes, 1)
        self.back = QPushButton("Go back to this version   Enter", self)
        self.back.clicked.connect(self._go_back)
        self.add_buttons(self.back)
        self.table.itemSelectionChanged.connect(self._compare)
        workspace.changed.connect(self._follow)

    def press(self, key: int) -> bool:  # noqa: ARG002
        self._go_back()
        return True

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and changes.things & {Thing.REVISIONS, Thing.SOURCES}:
            self.renew()

    def renew(self) -> None:
        draft = self._drafts.source
        self._revisions = tuple(reversed(self._workspace.drafting.revisions(draft.id))) if draft else ()
        self.list_rows(
            [
                (each.name, each.made.astimezone().strftime("%-d %b %Y, %H:%M"), each.by, str(len(each.text.split())))
                for each in self._revisions
            ]
        )
        self.said.setText("" if self._revisions else _NONE)
        self._compare()

    def _compare(self) -> None:
        chosen, draft = self.chosen(), self._drafts.source
        is_one = len(chosen) == 1 and draft is not None and chosen[0] < len(self._revisions)
        self.back.setEnabled(is_one)
        self.changes.setVisible(bool(self._revisions))
        if is_one and draft is not None:
            pieces = compare_texts(self._revisions[chosen[0]].text, draft.text)
            changed = any(piece.is_gone or piece.is_new for piece in pieces)
            self.changes.setHtml("".join(map(_shown, pieces)) if changed else _SAME)

    def _go_back(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1:
            self._workspace.drafting.go_back_to(self._revisions[chosen[0]])


def _shown(piece: Piece) -> str:
    """What is the same only around what changed; told by sign and line, not by colour alone."""
    if piece.is_gone:
        return f'<span style="text-decoration: line-through">{_html(piece.words)}</span> '
    if piece.is_new:
        return f"<b><u>{_html(piece.words)}</u></b>"
    if len(piece.words) > 3 * _AROUND:
        before, after = piece.words[:_AROUND].rsplit(" ", 1)[0], piece.words[-_AROUND:].split(" ", 1)[-1]
        return f"{_html(before)} … {_html(after)}"
    return _html(piece.words)


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br>")
