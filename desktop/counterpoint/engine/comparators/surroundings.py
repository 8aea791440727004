"""The words around two details: what they share tells whether the details are of one thing."""

from counterpoint.engine.comparators.sides import Side, once
from counterpoint.engine.details import Detail, Quantity, Time
from counterpoint.engine.words import Word

_ALIKE, _TRUST = 0.6, 0.7
_NEAR = 60  # code points to either side that tell what a number is about
_FEWEST_WORDS = 3  # of which to share one proves little
_SHARED = 1.6  # five words of eight in common are as good as all: accounts choose their words
_RETOLD, _RETOLD_WORDS = 0.7, 4
_SAYING = frozenset("say tell report accord s announce add".split())


def softened(likely: float, around: float) -> float:
    """How likely a difference is when the words around are nearly all the same: a number may be off by any size."""
    return likely + (1 - likely) * _TRUST * max(0.0, around - _ALIKE) / (1 - _ALIKE)


def context(a: Detail, b: Detail, sides: tuple[Side, Side]) -> float:
    """How far (0 to 1) the words around two details are the same: those nearby, or those of the whole claims."""
    near = _overlap(_words_around(a, sides[0], _NEAR), _words_around(b, sides[1], _NEAR))
    far = _overlap(_words_around(a, sides[0]), _words_around(b, sides[1]))
    return min(1.0, _SHARED * max(near, far))


def are_retold(sides: tuple[Side, Side]) -> bool:
    """Whether the claims are one sentence told twice, but for the details: what differs in a slot of it differs."""
    ours, theirs = (_plain_words(side) for side in sides)
    shared = len(ours & theirs)
    return shared >= _RETOLD_WORDS and shared >= _RETOLD * max(len(ours), len(theirs))


@once
def _plain_words(side: Side) -> frozenset[str]:
    """The meanings of the claim's content words apart from numbers and times."""
    details = [d.span for d in side.details if isinstance(d, (Quantity, Time))]
    plain = (w for w in side.words if not w.is_function and w.text[0].isalpha() and w.lemma not in _SAYING)
    return frozenset(w.meaning or w.lemma for w in plain if not any(span.overlaps(w.span) for span in details))


def _overlap(ours: set[str], theirs: set[str]) -> float:
    return len(ours & theirs) / max(_FEWEST_WORDS, min(len(ours), len(theirs)))


def _words_around(detail: Detail, side: Side, reach: int | None = None) -> set[str]:
    start = side.span.start if reach is None else detail.span.start - reach
    end = side.span.end if reach is None else detail.span.end + reach
    return {
        word.lemma
        for word in _telling(side)
        if start <= word.span.start and word.span.end <= end and not detail.span.overlaps(word.span)
    }


@once
def _telling(side: Side) -> tuple[Word, ...]:
    """The content words but for figures and words of saying."""
    return tuple(
        word for word in side.words if not word.is_function and not word.text[0].isdigit() and word.lemma not in _SAYING
    )
