"""Text that is no claim: credits, adverts, share buttons, by-lines, comments. Kept, greyed, never compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterpoint.engine.passages import Span


class NoiseKind(StrEnum):
    """Why a piece of text is left out."""

    CREDIT = "credit"  # picture credits, agency marks
    CAPTION = "caption"  # a caption printed twice
    SHARE = "share"  # share buttons, "Scroll down for video", newsletter and subscription lines
    ADVERT = "advert"
    BYLINE = "byline"  # author, date line, contact
    LABEL = "label"  # a section's name standing alone ("Security -")
    COMMENT = "comment"  # readers' comments, spam
    EMBED = "embed"  # signatures of embedded posts
    RELATED = "related"  # links to other stories, tags


@dataclass(frozen=True, slots=True)
class Noise:
    """A piece of noise and its kind."""

    span: Span
    kind: NoiseKind


_RULES = (
    (NoiseKind.CREDIT, re.compile(r"\((?:AP )?Photo[^()]*\)|\[Photo[^\[\]]*\]|/[A-Z][\w. ]+/Pool$|.*/?Getty Images$")),
    (
        NoiseKind.SHARE,
        re.compile(r"(?:Read or )?share this story.*|Read more.*|Follow us on .*|Subscribe.*", re.IGNORECASE),
    ),
    (NoiseKind.ADVERT, re.compile(r"Advertisements?(?: Continue reading.*)?$", re.IGNORECASE)),
    (NoiseKind.BYLINE, re.compile(r"By [A-Z]\w+ [A-Z]\w+(?: and .*)?$|Copyright .*|©.*|All rights reserved.*")),
    (NoiseKind.LABEL, re.compile(r"[A-Z]\w+ -$")),
)


def find_noise(text: str, sentences: Sequence[Span]) -> tuple[Noise, ...]:
    """What in the text is no claim of its story; in text order, never overlapping."""
    found: list[Noise] = []
    for sentence in sentences:
        words = sentence.of(text)
        for kind, rule in _RULES:
            if match := rule.search(words):
                found.append(Noise(Span(sentence.start + match.start(), sentence.start + match.end()), kind))
                break
    return tuple(found)
