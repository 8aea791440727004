"""Edits of a draft's text, and where words stand after them."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterpoint.engine.passages import Span

_JOINERS = "\u200d"
_GOING_ON = frozenset(",;:-–—(")  # after these a sentence goes on
_MODIFIERS = range(0x1F3FB, 0x1F400)  # skin tones


@dataclass(frozen=True, slots=True)
class Edit:
    """At `start`, the words `removed` give way to `inserted`. Offsets are those of the text right before this edit."""

    start: int
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        """Where the removed words end."""
        return self.start + len(self.removed)

    @property
    def growth(self) -> int:
        return len(self.inserted) - len(self.removed)

    @property
    def turned(self) -> "Edit":
        """What takes it back."""
        return Edit(self.start, self.inserted, self.removed)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text after these edits, one after the other.

    Raises:
        ValueError: what an edit removes is not there.
    """
    for edit in edits:
        if text[edit.start : edit.end] != edit.removed or edit.start > len(text):
            raise ValueError(f"not a text for an edit at {edit.start}")
        text = text[: edit.start] + edit.inserted + text[edit.end :]
    return text


def turned(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """What takes them all back."""
    return tuple(edit.turned for edit in reversed(edits))


def edit_between(before: str, after: str, near: int | None = None) -> Edit | None:
    """The smallest single edit from one text to the other; None where they are the same.

    Where a repeated letter leaves open at which of several places words came or went, it is at `near` if it can be.
    """
    if before == after:
        return None
    shortest = min(len(before), len(after))
    head = next((i for i in range(shortest) if before[i] != after[i]), shortest)
    most = shortest - head
    tail = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    edit = Edit(head, before[head : len(before) - tail], after[head : len(after) - tail])
    if near is not None and near < edit.start and not (edit.removed and edit.inserted):
        return _slid(edit, before, near)
    return edit


def narrowed(edit: Edit) -> Edit | None:
    """The same edit without the words that it takes out and puts back at its ends; None where nothing else is in it."""
    smallest = edit_between(edit.removed, edit.inserted)
    return smallest and replace(smallest, start=edit.start + smallest.start)


def _slid(edit: Edit, before: str, near: int) -> Edit:
    """The same edit told from an earlier place on, as far as the letters there allow."""
    words, at = edit.removed or edit.inserted, edit.start
    while at > near and before[at - 1] == words[-1]:
        words, at = before[at - 1] + words[:-1], at - 1
    return Edit(at, words if edit.removed else "", words if edit.inserted else "")


def moved(span: Span, text: str, edit: Edit) -> Span | None:
    """Where the words of a span of `text` stand after the edit; None where none of them are left.

    What is written inside belongs to them, what is written at their edge does not, but for marks and joiners that make
    one character with the last of them. Words that are cut at an edge keep what is left.
    """
    start, end = edit.start, edit.end
    if end <= span.start:
        return Span(span.start + edit.growth, span.end + edit.growth)
    if start >= span.end:
        grown = _joined_on(edit.inserted) if start == span.end else 0
        return Span(span.start, span.end + grown)
    before, after = text[span.start : max(span.start, start)], text[min(span.end, end) : span.end]
    if not _says_something(before + after, span.of(text)):
        return None
    if start < span.start:
        return Span(start + len(edit.inserted), span.end + edit.growth)
    if end > span.end:
        return Span(span.start, start)
    return Span(span.start, span.end + edit.growth)


def moved_by_all(span: Span, text: str, edits: Iterable[Edit]) -> Span | None:
    """The same after several edits."""
    for edit in edits:
        found = moved(span, text, edit)
        if found is None:
            return None
        span, text = found, edited(text, (edit,))
    return span


def kept(span: Span, before: str, after: str, edits: Sequence[Edit]) -> Span | None:
    """Where a sentence stands after edits, if it is still the very sentence; None where something of it has changed.

    So it has when words were put right before it or right behind it, in the sentence that it is: "No, six people died."
    """
    found = moved_by_all(span, before, edits)
    if found is None or found.of(after) != span.of(before):
        return None
    head, tail = before[max(0, span.start - 2) : span.start], before[span.end : span.end + 1]
    new_head, new_tail = after[max(0, found.start - 2) : found.start], after[found.end : found.end + 1]
    begins = new_head == head or not new_head.strip() or (new_head[-1:].isspace() and not new_head[:1].isalnum()
                                                          and new_head[:1] not in _GOING_ON)  # fmt: skip
    ends = new_tail == tail or not new_tail.strip()
    return found if begins and ends else None


def _says_something(left: str, words: str) -> bool:
    """Whether what is left of words has a letter or a digit in it; where they had none themselves, anything at all."""
    if any(map(str.isalnum, words)):
        return any(map(str.isalnum, left))
    return bool(left.strip()) or (bool(left) and not words.strip())


def _joined_on(inserted: str) -> int:
    """How many of the first code points make one character with what stands before them."""
    at = 0
    while at < len(inserted):
        character = inserted[at]
        if character in _JOINERS:
            at += 2
        elif unicodedata.category(character).startswith("M") or ord(character) in _MODIFIERS:
            at += 1
        else:
            break
    return min(at, len(inserted))
