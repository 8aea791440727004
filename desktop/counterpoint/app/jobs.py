"""Work that takes longer than a moment, in a process of its own: values in, values out, told on the GUI thread."""

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal

from counterpoint.analysts import PREFIX, Answer, Done, Failure, Letter, Piece, Progress, Request, packed, unpacked
from counterpoint.engine.levels import USUAL, Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counterpoint.engine.accounts import Account, Comparison
    from counterpoint.engine.facts import Fact
    from counterpoint.engine.relations import Relation
    from counterpoint.engine.sources import Source

GONE = "The comparison has stopped unexpectedly. Start it again with Project > Compare again."
_PATIENCE = 1000  # milliseconds for the process to leave by itself


@dataclass(slots=True)
class _Pieces:
    """What has come of an answer so far."""

    accounts: "list[Account]" = field(default_factory=list["Account"])
    relations: "list[Relation]" = field(default_factory=list["Relation"])
    facts: "list[Fact]" = field(default_factory=list["Fact"])

    def add(self, piece: Piece) -> None:
        self.accounts += piece.accounts
        self.relations += piece.relations
        self.facts += piece.facts

    def whole(self, done: Done) -> "Comparison":
        from counterpoint.engine.accounts import Comparison

        found = tuple(self.accounts), tuple(self.relations), tuple(self.facts)
        return Comparison(*found, done.shares_little, done.quotations, done.level)


class Analysis(QObject):
    """Compares sources in the background. A newer request supersedes the older one, whose answer never comes.

    The process starts with the first request and stays, with what it has loaded, until `close`.
    """

    progressed = Signal(object)  # Progress
    finished = Signal(object)  # Comparison
    failed = Signal(str)
    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._revision = 0
        self._is_busy = False
        self._bytes = bytearray()
        self._pieces = _Pieces()

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def warm_up(self) -> None:
        """Has the process load what it needs, so that the first comparison comes sooner."""
        if self._process is None:
            self._ask(())

    def start(self, sources: "Sequence[Source]", choice: Choice = USUAL) -> None:
        """Compares these, and nothing else any more."""
        self._ask(tuple(sources), choice)
        self._set_busy(is_busy=True)

    def cancel(self) -> None:
        """Stops at the next unit of work. Nothing is told but that it is not busy."""
        if self._is_busy:
            self._ask(())
            self._set_busy(is_busy=False)

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        self._set_busy(is_busy=False)
        if process is None:
            return
        process.blockSignals(True)  # noqa: FBT003  # nothing more is heard of it
        process.closeWriteChannel()
        if not process.waitForFinished(_PATIENCE):
            process.kill()
            process.waitForFinished(_PATIENCE)
        process.deleteLater()

    def _ask(self, sources: "tuple[Source, ...]", choice: Choice = USUAL) -> None:
        self._revision += 1
        self._pieces = _Pieces()
        self._running().write(packed(Request(self._revision, sources, choice)))

    def _running(self) -> QProcess:
        if self._process is None:
            process = QProcess(self)
            if sys.platform != "win32":  # Ctrl+C in the terminal is for the window, which then closes the process
                process.setUnixProcessParameters(QProcess.UnixProcessFlag.CreateNewSession)
            process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
            process.readyReadStandardOutput.connect(self._read)
            process.errorOccurred.connect(self._fail)
            process.finished.connect(self._fail)
            self._bytes = bytearray()
            program, *arguments = _command()
            process.start(program, arguments)
            self._process = process
        return self._process

    def _read(self) -> None:
        if self._process is None:
            return
        self._bytes += self._process.readAllStandardOutput().data()
        while len(self._bytes) >= PREFIX:
            end = PREFIX + int.from_bytes(self._bytes[:PREFIX], "big")
            if len(self._bytes) < end:
                return
            letter = unpacked(bytes(self._bytes[PREFIX:end]))
            del self._bytes[:end]
            if isinstance(letter, Letter) and letter.revision == self._revision and self._is_busy:
                self._take(letter.answer)

    def _take(self, answer: Answer) -> None:
        match answer:
            case Progress():
                self.progressed.emit(answer)
            case Piece():
                self._pieces.add(answer)
            case Done():
                comparison = self._pieces.whole(answer)
                self._set_busy(is_busy=False)
                self.finished.emit(comparison)
            case Failure(sentence, trace):
                if trace:
                    sys.stderr.write(trace)
                self._set_busy(is_busy=False)
                self.failed.emit(sentence)

    def _fail(self) -> None:
        """The process is gone, or could never be had. It is started again when it is next needed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)  # noqa: FBT003  # nothing more is heard of it
        process.deleteLater()
        if self._is_busy:
            self._set_busy(is_busy=False)
            self.failed.emit(GONE)

    def _set_busy(self, *, is_busy: bool) -> None:
        if is_busy is not self._is_busy:
            self._is_busy = is_busy
            self.busy.emit(is_busy)


def _command() -> list[str]:
    """Our own program, from source or frozen, as the analyst."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "counterpoint"]
    return [*start, "--analyst"]
