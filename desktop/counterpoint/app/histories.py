"""Undo and redo: Qt's stack of steps and the project's journal, kept in line."""

import json
from collections.abc import Callable
from datetime import datetime
from weakref import finalize, ref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from counterpoint.app.commands import Changes, Command, command_form, joined, lightened, sources_kept
from counterpoint.errors import CounterpointError, DamagedProject, UnfitStep, UnwritableProject
from counterpoint.store.forms import read_json
from counterpoint.store.journals import Step
from counterpoint.store.stores import Store

Record = Callable[[datetime, str], None]
#: Steps that can be undone after opening. Those before them stay in the file.
MOST_STEPS = 500
_UNFIT = "This step does not fit the project as it is, so nothing has been changed."


class History(QObject):
    """Does commands, each as one transaction with its line in the journal, and undoes them.

    Views take their actions from `stack`. A command that fails leaves no step; one whose undo
    fails can be undone later.
    """

    changed = Signal(object)  # Changes
    failed = Signal(str)  # a whole sentence
    unstored = Signal(str)  # the same, after `failed`, where the file takes nothing any more

    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        who: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(parent)
        self._who = who
        self.stack = QUndoStack()
        self._let_go = finalize(self, _let_go, self.stack)
        self._let_go.atexit = False
        self._store = store
        self._now = now
        self._form = command_form()
        self._is_muted = False
        self._done = 0  # how many steps of the stack are done, as the journal has it
        self._changes: Changes | None = None
        self._error: Exception | None = None
        self._restore()
        self.stack.indexChanged.connect(self._settle)

    def do(self, command: Command, *, joins: bool = False) -> None:
        """Does it, or emits `failed`. With `joins`, it becomes part of the last step if that was of the same kind."""
        whole = self._with_last(command) if joins else None
        try:
            with self._store.atomic():
                changes = command.do(self._store)
                if whole is None:
                    self._store.journal.add_step(self._step(command))
                    self._store.shelf.sweep()
                else:
                    self._store.journal.join_step(self._step(whole))
        except CounterpointError as error:
            self._fail(error)
            return
        if whole is None:
            self._push(command)
        else:
            self._last().become(whole)
        self.changed.emit(changes)

    def clear(self) -> None:
        """After the journal has lost its steps."""
        self._is_muted = True
        self.stack.clear()
        self._is_muted = False
        self._done = 0

    def close(self) -> None:
        """Lets go of the steps. May be called twice."""
        self._let_go()

    def unwind(self, command: Command, *, is_read: bool) -> None:
        """For the stack, which has decided that the step is to be undone. `is_read`: it comes from the file."""
        self._perform(command.undo, self._store.journal.unwind, -1, is_read=is_read)

    def rewind(self, command: Command, *, is_read: bool) -> None:
        """For the stack, which has decided that the step is to be done again, or has just been given it."""
        self._perform(command.do, self._store.journal.rewind, 1, is_read=is_read)

    def _perform(self, act: Callable[[Store], Changes], record: Record, by: int, *, is_read: bool) -> None:
        if self._is_muted or self._error is not None:
            return
        try:
            with self._store.atomic():
                changes = act(self._store)
                record(self._now(), self._who())
        except Exception as error:  # noqa: BLE001  # raised by _settle, when the stack is whole again
            is_fault = not is_read or isinstance(error, CounterpointError)
            self._error = error if is_fault else UnfitStep(_UNFIT)  # a stranger may have written it
        else:
            self._done += by
            self._changes = changes if self._changes is None else self._changes | changes

    def _settle(self) -> None:
        """After the stack has moved: tells what has changed, or moves it back to where the journal is."""
        if self._is_muted:
            return
        changes, self._changes = self._changes, None
        error, self._error = self._error, None
        if self.stack.index() != self._done:
            self._is_muted = True
            self.stack.setIndex(self._done)
            self._is_muted = False
        if changes is not None:
            self.changed.emit(changes)
        if isinstance(error, CounterpointError):
            self._fail(error)
        elif error is not None:
            raise error

    def _fail(self, error: CounterpointError) -> None:
        self.failed.emit(str(error))
        if isinstance(error, (UnwritableProject, DamagedProject)):
            self.unstored.emit(str(error))

    def _push(self, command: Command, *, is_read: bool = False) -> None:
        self._is_muted = True
        self.stack.push(_StackedStep(self, lightened(command), is_read=is_read))
        self._is_muted = False
        self._done = self.stack.index()

    def _last(self) -> "_StackedStep":
        step = self.stack.command(self.stack.index() - 1)
        assert isinstance(step, _StackedStep)  # noqa: S101
        return step

    def _with_last(self, command: Command) -> Command | None:
        if not 0 < self.stack.index() == self.stack.count():
            return None
        return joined(self._last().command, command)

    def _step(self, command: Command) -> Step:
        packed = json.dumps(self._form.pack(command), ensure_ascii=True, separators=(",", ":"))
        return Step(command.label, packed, self._now(), sources_kept(command), self._who())

    def _restore(self) -> None:
        steps, done = self._store.journal.steps(MOST_STEPS)
        commands = [self._command(step) for step in steps]
        first = max((i + 1 for i, command in enumerate(commands[:done]) if command is None), default=0)
        end = next((i for i, command in enumerate(commands) if i >= done and command is None), len(commands))
        for command in commands[first:end]:
            if command is not None:
                self._push(command, is_read=True)
        self._is_muted = True
        self.stack.setIndex(done - first)
        self._is_muted = False
        self._done = done - first

    def _command(self, step: Step) -> Command | None:
        """None for a step that this program does not know: neither it nor what lies behind it can be undone."""
        try:
            return self._form.unpack(read_json(step.command))
        except ValueError:
            return None


def _let_go(stack: QUndoStack) -> None:
    """Before the history goes, be it by Python's collector: that would free a step first, and then Qt would again."""
    stack.blockSignals(True)  # noqa: FBT003  # else it speaks to a history that is half gone
    stack.clear()


class _StackedStep(QUndoCommand):
    """A command on the stack. It holds its history weakly, so that the two make no cycle."""

    def __init__(self, history: History, command: Command, *, is_read: bool) -> None:
        super().__init__(command.label)
        self._history = ref(history)
        self._is_read = is_read
        self.command = command

    def become(self, command: Command) -> None:
        self.command = command
        self.setText(command.label)

    def redo(self) -> None:
        if history := self._history():
            history.rewind(self.command, is_read=self._is_read)

    def undo(self) -> None:
        if history := self._history():
            history.unwind(self.command, is_read=self._is_read)
