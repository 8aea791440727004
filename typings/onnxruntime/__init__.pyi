"""As much of onnxruntime as the sentence encoder asks of it: the package carries no types of its own."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy.typing as npt

class GraphOptimizationLevel(IntEnum):
    ORT_ENABLE_EXTENDED = 2

class SessionOptions:
    intra_op_num_threads: int
    inter_op_num_threads: int
    graph_optimization_level: GraphOptimizationLevel
    log_severity_level: int
    def add_session_config_entry(self, key: str, value: str) -> None: ...

class InferenceSession:
    def __init__(self, path_or_bytes: Path, sess_options: SessionOptions, providers: Sequence[str]) -> None: ...
    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, npt.NDArray[Any]]
    ) -> list[npt.NDArray[Any]]: ...
