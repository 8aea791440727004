"""A finding or a fact for the clipboard: quotes, where they stand, and the reasons, as Markdown and as rich text."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape as escape_html

from counterpoint.engine.claims import Claim
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source
from counterpoint.writers.escapes import escape
from counterpoint.writers.phrases import placed


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim, its source, and the words that matter, as spans of the source's text."""

    claim: Claim
    source: Source
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence on the quotes, and the sources whose words it may hold."""

    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Clipping:
    """What is copied: quotes under a heading, what is said of them, and the sources that are silent."""

    heading: str
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    silent: tuple[Source, ...] = ()


def markdown_clipping(clipping: Clipping) -> str:
    """Markdown, in paragraphs. The words of confidential sources are withheld."""
    blocks = [f"**{escape(clipping.heading)}**"]
    for quote in clipping.quotes:
        if quote.source.confidential:
            blocks += ["> *The words are withheld.*", "— Confidential source"]
            continue
        start = quote.claim.span.start
        bold = [Span(max(0, mark.start - start), mark.end - start) for mark in quote.marks]
        blocks += [f"> {escape(quote.claim.text, bold, opens_block=True)}", f"— {_stands(quote, escape)}"]
    if sentences := _sentences(clipping):
        blocks.append("\n".join(f"- {escape(sentence)}" for sentence in sentences))
    if clipping.silent:
        blocks.append(f"Not told by: {_named(clipping.silent, escape)}")
    return "\n\n".join(blocks) + "\n"


def html_clipping(clipping: Clipping) -> str:
    """The same as HTML, for word processors and mail."""
    parts = [f"<p><b>{escape_html(clipping.heading)}</b></p>"]
    for quote in clipping.quotes:
        if quote.source.confidential:
            parts.append("<blockquote><i>The words are withheld.</i><br>— Confidential source</blockquote>")
            continue
        words = _bold(quote.claim, quote.marks)
        parts.append(f"<blockquote>{words}<br>— {_stands(quote, escape_html)}</blockquote>")
    if sentences := _sentences(clipping):
        parts.append("<ul>" + "".join(f"<li>{escape_html(sentence)}</li>" for sentence in sentences) + "</ul>")
    if clipping.silent:
        parts.append(f"<p>Not told by: {_named(clipping.silent, escape_html)}</p>")
    return "".join(parts)


def _sentences(clipping: Clipping) -> list[str]:
    """Each once; none that may hold words of a confidential source."""
    told = (s.words for s in clipping.statements if not any(source.confidential for source in s.sources))
    return list(dict.fromkeys(told))


def _named(sources: Iterable[Source], escaped: Callable[[str], str]) -> str:
    return "; ".join("a confidential source" if s.confidential else _origin(s, escaped) for s in sources)


def _bold(claim: Claim, marks: Sequence[Span]) -> str:
    parts: list[str] = []
    at = 0
    for mark in marks:
        start, end = max(at, mark.start - claim.span.start), mark.end - claim.span.start
        if start < end:
            parts += (escape_html(claim.text[at:start]), f"<b>{escape_html(claim.text[start:end])}</b>")
            at = end
    return "".join((*parts, escape_html(claim.text[at:])))


def _stands(quote: Quote, escaped: Callable[[str], str]) -> str:
    return f"{_origin(quote.source, escaped)}{placed(quote.source, quote.claim.span)}"


def _origin(source: Source, escaped: Callable[[str], str]) -> str:
    known = [source.outlet, source.title or "Untitled", source.published.isoformat() if source.published else ""]
    return ", ".join(escaped(words) for words in known if words)
