"""What has lost its place, on one sheet: put on words that the reader selects, or taken away; until then it is kept."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from counterpoint.app.changes import Changes, Thing
from counterpoint.app.losses import Loss, can_place, find_losses, place_loss, remove_losses
from counterpoint.store.homes import Target
from counterpoint.views.sheets import DELETE, Sheet
from counterpoint.views.walks import Walk

_HEADS = ("What", "It says", "It sat on")
_SIZE = (760, 420)  # pixels
_PROMISE = (
    "What these sat on is gone: its words were changed, or the comparison no longer finds it. They are kept as they "
    "are. To place one, look at a finding, a claim or selected words first."
)
_NONE = "Nothing has lost its place."
_LOSING = frozenset((Thing.SOURCES, Thing.ANALYSIS))  # what can take a place away


class LostSheet(Sheet):
    """Of an open project."""

    appeared = Signal(str)  # how many there are, in a sentence, where there were fewer before

    def __init__(self, walk: Walk, target: Callable[[], Target | None], parent: QWidget) -> None:
        super().__init__("Without a place", _HEADS, _SIZE, parent, wide=(1, 2))
        self._walk = walk
        self._target = target
        self._losses: tuple[Loss, ...] = ()
        self.placing = QPushButton("Put on what is looked at   Enter", self)
        self.placing.clicked.connect(self._place_again)
        self.removing = QPushButton("Remove   Del", self)
        self.removing.clicked.connect(self._remove)
        self.add_buttons(self.placing, self.removing)
        self.table.itemSelectionChanged.connect(self._offer)
        walk.moved.connect(self._offer)
        walk.workspace.changed.connect(self._follow)
        self.renew()

    def press(self, key: int) -> bool:
        if key in DELETE:
            self._remove()
        else:
            self._place_again()
        return True

    def _follow(self, changes: Changes) -> None:
        before = len(self._losses)
        if self.isVisible() or changes.things & _LOSING:
            self.renew()
        if len(self._losses) > before and Thing.ANALYSIS in changes.things:
            self.appeared.emit(_sentence(len(self._losses)))

    def renew(self) -> None:
        losses = find_losses(self._walk.workspace)
        if losses != self._losses or not losses:
            self._losses = losses
            self.list_rows([(loss.what, loss.says, loss.words) for loss in losses])
        self.said.setText(_PROMISE if losses else _NONE)
        self._offer()

    def _offer(self) -> None:
        chosen = self.chosen()
        self.removing.setEnabled(bool(chosen))
        self.placing.setEnabled(len(chosen) == 1 and can_place(self._losses[chosen[0]], self._target()))

    def _place_again(self) -> None:
        chosen, target = self.chosen(), self._target()
        if len(chosen) == 1 and target is not None and can_place(self._losses[chosen[0]], target):
            place_loss(self._walk.workspace, self._losses[chosen[0]], target)

    def _remove(self) -> None:
        remove_losses(self._walk.workspace, [self._losses[row] for row in self.chosen()])


def _sentence(number: int) -> str:
    if number == 1:
        return "A note, a tag or a verdict has lost its place. It is kept."
    return f"{number} notes, tags or verdicts have lost their place. They are kept."
