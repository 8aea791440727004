"""Links that open a source's page at the words quoted: https://wicg.github.io/scroll-to-text-fragment/."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Source

MOST_WORDS = 12  # of a quote that is given whole; of a longer one its first and last words
END_WORDS = 5
CONTEXT_WORDS = 3
_DIRECTIVE = ":~:"
_SAFE = "/?#[]@!$&'()*+,;=:%~"  # what an address is made of; all else is encoded


def web_address(source: Source) -> str:
    """The source's address, where it is one of the web; "" else. No other scheme becomes a link."""
    url = source.url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_web = parts.scheme.casefold() in ("http", "https") and bool(parts.netloc)
    return quote(url, safe=_SAFE) if is_web else ""


def deep_link(source: Source, span: Span) -> str:
    """The address with a fragment that a browser scrolls to and marks; "" where the source has no address."""
    address = web_address(source)
    words = span.of(source.text).split()
    if not address or not words:
        return address
    page, _, anchor = address.partition("#")
    anchor = anchor.partition(_DIRECTIVE)[0]
    return f"{page}#{anchor}{_DIRECTIVE}text={_directive(source, span, words)}"


def _directive(source: Source, span: Span, words: Sequence[str]) -> str:
    if len(words) > MOST_WORDS or "\n" in span.of(source.text):  # a whole quote may not leave its paragraph
        ends = (words[:END_WORDS], words[-END_WORDS:]) if len(words) >= 2 * END_WORDS else (words[:1], words[-1:])
        return ",".join(_encoded(part) for part in ends)
    if source.text.count(span.of(source.text)) == 1:
        return _encoded(words)
    line = source.text[source.text.rfind("\n", 0, span.start) + 1 : span.start]
    before = line.split()[-CONTEXT_WORDS:]
    after = source.text[span.end :].partition("\n")[0].split()[:CONTEXT_WORDS]
    # A prefix ends and a suffix begins at the edge of a word: what is joined to the quote is none.
    has_prefix = bool(before) and line[-1:].isspace()
    has_suffix = bool(after) and source.text[span.end : span.end + 1].isspace()
    return (
        (f"{_encoded(before)}-," if has_prefix else "")
        + _encoded(words)
        + (f",-{_encoded(after)}" if has_suffix else "")
    )


def _encoded(words: Sequence[str]) -> str:
    """Also the three signs that the directive is made of."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
