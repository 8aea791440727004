"""One finding for the clipboard: both quotes, where they stand, and the reasons, as Markdown and as rich text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape as escape_html

from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Source
from counterpoint.writers.escapes import escape

_NAMES = {RelationKind.MATCH: "Agreement", RelationKind.CONFLICT: "Conflict"}


@dataclass(frozen=True, slots=True)
class Clipping:
    """A relation with its claims and their sources, a's first."""

    relation: Relation
    a: Claim
    b: Claim
    source_a: Source
    source_b: Source


def markdown_clipping(clipping: Clipping) -> str:
    """Markdown, in paragraphs."""
    blocks = [f"**{_NAMES[clipping.relation.kind]}**"]
    for claim, source, marks in _sides(clipping):
        if source.confidential:
            blocks += ["> *The words are withheld.*", "— Confidential source"]
            continue
        bold = [Span(max(0, mark.start - claim.span.start), mark.end - claim.span.start) for mark in marks]
        blocks += [f"> {escape(claim.text, bold, opens_block=True)}", f"— {_origin(source, escape)}"]
    if not _is_confidential(clipping):
        blocks.append("\n".join(f"- {escape(sentence)}" for sentence in _reasons(clipping)))
    return "\n\n".join(blocks) + "\n"


def html_clipping(clipping: Clipping) -> str:
    """The same as HTML, for word processors and mail."""
    parts = [f"<p><b>{_NAMES[clipping.relation.kind]}</b></p>"]
    for claim, source, marks in _sides(clipping):
        if source.confidential:
            parts.append("<blockquote><i>The words are withheld.</i><br>— Confidential source</blockquote>")
            continue
        words = _bold(claim, marks)
        parts.append(f"<blockquote>{words}<br>— {_origin(source, escape_html)}</blockquote>")
    if not _is_confidential(clipping):
        parts.append("<ul>" + "".join(f"<li>{escape_html(sentence)}</li>" for sentence in _reasons(clipping)) + "</ul>")
    return "".join(parts)


def _sides(clipping: Clipping) -> Iterable[tuple[Claim, Source, list[Span]]]:
    reasons = clipping.relation.reasons
    yield clipping.a, clipping.source_a, sorted({reason.a for reason in reasons if len(reason.a)})
    yield clipping.b, clipping.source_b, sorted({reason.b for reason in reasons if len(reason.b)})


def _is_confidential(clipping: Clipping) -> bool:
    return clipping.source_a.confidential or clipping.source_b.confidential


def _reasons(clipping: Clipping) -> list[str]:
    sentences = [f"{reason.aspect.capitalize()}: {reason.explanation}" for reason in clipping.relation.reasons]
    return [*sentences, *([clipping.relation.warning] if clipping.relation.warning else [])]


def _bold(claim: Claim, marks: list[Span]) -> str:
    parts: list[str] = []
    at = 0
    for mark in marks:
        start, end = max(at, mark.start - claim.span.start), mark.end - claim.span.start
        if start < end:
            parts += (escape_html(claim.text[at:start]), f"<b>{escape_html(claim.text[start:end])}</b>")
            at = end
    return "".join((*parts, escape_html(claim.text[at:])))


def _origin(source: Source, escaped: Callable[[str], str]) -> str:
    known = [source.outlet, source.title or "Untitled", source.published.isoformat() if source.published else ""]
    return ", ".join(escaped(words) for words in known if words)
