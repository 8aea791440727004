"""A comparator is left out with all that it found, and nothing else."""

import numpy as np
import pytest

from counterpoint.engine.decisions import EVIDENCE, Evidence
from counterpoint.engine.findings import NAMES, find_each, join_findings
from counterpoint.engine.lexicons import Lexicon
from counterpoint.resources import load_lexicon
from tests.engine.comparators.reading import read_sides

pytest.importorskip("lightgbm", reason="learning anew needs lightgbm and scikit-learn, which the tests go without")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_what_one_comparator_found_is_gone_and_the_rest_is_as_it_was(lexicon: Lexicon) -> None:
    from tests.bench.ablations import without

    a, b = read_sides(
        "Nine firefighters were hurt in Porto on Monday.", "Eleven firefighters were hurt in Porto on Monday.", lexicon
    )
    each = find_each(a, b, lexicon)
    whole = join_findings(each)
    near = np.full((1, len(EVIDENCE) - len(whole.row)), 0.7, dtype=np.float32)
    rows = np.concatenate([near, whole.row[None]], axis=1)
    evidence = Evidence((0,), (1,), (whole.found,), rows)
    number = NAMES.index("quantities")
    left = without(evidence, [each], number)
    assert {finding.reason for finding in whole.found} - {finding.reason for finding in left.findings[0]} == {
        finding.reason for finding in each[number]
    }
    changed = {name for name, old, new in zip(EVIDENCE, rows[0], left.rows[0], strict=True) if old != new}
    assert "differs_quantities" in changed
    assert changed <= {
        "differs_quantities", "agrees_quantities", "agreements", "differences", "strongest_difference",
    }  # fmt: skip
    assert np.array_equal(evidence.rows, rows)  # what was gathered stays
