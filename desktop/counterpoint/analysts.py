"""The analyst: a process beside the window that compares sources, so that reading and scrolling never wait for it.

It speaks over its standard input and output in pickled letters, each behind its length. It is our own program, started
by the window, and nobody else can write to it.
"""

import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO, Union

from counterpoint.engine.levels import USUAL, Choice, Level
from counterpoint.errors import CounterpointError

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Account, Comparison
    from counterpoint.engine.checks import QuotationCheck
    from counterpoint.engine.facts import Fact
    from counterpoint.engine.knowledge import Knowledge
    from counterpoint.engine.memories import Memory
    from counterpoint.engine.relations import Relation
    from counterpoint.engine.sources import Source

#: Bytes before every letter that hold its length.
PREFIX = 8
#: Relations or facts in one letter: few enough that a window takes them in between two frames.
PIECE = 100


@dataclass(frozen=True, slots=True)
class Request:
    """Sources to compare. A later revision supersedes all earlier ones; without sources it only cancels them."""

    revision: int
    sources: "tuple[Source, ...]" = ()
    choice: Choice = USUAL


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage of the work is."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the answer, to be joined with the others in the order in which they came."""

    accounts: "tuple[Account, ...]" = ()
    relations: "tuple[Relation, ...]" = ()
    facts: "tuple[Fact, ...]" = ()


@dataclass(frozen=True, slots=True)
class Done:
    """The answer is whole."""

    shares_little: bool
    quotations: "tuple[QuotationCheck, ...]"
    level: Level | None


@dataclass(frozen=True, slots=True)
class Failure:
    """There is no answer. `sentence` is for the reader, `trace` for a bug's report, empty where it is none."""

    sentence: str
    trace: str = ""


Answer = Union[Progress, Piece, Done, Failure]  # noqa: UP007  # as the letters' type it is a value too


@dataclass(frozen=True, slots=True)
class Letter:
    """An answer to the request of that revision."""

    revision: int
    answer: Answer


class Superseded(Exception):
    """A newer request has come."""


def packed(value: Request | Letter) -> bytes:
    """A letter, behind its length."""
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(PREFIX, "big") + body


def unpacked(body: bytes) -> Letter | Request:
    """What is in a letter without its length."""
    return pickle.loads(body)  # noqa: S301  # from our own process


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers requests until there are no more of them; only the newest is worked on."""
    _Desk(requests, answers).work()


class _Desk:
    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        from queue import SimpleQueue

        self._requests = requests
        self._answers = answers
        self._newest = -1
        self._waiting: SimpleQueue[Request | None] = SimpleQueue()
        self._knowledge: Knowledge | None = None
        self._memory: Memory | None = None

    def work(self) -> None:
        Thread(target=self._listen, daemon=True).start()
        while (request := self._waiting.get()) is not None:
            if request.revision == self._newest:
                self._answer(request)

    def _listen(self) -> None:
        for request in _letters(self._requests):
            if isinstance(request, Request):
                self._newest = request.revision
                self._waiting.put(request)
        self._newest = -1  # the window is gone: what is being done is for nobody
        self._waiting.put(None)

    def _answer(self, request: Request) -> None:
        def watch(stage: str, done: int, total: int) -> None:
            if request.revision != self._newest:
                raise Superseded
            self._send(request, Progress(stage, done, total))

        try:
            watch("start", 0, 1)
            knowledge = self._known()
            if request.sources:
                from counterpoint.engine.comparison import compare
                from counterpoint.engine.memories import Memory

                self._memory = self._memory or Memory()
                self._deliver(request, compare(request.sources, knowledge, watch, self._memory, request.choice))
        except Superseded:
            return
        except CounterpointError as error:
            self._send(request, Failure(str(error)))
        except Exception:  # noqa: BLE001  # the adapter of a job: a bug is told where a person can see it
            from traceback import format_exc

            sentence = "The comparison has failed because of a fault in Counterpoint. Your texts and notes are safe."
            self._send(request, Failure(sentence, format_exc()))

    def _deliver(self, request: Request, comparison: "Comparison") -> None:
        for account in comparison.accounts:
            self._send(request, Piece(accounts=(account,)))
        for i in range(0, len(comparison.relations), PIECE):
            self._send(request, Piece(relations=comparison.relations[i : i + PIECE]))
        for i in range(0, len(comparison.facts), PIECE):
            self._send(request, Piece(facts=comparison.facts[i : i + PIECE]))
        self._send(request, Done(comparison.shares_little, comparison.quotations, comparison.level))

    def _known(self) -> "Knowledge":
        if self._knowledge is None:
            from counterpoint.resources import load_knowledge

            self._knowledge = load_knowledge()
        return self._knowledge

    def _send(self, request: Request, answer: Answer) -> None:
        self._answers.write(packed(Letter(request.revision, answer)))
        self._answers.flush()


def _letters(stream: BinaryIO) -> Iterator[Letter | Request]:
    """Until the stream ends."""
    while len(prefix := stream.read(PREFIX)) == PREFIX:
        length = int.from_bytes(prefix, "big")
        body = stream.read(length)
        if len(body) < length:
            return
        yield unpacked(body)


def main() -> int:
    """The process itself: what a library prints must not stand among the letters."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr
    try:
        serve(sys.stdin.buffer, answers)
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0
