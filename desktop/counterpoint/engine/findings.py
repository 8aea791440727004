"""All comparators over one pair of claims, and what they found as numbers for a ranker."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from counterpoint.engine.comparators.attributions import compare_attributions
from counterpoint.engine.comparators.causes import compare_causes
from counterpoint.engine.comparators.certainties import compare_certainties
from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.comparators.places import compare_places
from counterpoint.engine.comparators.polarities import compare_polarities
from counterpoint.engine.comparators.quantities import compare_quantities
from counterpoint.engine.comparators.quotations import compare_quotations
from counterpoint.engine.comparators.roles import compare_roles
from counterpoint.engine.comparators.scopes import compare_scopes
from counterpoint.engine.comparators.sides import Finding, Side
from counterpoint.engine.comparators.times import compare_times
from counterpoint.engine.comparators.wordings import compare_wordings
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon

COMPARATORS = (
    compare_quotations, compare_quantities, compare_times, compare_names, compare_places, compare_roles, compare_kinds,
    compare_attributions, compare_polarities, compare_certainties, compare_opposites, compare_scopes, compare_causes,
    compare_wordings,
)  # fmt: skip

ASPECTS = tuple(aspect for aspect in Aspect if aspect is not Aspect.INFERENCE)
#: The strongest agreement and the strongest difference of each aspect, and how many of either there are.
FINDING_FEATURES = (
    *(f"agrees_{aspect}" for aspect in ASPECTS),
    *(f"differs_{aspect}" for aspect in ASPECTS),
    "agreements",
    "differences",
    "strongest_difference",
)


def find_findings(a: Side, b: Side, lexicon: Lexicon) -> tuple[Finding, ...]:
    """What speaks for and against the agreement of two claims, the strongest first."""
    found = [finding for compare in COMPARATORS for finding in compare(a, b, lexicon)]
    return tuple(sorted(found, key=lambda f: (-f.strength, f.reason.a, f.reason.b, f.reason.aspect)))


def measure(findings: Sequence[Finding]) -> npt.NDArray[np.float32]:
    """The findings as numbers, in the order of FINDING_FEATURES."""
    agrees = dict.fromkeys(ASPECTS, 0.0)
    differs = dict.fromkeys(ASPECTS, 0.0)
    for finding in findings:
        strongest = differs if finding.reason.is_difference else agrees
        strongest[finding.reason.aspect] = max(strongest[finding.reason.aspect], finding.strength)
    differences = sum(finding.reason.is_difference for finding in findings)
    row = [*agrees.values(), *differs.values(), len(findings) - differences, differences, max(differs.values())]
    return np.array(row, dtype=np.float32)
