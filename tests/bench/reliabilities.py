"""Whether a score keeps its promise: of the pairs with a score of about 0.8, about eight in ten should be right."""

from math import sqrt

import numpy as np
import numpy.typing as npt

BANDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_WIDTH = 0.1
_Z = 1.96  # of 95 % of a normal distribution


def reliability(what: str, scores: npt.NDArray[np.floating], truth: npt.NDArray[np.bool_]) -> str:
    """How often pairs of each score were right, beside the mean of what was promised; a Markdown table.

    The intervals take pairs as independent. Those of one event are not, so they are the narrowest one can hope for.
    """
    lines = [f"| {what}: score | pairs | promised | right | 95 % |", "|---|---|---|---|---|"]
    for low in BANDS:
        chosen = (scores >= low) & (scores < low + _WIDTH if low < BANDS[-1] else scores <= 1)
        if chosen.any():
            count, right = int(chosen.sum()), int(truth[chosen].sum())
            least, most = wilson(right, count)
            cells = f"{scores[chosen].mean():.2f} | {right / count:.2f} | {least:.2f} to {most:.2f}"
            lines.append(f"| {low:.1f} to {low + _WIDTH:.1f} | {count} | {cells} |")
    return "\n".join(lines)


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share of independent cases (Wilson 1927)."""
    share, room = right / count, _Z * _Z / count
    middle, half = share + room / 2, _Z * sqrt(share * (1 - share) / count + room / count / 4)
    return (middle - half) / (1 + room), (middle + half) / (1 + room)
