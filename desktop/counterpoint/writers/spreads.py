"""A text in pieces for HTML: marked where claims, noise and words that matter lie, also over one another."""

from collections.abc import Mapping
from itertools import pairwise

from counterpoint.engine.passages import Span
from counterpoint.writers.pages import words

#: A tag, a class, and for claims the id with, after a space, the finding that it leads to; "" for none.
Piece = tuple[str, str, str]


def cut_text(text: str, part: Span | None, pieces: Mapping[Span, Piece]) -> str:
    """The text, or part of it, as HTML. Where pieces overlap the shortest gives the tag, and all their classes hold."""
    whole = part or Span(0, len(text))
    inside = {span: piece for span, piece in pieces.items() if span.overlaps(whole)}
    edges = {whole.start, whole.end}
    for span in inside:
        edges |= {max(span.start, whole.start), min(span.end, whole.end)}
    cuts = sorted(edges)
    opened: set[Span] = set()
    made: list[str] = []
    ending = sorted(inside, key=len)
    for start, end in pairwise(cuts):
        over = [span for span in ending if span.start <= start and end <= span.end]
        made.append(_piece(words(text[start:end]), over, inside, opened))
    return "".join(made)


def _piece(content: str, over: list[Span], pieces: Mapping[Span, Piece], opened: set[Span]) -> str:
    if not over:
        return content
    tag, _, target = pieces[over[0]]
    kinds = " ".join(sorted({kind for span in over for kind in pieces[span][1].split()}))
    name, _, lead = target.partition(" ")
    attributes = f' class="{kinds}"' if kinds else ""
    if name and over[0] not in opened:
        attributes += f' id="{name}"'
    opened.add(over[0])
    anchors = "".join(
        f'<span id="{pieces[s][2].split()[0]}"></span>' for s in over[1:] if s not in opened and pieces[s][2]
    )
    opened.update(over)
    if lead:
        attributes += f' href="#{lead}"'
    return f"{anchors}<{tag}{attributes}>{content}</{tag}>"
