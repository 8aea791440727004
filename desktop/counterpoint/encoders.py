"""Sentence vectors from the model that the program carries along."""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, cast

import numpy as np

from counterpoint.engine.knowledge import Vectors
from counterpoint.wordpieces import WordPieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_DIMENSIONS = 384
_BATCH = 32
_STEP = 8  # pieces to which a text is padded up
_THREADS = 2

Pieces = tuple[int, ...]


class SentenceEncoder:
    """all-MiniLM-L6-v2: 384 dimensions, English. It is loaded at the first text and remembers every text's vector.

    A vector is the same to the last bit whatever texts it is asked for with, so that an analysis that goes on from an
    earlier one equals a fresh one: a text's own length alone decides how far it is padded, and the model never runs on
    a single text, for which its arithmetic takes another order (5e-8 off).
    """

    def __init__(self, model: Path, vocabulary: Path) -> None:
        self._model = model
        self._vocabulary = vocabulary
        self._known: dict[str, Vectors] = {}
        self._loading = Lock()
        self._loaded: InferenceSession | None = None

    def prepare(self) -> None:
        """Begins to load it beside what else there is to do, so that the first text need not wait for it."""
        Thread(target=self._session).start()  # no daemon: one that still loads when the program ends would crash it

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """A row of length 1 for each text."""
        new = {text: self._pieces(text) for text in dict.fromkeys(texts) if text not in self._known}
        for batch in _batches(new):
            for text, vector in zip(batch, self._run([new[text] for text in batch]), strict=False):
                self._known[text] = vector
        if not texts:
            return np.zeros((0, _DIMENSIONS), np.float32)
        return np.stack([self._known[text] for text in texts])

    @cached_property
    def _pieces(self) -> WordPieces:
        return WordPieces(self._vocabulary.read_text(encoding="utf-8").split("\n"))

    def _session(self) -> "InferenceSession":
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
            return self._loaded

    def _load(self) -> "InferenceSession":
        # Before it loads: since 1.29 it gives the computer an identifier, in a file in the home folder, and reports on
        # itself to mobile.events.data.microsoft.com, unless this is set. Then it writes nothing and looks nothing up.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime as ort  # a quarter of a second, not to be spent on --help

        options = ort.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        # Threads that wait for work by spinning take half as much time again from whatever else the machine does.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3  # errors; its warnings speak of the processor, on standard error
        return ort.InferenceSession(self._model, options, providers=["CPUExecutionProvider"])

    def _run(self, batch: Sequence[Pieces]) -> Vectors:
        """A row for each text of one batch, and perhaps one more."""
        ids = np.zeros((max(2, len(batch)), _padded(batch[0])), np.int64)
        mask = np.zeros_like(ids)
        for row, pieces in enumerate(batch):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        if len(batch) == 1:
            ids[1], mask[1] = ids[0], mask[0]
        outputs = self._session().run(["sentence_embedding"], {"input_ids": ids, "attention_mask": mask})
        return cast("Vectors", outputs[0])


def _padded(pieces: Pieces) -> int:
    return -(-len(pieces) // _STEP) * _STEP


def _batches(texts: dict[str, Pieces]) -> Iterator[list[str]]:
    """Texts that are padded to one length, so many at a time that they fit a processor's cache."""
    batch: list[str] = []
    for text in sorted(texts, key=lambda text: (len(texts[text]), text)):
        if batch and (len(batch) == _BATCH or _padded(texts[batch[0]]) != _padded(texts[text])):
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch
