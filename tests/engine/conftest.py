"""What the engine's tests share: the word lists, and claims as the comparators see them."""

from collections.abc import Callable

import pytest

from counterpoint.engine.comparators.sides import Side
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.readings import link_readings, read_as_claim
from counterpoint.engine.sources import Source, SourceId
from counterpoint.engine.texts import canonical_text
from counterpoint.resources import load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def read_sides(lexicon: Lexicon) -> Callable[[str, str], tuple[Side, Side]]:
    """Two texts, each one claim of an account of its own, read and linked as the pipeline does it."""

    def read(a: str, b: str) -> tuple[Side, Side]:
        sources = [Source(SourceId(name), canonical_text(text).text) for name, text in (("a", a), ("b", b))]
        ours, theirs = link_readings([read_as_claim(source, lexicon) for source in sources], lexicon)
        return ours.sides[0], theirs.sides[0]

    return read
