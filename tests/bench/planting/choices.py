"""Which changes are made, and in which copy: of each kind as many, balanced over events, none disturbing another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from counterpoint.engine.sources import Source
from tests.bench.planting.changes import Change
from tests.bench.planting.passages import Passage

PER_KIND = 110
_PER_COPY = 6  # changes in one copy, in as many sentences
_MOST_COPIES = 4  # of one article

#: A change in a sentence of an article.
Choice = tuple[Passage, Change]


@dataclass(frozen=True)
class Article:
    """An article, the event it belongs to, and its sentences that can be changed."""

    event: str
    source: Source
    passages: tuple[Passage, ...]


def choose(articles: Sequence[Article], kinds: Sequence[str]) -> list[list[Choice]]:
    """The changes to be made in each article: of each kind as many, from one event after another in turn."""
    chosen: list[list[Choice]] = [[] for _ in articles]
    for kind in kinds:
        queues: dict[str, list[tuple[int, Passage, Change]]] = defaultdict(list)
        for number, article in enumerate(articles):
            queues[article.event] += [(number, p, c) for p in article.passages for c in p.changes if c.kind == kind]
        mixed = [_mixed(queue, f"{kind} {event}") for event, queue in queues.items()]
        for number, passage, change in _in_turn(mixed):
            chosen[number].append((passage, change))
    return chosen


def _mixed(queue: Sequence[tuple[int, Passage, Change]], seed: str) -> list[tuple[int, Passage, Change]]:
    """By lot, but the first of every way of changing before the second of any."""
    shuffled = Random(seed).sample(queue, len(queue))  # noqa: S311
    seen: dict[str, int] = defaultdict(int)
    turns: list[int] = []
    for _, _, change in shuffled:
        turns.append(seen[change.way])
        seen[change.way] += 1
    return [shuffled[i] for i in sorted(range(len(shuffled)), key=lambda i: turns[i])]


def _in_turn(queues: Sequence[list[tuple[int, Passage, Change]]]) -> Iterator[tuple[int, Passage, Change]]:
    """One of each queue after another, no sentence twice, until there are enough."""
    used: set[tuple[int, int]] = set()
    for turn in range(max(map(len, queues), default=0)):
        for queue in queues:
            if turn >= len(queue) or len(used) == PER_KIND:
                continue
            number, passage, _ = queue[turn]
            if (number, passage.span.start) not in used:
                used.add((number, passage.span.start))
                yield queue[turn]


def share_out(chosen: Sequence[Choice]) -> list[list[Choice]]:
    """The changes of an article shared out among copies: no sentence and no changed word twice in one of them."""
    found: list[list[Choice]] = []
    for choice in chosen:
        room = [batch for batch in found if len(batch) < _PER_COPY and not any(_clash(choice, it) for it in batch)]
        if room:
            room[0].append(choice)
        elif len(found) < _MOST_COPIES:
            found.append([choice])
    return found


def _clash(one: Choice, other: Choice) -> bool:
    return one[0] is other[0] or not _old_words(one).isdisjoint(_old_words(other))


def _old_words(choice: Choice) -> set[str]:
    passage, change = choice
    return {edit.span.of(passage.setting.text).casefold() for edit in change.edits}
