"""Finds what travels with the program, in a checkout, a wheel and a frozen program, and loads what the engine needs."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counterpoint.errors import MissingResource

if TYPE_CHECKING:  # numpy takes a tenth of a second, which the window has no use for
    from counterpoint.encoders import SentenceEncoder
    from counterpoint.engine.knowledge import Knowledge, Rankers
    from counterpoint.engine.levels import Level
    from counterpoint.engine.lexicons import Lexicon

_PACKAGE = Path(__file__).resolve().parent


def _roots() -> Iterator[Path]:
    """Where resources/ and seeds/ may lie, the likeliest first."""
    frozen = getattr(sys, "_MEIPASS", None)  # PyInstaller's folder
    if frozen is not None:
        yield Path(frozen)
    yield _PACKAGE / "_bundled"  # a wheel
    yield _PACKAGE.parents[1]  # a checkout


def _found(folder: str, name: str) -> Path:
    for root in _roots():
        path = root / folder / name
        if path.exists():
            return path
    raise MissingResource(f"The file {folder}/{name} is missing from this installation. Install Counterpoint again.")


def resource(name: str) -> Path:
    """A file or folder of resources/, such as "model/vocab.txt".

    Raises:
        MissingResource: it is not there.
    """
    return _found("resources", name)


def seeds() -> tuple[Path, ...]:
    """The sample project's articles, in order of their names.

    Raises:
        MissingResource: they are not there.
    """
    return tuple(sorted(_found("seeds", ".").glob("*.txt")))


def notices() -> Path | None:
    """What an executable is made of, as its build found it, with the folder licences/ beside it; None from source."""
    path = Path(getattr(sys, "_MEIPASS", _PACKAGE)) / "NOTICES.md"
    return path if path.exists() else None


def load_encoder() -> "SentenceEncoder":
    """The sentence model; its weights are read when the first text is given to it."""
    from counterpoint.encoders import SentenceEncoder

    return SentenceEncoder(resource("model/model_w8.onnx"), resource("model/vocab.txt"))


def load_lexicon() -> "Lexicon":
    """WordNet's words, the curated lists, each of which is named as its file, and what excludes one another."""
    from counterpoint.engine.lexicons import build_lexicon, parse_list, parse_topics

    wordnet = json.loads(resource("words/wordnet.json").read_text(encoding="utf-8"))
    files = sorted(resource("words").glob("*.txt"))
    lists = {path.stem: parse_list(path.read_text(encoding="utf-8")) for path in files}
    topics = parse_topics(resource("words/exclusions.topics").read_text(encoding="utf-8"))
    return build_lexicon(wordnet, lists, topics)


def load_rankers() -> "Rankers":
    """The learned scores, as `tests.bench.train_rankers` wrote them."""
    from counterpoint.engine.knowledge import Rankers
    from counterpoint.engine.rankers import Calibration, parse_ranker

    return Rankers(
        nearness=parse_ranker(_ranker("nearness")),
        matches=parse_ranker(_ranker("matches")),
        conflicts=Calibration(**_ranker("conflicts")),
        pair_nearness=parse_ranker(_ranker("pair_nearness")),
        levels=load_levels(),
    )


def load_levels() -> "tuple[Level, ...]":
    """How many findings can be shown, from the fewest to the most, and how right each of these levels was."""
    from counterpoint.engine.levels import parse_levels

    return parse_levels(_ranker("levels"))


def _ranker(name: str) -> dict[str, Any]:
    return json.loads(resource(f"ranker/{name}.json").read_text(encoding="utf-8"))


def load_knowledge() -> "Knowledge":
    """All that the engine must know of the language.

    Raises:
        MissingResource: the installation is not whole.
    """
    from counterpoint.engine.knowledge import Knowledge

    encoder, rankers = load_encoder(), load_rankers()
    encoder.prepare()
    return Knowledge(encoder=encoder, lexicon=load_lexicon(), rankers=rankers)
