"""What the engine's tests share."""

import json
from pathlib import Path

import pytest

from counterpoint.engine.lexicons import Lexicon, build_lexicon, parse_list

WORDS = Path(__file__).parents[2] / "resources" / "words"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as it is shipped."""
    lists = {path.stem: parse_list(path.read_text(encoding="utf-8")) for path in sorted(WORDS.glob("*.txt"))}
    return build_lexicon(json.loads((WORDS / "wordnet.json").read_text(encoding="utf-8")), lists)
