"""Where annotations stand after a draft's text has changed: with their words, or lost with them; never on a guess."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from counterpoint.engine.edits import Edit, edited, moved, turned
from counterpoint.engine.passages import Span
from counterpoint.engine.refindings import Quote, refind
from counterpoint.engine.sources import Source
from counterpoint.store.annotations import CONTEXT, Anchor, Subject, anchored, subject

#: Code points from which on words that were cut out and pasted are known again, if they stand nowhere else.
PASTED = 12


def move_all(subjects: Iterable[Subject], draft: Source, edits: Sequence[Edit]) -> dict[Subject, Subject]:
    """Each of these after edits in the program: the words at either end of an edit are known. `draft` is as before.

    Words that were taken out are lost, with what they were; pasted elsewhere, they are found again.
    """
    before = tuple(dict.fromkeys(subjects))
    anchors = _own_anchors(before, draft)
    places = {anchor: anchor for anchor in anchors}
    text = draft.text
    for edit in edits:
        for first, now in places.items():
            places[first] = _moved(now, text, edit)
        text = edited(text, (edit,))
    whole = replace(draft, text=text, repairs=())
    return _with_anchors(before, {first: _told(first, now, whole) for first, now in places.items()})


def move_back(subjects: Iterable[Subject], draft: Source, edits: Sequence[Edit]) -> dict[Subject, Subject]:
    """Each of these as it was before the edits, where its words were never touched by them. `draft` is as after."""
    return move_all(subjects, draft, turned(edits))


def find_all_again(subjects: Iterable[Subject], draft: Source, after: str) -> dict[Subject, Subject]:
    """Each of these in another text, which was changed outside the program. `draft` is as before.

    Only what is sure is placed, by its words and what stood around them; the others are lost, with their words.
    """
    before = tuple(dict.fromkeys(subjects))
    anchors = _own_anchors(before, draft)
    whole = replace(draft, text=after, repairs=())
    return _with_anchors(before, {anchor: _found_again(anchor, draft.text, whole) for anchor in anchors})


def lost(anchor: Anchor, text: str) -> Anchor:
    """The anchor of words that were taken out of the text."""
    start, end = anchor.span.start, anchor.span.end
    near = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(anchor.source, Span(start, start), anchor.words, *near)


def _moved(anchor: Anchor, text: str, edit: Edit) -> Anchor:
    """One step on; the context of what is lost is that of its last place."""
    if anchor.is_lost:
        return _pasted(anchor, text, edit)
    span = moved(anchor.span, text, edit)
    if span is None:
        return lost(anchor, text)
    words = span.of(edited(text, (edit,)))
    origin = "" if words == anchor.words else anchor.words
    return replace(anchor, span=span, exact=words, origin=origin)


def _pasted(anchor: Anchor, text: str, edit: Edit) -> Anchor:
    words = anchor.exact
    if len(words) < PASTED or edit.inserted.count(words) != 1 or edited(text, (edit,)).count(words) != 1:
        return anchor
    start = edit.start + edit.inserted.index(words)
    return replace(anchor, span=Span(start, start + len(words)))


def _found_again(anchor: Anchor, before: str, whole: Source) -> Anchor:
    span = refind(Quote(anchor.exact, anchor.prefix, anchor.suffix), before, whole.text)
    if span is None:
        return anchor if anchor.is_lost else lost(anchor, before)
    words = span.of(whole.text)
    return replace(anchored(whole, span), origin="" if words == anchor.words else anchor.words)


def _told(first: Anchor, now: Anchor, whole: Source) -> Anchor:
    """The anchor with its context in the text as it is in the end."""
    if now.is_lost:
        return now if not first.is_lost else first
    return replace(anchored(whole, now.span), origin=now.origin)


def _own_anchors(subjects: Iterable[Subject], draft: Source) -> dict[Anchor, None]:
    """Those in the draft; what stands for the draft as a whole is in none of its words."""
    own = (anchor for each in subjects for anchor in each.anchors if anchor.source == draft.id and anchor.exact)
    return dict.fromkeys(own)


def _with_anchors(subjects: Iterable[Subject], places: Mapping[Anchor, Anchor]) -> dict[Subject, Subject]:
    return {each: subject(each.kind, [places.get(anchor, anchor) for anchor in each.anchors]) for each in subjects}
