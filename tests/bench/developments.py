"""The development events: articles, gold, and what the gold says of a pair of claims."""

import importlib.util
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from counterpoint.engine.claims import Claim
from counterpoint.engine.sources import Source
from counterpoint.readers.files import read_file

STORIES = Path(__file__).parent / "stories"
FOLDER = Path(os.environ.get("COUNTERPOINT_EVAL", Path(__file__).parents[3] / "shared" / "eval"))


@dataclass(frozen=True)
class Event:
    """One event: its articles as sources, its gold file as it stands."""

    name: str
    folder: Path
    sources: tuple[Source, ...]
    gold: dict[str, Any]


class Stories(StrEnum):
    """Stories of our own writing: those that the rankers learn from too, and those that nothing is learnt from."""

    LEARNT = "learnt"
    HELD = "held"


@dataclass(frozen=True)
class Label:
    """What the gold says of a pair: the kinds that it allows, and whether it requires the pair."""

    kinds: frozenset[str]
    is_required: bool


def absence() -> str:
    """A sentence where there are no development events, "" where there are."""
    if _folders():
        return ""
    return f"No development events under {FOLDER}: set COUNTERPOINT_EVAL to the folder that holds clusters/."


def events() -> Iterator[Event]:
    """Every development event in order of name.

    Raises:
        SystemExit: the folder is absent.
    """
    if sentence := absence():
        sys.exit(sentence)
    yield from map(_event, _folders())


def stories(which: Stories) -> Iterator[Event]:
    """Every story of one sort in order of name; three accounts each, of our own writing, judged as the events are."""
    yield from map(_event, sorted(path.parent for path in (STORIES / which).glob("*/gold.json")))


def _event(folder: Path) -> Event:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return Event(folder.name, folder, tuple(read_file(folder / name) for name in gold["sources"].values()), gold)


def _folders() -> list[Path]:
    return sorted(path.parent for path in (FOLDER / "clusters").glob("*/gold.json"))


def scorer() -> ModuleType:
    """The module that scores a comparison, from the development folder.

    It keeps where each quote stands in each text: it is asked again for every setting that is scored.
    """
    spec = importlib.util.spec_from_file_location("score_comparison", FOLDER / "score_comparison.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("squeeze", "find"):
        setattr(module, name, cache(getattr(module, name)))
    return module


class Gold:
    """One event's judgement, asked of pairs of claims, by the scorer's own rules of where a claim lies."""

    def __init__(self, event: Event, score: ModuleType) -> None:
        gold = event.gold
        ids = dict(zip(gold["sources"], (source.id for source in event.sources), strict=True))
        texts = dict(zip(gold["sources"], (source.text for source in event.sources), strict=True))
        self._score = score
        self._same = {name: group[0] for group in gold.get("same", []) for name in group}
        self._places = {
            name: [(ids[_key(name)], place) for place in score.find(words, texts[_key(name)])]
            for name, words in gold["passages"].items()
        }
        self._listed: dict[frozenset[str], Label] = {}
        for pair in gold["pairs"]:
            key = frozenset(self._same.get(pair[side], pair[side]) for side in "ab")
            label = Label(frozenset(pair["kinds"]), pair["required"])
            known = self._listed.get(key)
            if known is None or (label.is_required and not known.is_required):
                self._listed[key] = label
            elif label.is_required == known.is_required:
                self._listed[key] = Label(known.kinds | label.kinds, label.is_required)

    def passages(self, claim: Claim) -> frozenset[str]:
        """The names of the gold's passages that the claim lies on."""
        span = (claim.span.start, claim.span.end)
        return frozenset(
            self._same.get(name, name)
            for name, places in self._places.items()
            if any(source == claim.source and self._score.overlaps(place, span) for source, place in places)
        )

    def labels(self, claims: Sequence[Claim], first: Sequence[int], second: Sequence[int]) -> list[Label]:
        """What the gold says of each pair of claims."""
        on = [self.passages(claim) for claim in claims]
        return [self._label(on[i], on[j]) for i, j in zip(first, second, strict=True)]

    def _label(self, a: frozenset[str], b: frozenset[str]) -> Label:
        pairs = {frozenset((x, y)) for x in a for y in b if x != y}
        hits = [self._listed[pair] for pair in pairs if pair in self._listed]
        if 3 * len(hits) < len(pairs):
            return Label(frozenset(), is_required=False)
        return Label(frozenset().union(*(hit.kinds for hit in hits)), any(hit.is_required for hit in hits))


def _key(passage: str) -> str:
    """The letter of a passage's source: "A12" -> "A"."""
    return passage.rstrip("0123456789")
