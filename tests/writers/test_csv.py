"""The claim table, as a spreadsheet reads it."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from counterpoint.engine.comparison import Comparison
from counterpoint.engine.sources import SourceId
from counterpoint.writers.csv import HEADER, csv_report, harmless
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.remarks import Remark, Remarks
from tests.writers.stories import PATHS, POST, THIRTY_FIVE, story
from tests.writers.test_markdown import CANONICAL, smuggled

Row = dict[str, str]


def rows(dossier: Dossier) -> list[Row]:
    text = csv_report(dossier)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_claim_is_a_row_and_claims_of_a_fact_stand_together() -> None:
    comparison = story()
    found = rows(Dossier(comparison, PATHS))
    assert len(found) == sum(len(account.claims) for account in comparison.accounts)
    numbers = [int(row["fact"]) for row in found]
    assert numbers == sorted(numbers)
    states = [row["state"] for row in found]
    assert states == sorted(states, key=["disputed", "consensus", "single"].index)
    first = next(row for row in found if row["quote"] == THIRTY_FIVE.text)
    assert first["conflicts_with"] == "B1 (83% sure) | C1 (71% sure)"
    assert first["link"].startswith("https://post.example/paris?a=1&b=2#:~:text=Leaders%20of%2035")
    assert POST.text[int(first["start"]) : int(first["end"])] == first["quote"]


def test_of_a_confidential_source_the_code_and_the_relations_are_told() -> None:
    hidden = [row for row in rows(Dossier(story(confidential=True), PATHS)) if row["confidential"] == "yes"]
    assert {row["title"] for row in hidden} == {"Confidential source C"}
    assert {(row["quote"], row["start"], row["end"], row["link"], row["published"]) for row in hidden} == {("",) * 5}
    assert any(row["conflicts_with"] for row in hidden)


def test_what_was_said_of_a_fact_stands_with_its_first_claim() -> None:
    comparison = story()
    remarks = Remarks(facts={comparison.facts[0].id: Remark(tags=("Toll",), notes=("Ask.", "=Ask"))})
    told = [row for row in rows(Dossier(comparison, PATHS, remarks)) if row["tags"]]
    assert [(row["tags"], row["notes"]) for row in told] == [("Toll", "Ask. | =Ask")]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("1-1=0", "1-1=0"),
        ("a\x00b\u202ec", "a\ufffdb\ufffdc"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


@given(smuggled(), CANONICAL)
def test_a_hostile_source_stays_in_its_cells(
    case: tuple[Comparison, dict[SourceId, str | None], object], note: str
) -> None:
    comparison, paths, _ = case
    claim = comparison.accounts[0].claims[0]
    found = rows(Dossier(comparison, paths, Remarks(claims={claim.id: Remark(notes=(note,))})))
    assert len(found) == 2
    for row in found:
        assert row.keys() == set(HEADER)
        assert not [cell for cell in row.values() if cell.lstrip(" ")[:1] in tuple("=+-@\t\r") and cell.strip(" ")]


def test_the_order_of_rows_is_stable() -> None:
    comparison = story()
    shuffled = replace(comparison, facts=comparison.facts[::-1], relations=comparison.relations[::-1])
    assert csv_report(Dossier(shuffled, PATHS)) == csv_report(Dossier(comparison, PATHS))
