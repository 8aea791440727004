"""Finding what is no claim. Apart from what it finds, so that a window holds that without every rule."""

from collections.abc import Sequence

from counterpoint.engine.noise.bylines import find_bylines
from counterpoint.engine.noise.calls import find_adverts, find_calls
from counterpoint.engine.noise.captions import find_captions
from counterpoint.engine.noise.comments import find_comments
from counterpoint.engine.noise.credits import find_credits
from counterpoint.engine.noise.embeds import find_embeds
from counterpoint.engine.noise.lines import find_lines
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.noise.sections import find_sections
from counterpoint.engine.noise.teasers import find_teasers
from counterpoint.engine.passages import Span, trimmed

# Of two rules that mark the same words, the one that says more about them comes first.
_ORDER = tuple(NoiseKind[name] for name in "COMMENT CAPTION EMBED BYLINE ADVERT SHARE RELATED CREDIT LABEL".split())

# What a link to another story can't be.
_SETTLED = frozenset((NoiseKind.CREDIT, NoiseKind.BYLINE, NoiseKind.EMBED, NoiseKind.CAPTION))


def find_noise(text: str, sentences: Sequence[Span]) -> tuple[Noise, ...]:
    """What in the text is no claim of its story, in text order, no two overlapping.

    A piece of noise is a line, sentences of a line, or words at the edge of a sentence. `sentences` are the text's, in
    order.
    """
    lines = find_lines(text, sentences)
    found = [
        Noise(span, kind)
        for kind, rule in (
            (NoiseKind.CREDIT, find_credits),
            (NoiseKind.BYLINE, find_bylines),
            (NoiseKind.EMBED, find_embeds),
            (NoiseKind.LABEL, find_sections),
            (NoiseKind.ADVERT, find_adverts),
            (NoiseKind.SHARE, find_calls),
        )
        for span in rule(lines)
    ]
    credited = [noise.span for noise in found if noise.kind is NoiseKind.CREDIT]
    found += [Noise(span, NoiseKind.CAPTION) for span in find_captions(lines, credited)]
    settled = [noise.span for noise in found if noise.kind in _SETTLED]
    found += [Noise(span, NoiseKind.RELATED) for span in find_teasers(lines, settled)]
    found += [Noise(span, NoiseKind.COMMENT) for span in find_comments(lines, [noise.span for noise in found])]
    return _disjoint([Noise(trimmed(text, noise.span), noise.kind) for noise in found])


def _disjoint(found: Sequence[Noise]) -> tuple[Noise, ...]:
    """The noise in text order; of what overlaps the wider, and of the other what is left of it."""
    kept: list[Noise] = []
    for noise in sorted(found, key=lambda noise: (noise.span.start, -noise.span.end, _ORDER.index(noise.kind))):
        end = kept[-1].span.end if kept else 0
        if noise.span.start >= end and len(noise.span):
            kept.append(noise)
        elif noise.span.end > end:
            kept.append(Noise(Span(end, noise.span.end), noise.kind))
    return tuple(kept)
