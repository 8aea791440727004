"""What the engine's tests share: the word lists, and all else that a comparison knows."""

import pytest

from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.lexicons import Lexicon
from counterpoint.resources import load_knowledge, load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()
