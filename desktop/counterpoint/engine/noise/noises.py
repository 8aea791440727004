"""Text that is no claim: credits, adverts, share buttons, by-lines, comments. Kept, greyed, never compared."""

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
