import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_start_has_two_blocks_of_one_line_each() -> None:
    start = re.split(r"^## ", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    (section,) = [part for part in start if part.startswith("Start\n")]
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert [kind for kind, _ in blocks] == ["sh", "sh"]
    assert all(text.count("\n") == 1 for _, text in blocks)
    assert blocks[0][1].rstrip().endswith(".venv/bin/counterpoint seeds/*.txt")
    assert "pytest" in blocks[1][1]
