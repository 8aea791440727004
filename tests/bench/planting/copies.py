"""Copies of an article in which facts were changed, with the place of every change in both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting.changes import Change, Setting
from tests.bench.planting.paraphrases import paraphrase
from tests.bench.planting.passages import Passage

_ARTICLE = re.compile(r"\b([Aa]n?) $")
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|s)|8|11\b|18\b|h(?:onest|our))", re.IGNORECASE)
_OPENING = re.compile(r"(?:[.!?:] |^[“\"])$")


@dataclass(frozen=True, slots=True)
class Plant:
    """One change made: the changed words in the article and in its copy, side by side, and its sentence in each."""

    kind: str
    way: str
    sentences: tuple[Span, Span]
    words: tuple[tuple[Span, Span], ...]
    is_paraphrased: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of an article and what was changed in it."""

    text: str
    plants: tuple[Plant, ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """A sentence told otherwise, and where its changed words stand in it, in the order of the change's edits."""

    text: str
    places: tuple[Span, ...]
    is_paraphrased: bool


def make_copy(text: str, chosen: Sequence[tuple[Passage, Change]]) -> Copy:
    """The article with the chosen changes, at most one in a sentence; these sentences are told otherwise as well."""
    return _copied(text, sorted(chosen, key=lambda pair: pair[0].span))


def make_paraphrase(text: str, passages: Sequence[Passage]) -> Copy:
    """The article told otherwise wherever the rules can, with nothing changed."""
    return _copied(text, [(passage, None) for passage in passages])


def _copied(text: str, told: Sequence[tuple[Passage, Change | None]]) -> Copy:
    parts: list[str] = []
    plants: list[Plant] = []
    at = length = 0
    for passage, change in told:
        parts.append(text[at : passage.span.start])
        length += len(parts[-1])
        retold = retell(passage.setting, change, passage.seed)
        if change is not None:
            originals = [_moved(edit.span, passage.span.start) for edit in change.edits]
            pairs = zip(originals, [_moved(place, length) for place in retold.places], strict=True)
            sentences = passage.span, Span(length, length + len(retold.text))
            plants.append(Plant(change.kind, change.way, sentences, tuple(pairs), retold.is_paraphrased))
        parts.append(retold.text)
        length += len(retold.text)
        at = passage.span.end
    return Copy("".join([*parts, text[at:]]), tuple(plants))


def retell(setting: Setting, change: Change | None, seed: str) -> Retelling:
    """A sentence paraphrased, but for quotations and the words to be changed, then changed."""
    edits = change.edits if change is not None else ()
    trace = paraphrase(setting.text, Random(seed), [*setting.quoted, *(edit.span for edit in edits)])  # noqa: S311
    text, places = trace.text, [trace.place(edit.span) or Span(0, 0) for edit in edits]
    for i in sorted(range(len(edits)), key=lambda i: places[i], reverse=True):
        is_lowered = places[i].of(text)[:1].islower() and setting.text[edits[i].span.start].isupper()
        words = edits[i].new[:1].lower() + edits[i].new[1:] if is_lowered else edits[i].new
        length = len(text)
        text, place = _written(text, places[i], words)
        places = [_moved(p, len(text) - length) if p.start > place.start else p for p in places]
        places[i] = place
    return Retelling(text, tuple(places), trace.text != setting.text)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _written(text: str, place: Span, words: str) -> tuple[str, Span]:
    """The text with other words in a place, "a" or "an" before them as they need, and their own place."""
    opens = place.start == 0 or _OPENING.search(text[: place.start])
    if opens and place.of(text)[:1].isupper():
        words = words[:1].upper() + words[1:]
    before = text[: place.start]
    if article := _ARTICLE.search(before):
        letter = article[1][0]
        before = f"{before[: article.start()]}{letter}{'n' if _VOWEL.match(words) else ''} "
    return before + words + text[place.end :], Span(len(before), len(before) + len(words))


def changed_words(old: str, new: str) -> tuple[Span, Span]:
    """What of two wordings differs, in whole words; an empty span where one only lacks words of the other."""
    ours, theirs = (list(re.finditer(r"\S+", words)) for words in (old, new))
    most = min(len(ours), len(theirs))
    head = next((i for i in range(most) if ours[i][0] != theirs[i][0]), most)
    tail = next((i for i in range(most - head) if ours[-1 - i][0] != theirs[-1 - i][0]), most - head)
    return _joined(ours[head : len(ours) - tail]), _joined(theirs[head : len(theirs) - tail])


def _joined(words: Sequence[re.Match[str]]) -> Span:
    return Span(words[0].start(), words[-1].end()) if words else Span(0, 0)
