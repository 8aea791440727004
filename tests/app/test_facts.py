"""Rows of the facts table: how each fact stands once a person has decided, and in which order they come."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counterpoint.app.exports import clipping_of_fact
from counterpoint.app.facts import Order, Row, find_rows, heading_of, rows_again, sort_rows
from counterpoint.app.filters import Filter, Standing
from counterpoint.app.findings import find_findings, judged_again
from counterpoint.app.workspaces import Workspace
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import FactState, find_facts
from counterpoint.engine.relations import Relation, RelationKind
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.store.annotations import Ruling
from counterpoint.store.shelves import Original
from counterpoint.writers.clippings import markdown_clipping
from tests.writers.stories import account, claim, relate

MATCH, CONFLICT = RelationKind.MATCH, RelationKind.CONFLICT
COURT = (
    "The court fined the ferry company 2 million euros. The ship was built in 1998. Nobody was on deck.",
    "The company was fined 3 million euros. The ship dates from 1998.",
    "A fine of 2 million euros was imposed. The harbour was closed.",
)


@pytest.fixture
def workspace(tmp_path: Path, qapp: QApplication) -> Iterator[Workspace]:
    assert qapp
    roles = (Role.SOURCE, Role.SOURCE, Role.DRAFT)
    sources = [
        Source(SourceId(f"s{number}"), text, f"Account {number}", role=role)
        for number, (text, role) in enumerate(zip(COURT, roles, strict=True))
    ]
    made = Workspace.create(tmp_path, [(source, Original(source.text.encode())) for source in sources])
    made.replace_analysis(_compared(sources))
    yield made
    made.close()


def _compared(sources: list[Source]) -> Comparison:
    claims = [[claim(source, sentence) for sentence in _sentences(source.text)] for source in sources]
    (fine, ship, _), (fine_b, ship_b), (fine_draft, _) = claims
    relations = (
        relate(CONFLICT, fine, fine_b, (Aspect.QUANTITY, "2 million euros", "3 million euros"), score=0.8),
        relate(MATCH, ship, ship_b, (Aspect.TIME, "1998", "1998")),
        relate(MATCH, fine, fine_draft, (Aspect.QUANTITY, "2 million euros", "2 million euros")),
        relate(CONFLICT, fine_b, fine_draft, (Aspect.QUANTITY, "3 million euros", "2 million euros"), score=0.7),
    )
    accounts = tuple(account(source, own) for source, own in zip(sources, claims, strict=True))
    flat = [each for own in claims for each in own]
    return Comparison(
        accounts, relations, find_facts(flat, relations, frozenset((sources[2].id,))), shares_little=False
    )


def _sentences(text: str) -> list[str]:
    return [f"{sentence.rstrip('.')}." for sentence in text.split(". ")]


def rows_of(workspace: Workspace, order: Order = Order.DISPUTED, source: str | None = None) -> list[Row]:
    rows = find_rows(workspace, find_findings(workspace))
    return list(sort_rows(rows, order, SourceId(source) if source else None))


def named(rows: list[Row]) -> list[str]:
    return [row.texts[0] for row in rows]


def test_every_claim_is_in_one_row_and_a_draft_is_no_voice(workspace: Workspace) -> None:
    rows = rows_of(workspace)
    claims = [each for row in rows for each in row.claims]
    assert len(claims) == len({each.id for each in claims}) == 7
    assert [(row.state, row.voices, row.is_told) for row in rows] == [
        (FactState.DISPUTED, 2, True),
        (FactState.CONSENSUS, 2, True),
        (FactState.SINGLE, 1, True),
        (FactState.SINGLE, 0, False),
    ]
    assert heading_of(rows[-1]) == "Told by your draft only"


def test_what_differs_is_marked_and_what_agrees_only_where_nothing_differs(workspace: Workspace) -> None:
    fine, ship, deck, _ = rows_of(workspace)
    words = [[(e.span.of(cell.text), e.kind) for e in cell.words] for cell in fine.cells]
    assert words == [
        [("2 million euros", CONFLICT)], [("3 million euros", CONFLICT)], [("2 million euros", CONFLICT)],
    ]  # fmt: skip
    assert [[e.span.of(cell.text) for e in cell.words] for cell in ship.cells] == [["1998"], ["1998"], []]
    assert all(not cell.words for cell in deck.cells)


def test_a_rejected_conflict_is_no_dispute_any_more(workspace: Workspace) -> None:
    conflict, draft_conflict = _relation(workspace, "s0", "s1"), _relation(workspace, "s1", "s2")
    workspace.give_verdict([conflict], Ruling.REJECTED)
    fine = next(row for row in rows_of(workspace) if "fined" in row.texts[0])
    assert (fine.state, fine.is_rejected) == (FactState.DISPUTED, False)  # nothing else joins the two sources
    assert [[e.kind for e in cell.words] for cell in fine.cells] == [[MATCH], [CONFLICT], [CONFLICT]]
    workspace.give_verdict([draft_conflict, *_matches(workspace)], Ruling.REJECTED)
    rows = rows_of(workspace)
    assert rows[-1].texts[0].startswith("The court fined")
    assert rows[-1].is_rejected
    assert heading_of(rows[-1]) == "Disputed, 2 voices, rejected"


def test_rows_are_sorted_by_dispute_by_voices_and_as_a_source_tells_them(workspace: Workspace) -> None:
    assert [text[:9] for text in named(rows_of(workspace))] == ["The court", "The ship ", "Nobody wa", "The harbo"]
    assert [row.voices for row in rows_of(workspace, Order.VOICES)] == [2, 2, 1, 0]
    told = rows_of(workspace, Order.TEXT, "s2")
    assert [text[:9] for text in named(told)] == ["The court", "The harbo", "The ship ", "Nobody wa"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Filter(state=FactState.SINGLE), ["Nobody wa", "The harbo"]),
        (Filter(source=SourceId("s1")), ["The court", "The ship "]),
        (Filter(is_one_voice=True), ["Nobody wa", "The harbo"]),
        (Filter(aspect=Aspect.TIME), ["The ship "]),
        (Filter(words="MILLION  euros"), ["The court"]),
        (Filter(standing=Standing.UNDECIDED), ["The court", "The ship "]),
        (Filter(standing=Standing.REJECTED), []),
        (Filter(state=FactState.DISPUTED, source=SourceId("s2"), words="fine"), ["The court"]),
        (Filter(state=FactState.DISPUTED, words="ship"), []),
    ],
)
def test_filters_combine(workspace: Workspace, chosen: Filter, found: list[str]) -> None:
    assert [text[:9] for text in named([row for row in rows_of(workspace) if chosen.admits(row)])] == found


def test_a_verdict_and_a_state_are_asked_of_one_finding(workspace: Workspace) -> None:
    workspace.give_verdict([_relation(workspace, "s0", "s1"), _relation(workspace, "s1", "s2")], Ruling.CONFIRMED)
    undecided = Filter(state=FactState.DISPUTED, standing=Standing.UNDECIDED)
    assert not any(undecided.admits(row) for row in rows_of(workspace))  # what is undecided of it is an agreement


def test_a_fact_is_copied_with_who_is_silent(workspace: Workspace) -> None:
    ship = rows_of(workspace)[1]
    assert markdown_clipping(clipping_of_fact(ship, workspace.sources)) == (
        "**Consensus, 2 voices**\n\n> The ship was built in **1998**.\n\n— Account 0\n\n"
        "> The ship dates from **1998**.\n\n— Account 1\n\n- Time: “1998” and “1998” say the same\n"
    )
    deck = rows_of(workspace)[2]
    assert "Not told by: Account 1\n" in markdown_clipping(clipping_of_fact(deck, workspace.sources))


def _relation(workspace: Workspace, a: str, b: str) -> Relation:
    assert workspace.comparison is not None
    found = (r for r in workspace.comparison.relations if r.a.startswith(a) and r.b.startswith(b))
    return next(r for r in found if r.kind is CONFLICT)


def _matches(workspace: Workspace) -> list[Relation]:
    assert workspace.comparison is not None
    return [r for r in workspace.comparison.relations if r.kind is MATCH and r.b.startswith("s2")]


def test_after_verdicts_and_tags_the_rows_are_as_if_made_anew_and_the_others_the_same(workspace: Workspace) -> None:
    findings = find_findings(workspace)
    rows = find_rows(workspace, findings)
    fine, ship = (next(r for r in rows if r.texts[0].startswith(words)) for words in ("The court", "The ship"))
    acts = (
        lambda: workspace.give_verdict([each.stored for each in fine.findings], Ruling.REJECTED),
        lambda: workspace.add_tag("Ship", on=[ship.claims[0]]),
        lambda: workspace.add_tag("Fine", on=[fine.findings[0].stored, fine.fact]),
        lambda: workspace.give_verdict([fine.findings[0].stored], None),
        workspace.undo_stack.undo,
    )
    for act in acts:
        act()
        before = {row.id: row for row in rows}
        findings = judged_again(workspace, findings)
        rows = rows_again(workspace, rows, findings)
        assert findings == find_findings(workspace)
        assert rows == find_rows(workspace, findings)
        assert [row for row in rows if row is before[row.id]], "what has not changed is not made again"
