"""All comparators over one pair of claims, and what they found as numbers for a ranker."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterpoint.engine.comparators.attributions import compare_attributions
from counterpoint.engine.comparators.causes import compare_causes
from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.comparators.conditions import compare_conditions
from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.comparators.retellings import compare_retellings
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.comparators.wordings import compare_wordings
from counterpoint.engine.lexicons import Lexicon

COMPARATORS = (
    compare_quotations, compare_quantities, compare_times, compare_names, compare_places, compare_roles, compare_kinds,
    compare_attributions, compare_polarities, compare_certainties, compare_opposites, compare_scopes, compare_causes,
    compare_conditions, compare_retellings, compare_wordings,
)  # fmt: skip

NAMES = tuple(compare.__name__.removeprefix("compare_") for compare in COMPARATORS)
#: The strongest agreement and the strongest difference of each comparator, how many of either there are, and the
#: strongest difference that is of one person.
FINDING_FEATURES = (
    *(f"agrees_{name}" for name in NAMES),
    *(f"differs_{name}" for name in NAMES),
    "agreements",
    "differences",
    "strongest_difference",
    "personal_difference",
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What speaks for and against the agreement of two claims, the strongest first; and that in numbers.

    The numbers are 32-bit floats, packed: of a hundred articles there are a hundred thousand pairs to be kept.
    """

    found: tuple[Finding, ...]
    numbers: bytes

    @property
    def row(self) -> npt.NDArray[np.float32]:
        """What FINDING_FEATURES names."""
        return np.frombuffer(self.numbers, dtype=np.float32)


def find_findings(a: Side, b: Side, lexicon: Lexicon) -> Findings:
    """Every comparator's findings on two claims."""
    return join_findings(find_each(a, b, lexicon))


def find_each(a: Side, b: Side, lexicon: Lexicon) -> tuple[tuple[Finding, ...], ...]:
    """What each of COMPARATORS finds on two claims, in their order."""
    return tuple(compare(a, b, lexicon) for compare in COMPARATORS)


def join_findings(each: Sequence[Sequence[Finding]]) -> Findings:
    """The findings of all comparators, each one's in its place in COMPARATORS."""
    agrees, differs = [0.0] * len(each), [0.0] * len(each)
    for number, findings in enumerate(each):
        for finding in findings:
            strongest = differs if finding.reason.is_difference else agrees
            strongest[number] = max(strongest[number], finding.strength)
    found = [finding for findings in each for finding in findings]
    differences = sum(finding.reason.is_difference for finding in found)
    personal = max((f.strength for f in found if f.is_personal), default=0.0)
    row = [*agrees, *differs, len(found) - differences, differences, max(differs), personal]
    ordered = sorted(found, key=lambda f: (-f.strength, f.reason.a, f.reason.b, f.reason.aspect))
    return Findings(tuple(ordered), np.array(row, dtype=np.float32).tobytes())
