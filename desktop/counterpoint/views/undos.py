"""Undo and redo of one project: the actions in the menu, and the toast that offers to undo what was just done."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from counterpoint.views.toasts import Toast


class Undo(QObject):
    """For as long as the project is open. The actions name what they would undo."""

    def __init__(self, stack: QUndoStack, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._stack = stack
        self._toast = toast
        self._window = window
        self._index = self._told_at = stack.index()
        undo, redo = stack.createUndoAction(self, "Undo"), stack.createRedoAction(self, "Redo")
        undo.setShortcut("Ctrl+Z")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.actions = [undo, redo]
        window.addActions(self.actions)
        self._settling = QTimer(self, singleShot=True, interval=0)  # a step that fails moves the stack there and back
        self._settling.timeout.connect(self._settle)
        stack.indexChanged.connect(self._settling.start)
        toast.undo_wanted.connect(stack.undo)

    def tell(self, words: str) -> None:
        """What the last step has done."""
        self._told_at = self._stack.index()
        self._toast.say(words)

    def close(self) -> None:
        """Before the project goes."""
        self._settling.stop()
        self._stack.indexChanged.disconnect(self._settling.start)
        self._toast.undo_wanted.disconnect(self._stack.undo)
        self._toast.hide()
        for action in self.actions:
            self._window.removeAction(action)
        self.deleteLater()

    def _settle(self) -> None:
        before, self._index = self._index, self._stack.index()
        if self._index < before:
            self._toast.say(f"Undone: {self._stack.redoText()}", can_undo=False)
        elif self._index != self._told_at:
            self._toast.hide()  # its button would undo something else
