from pathlib import Path

import pytest

from counterpoint.errors import UnreadablePairs, UnreadableSource
from counterpoint.readers.pairs import Pair, read_pairs

GOOD = '{"id": "1", "premise": "Ten died.", "hypothesis": "Twelve died.", "label": "contradiction"}'


def written(folder: Path, content: bytes) -> Path:
    path = folder / "pairs.jsonl"
    path.write_bytes(content)
    return path


def test_pairs_are_read_with_other_keys_and_empty_lines_passed_over(tmp_path: Path) -> None:
    content = f'\ufeff{GOOD}\r\n\r\n{{"id": 2, "premise": "", "hypothesis": "A\u2028b."}}\n'
    assert read_pairs(written(tmp_path, content.encode())) == (
        Pair("1", "Ten died.", "Twelve died."),
        Pair(2, "", "A\nb."),
    )


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[1, 2]",
        "null",
        "[" * 100_000,
        '{"id": "1", "premise": "Ten died."}',
        '{"id": "1", "premise": "Ten died.", "hypothesis": null}',
        '{"premise": "Ten died.", "hypothesis": "Twelve died."}',
    ],
    ids=range(7),
)
def test_a_malformed_line_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, f"{GOOD}\n\n{line}\n{GOOD}\n".encode())
    with pytest.raises(UnreadablePairs) as refused:
        read_pairs(path)
    assert str(refused.value).startswith(f"Line 3 of {path} ")
    assert str(refused.value).endswith(".")


def test_other_encodings_and_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePairs, match="is not UTF-8 text"):
        read_pairs(written(tmp_path, GOOD.encode("utf-16")))
    with pytest.raises(UnreadableSource, match="There is no file"):
        read_pairs(tmp_path / "missing.jsonl")
