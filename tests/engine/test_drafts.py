"""The draft against the sources: support, contradiction, voices; and its quotations."""

from dataclasses import replace

import pytest

from counterpoint.engine.checks import QuotationFinding
from counterpoint.engine.comparison import compare
from counterpoint.engine.drafts import check_draft
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.sources import Role, Source, SourceId
from tests.engine.accounts import account

HARBOUR = account(1, "Four people died when the ferry sank near Holm on Monday, the harbour master said.")
TOWN = account(2, "On Monday the ferry sank near Holm. Four people died, according to Mayor Anna Berg.")
RADIO = account(3, "Six people died when the ferry sank near Holm on Monday, said the coastguard.")
SPEECH = account(
    4,
    "“We have lost four of our best people, and nobody will tell us why,” said Mayor Anna Berg. “They knew the sea.” "
    "“The ferry,” said Captain Olaf Lund, “had been inspected in May.” "
    "The owner's promise of full compensation stands.",
)


def draft(text: str) -> Source:
    return replace(Source(SourceId("draft"), text), role=Role.DRAFT)


def found(text: str, *sources: Source, knowledge: Knowledge) -> list[str]:
    comparison = compare([*sources, draft(text)], knowledge)
    return [str(check.finding) for check in check_draft(comparison)]


@pytest.mark.parametrize(
    ("text", "sources", "finding"),
    [
        ("Four people died when the ferry sank near Holm on Monday.", (HARBOUR, TOWN), "supported"),
        ("Four people died when the ferry sank near Holm on Monday.", (HARBOUR,), "one_voice"),
        (
            "Four people died when the ferry sank near Holm on Monday.",
            (HARBOUR, replace(HARBOUR, id=SourceId("x"))),
            "one_voice",
        ),
        ("Four people died when the ferry sank near Holm on Monday.", (HARBOUR, TOWN, RADIO), "both"),
        ("Four people died when the ferry sank near Holm on Monday.", (RADIO,), "contradicted"),
        ("The price of bread in the capital has doubled within a year.", (HARBOUR, TOWN), "nothing"),
    ],
)
def test_what_the_sources_make_of_a_claim(
    text: str, sources: tuple[Source, ...], finding: str, knowledge: Knowledge
) -> None:
    assert found(text, *sources, knowledge=knowledge) == [finding]


def test_the_evidence_is_given_and_a_draft_is_no_voice_for_a_draft(knowledge: Knowledge) -> None:
    one = draft("Four people died when the ferry sank near Holm on Monday.")
    other = replace(one, id=SourceId("other"))
    comparison = compare([HARBOUR, one, other], knowledge)
    checks = check_draft(comparison)
    assert [(check.finding, check.voices, len(check.support)) for check in checks] == [("one_voice", 1, 1)] * 2
    assert all(relation.a.startswith(HARBOUR.id) or relation.b.startswith(HARBOUR.id) for relation in checks[0].support)


@pytest.mark.parametrize(
    ("text", "finding", "words"),
    [
        ("“They knew the sea,” Mayor Anna Berg said.", "exact", ("They knew the sea", "They knew the sea")),
        (
            "“We have lost four of our best people and nobody will tell us why,” Anna Berg said.",
            "exact",
            (
                "We have lost four of our best people and nobody will tell us why",
                "We have lost four of our best people, and nobody will tell us why",
            ),
        ),
        (
            "Anna Berg said: “We have lost four of our best people.”",
            "trimmed",
            (
                "We have lost four of our best people",
                "We have lost four of our best people, and nobody will tell us why",
            ),
        ),
        (
            "“We have lost five of our best people, and nobody will tell us why,” Anna Berg said.",
            "altered",
            ("five", "four"),
        ),
        (
            "“We have lost four of our best people, and the owner will not say why,” Anna Berg said.",
            "altered",
            ("the owner", "nobody"),
        ),
        (
            "“The ferry had been inspected in May,” Captain Olaf Lund said.",
            "exact",
            ("The ferry had been inspected in May", "The ferry,” said Captain Olaf Lund, “had been inspected in May"),
        ),
        ("“They knew the sea,” Captain Olaf Lund said.", "other_speaker", ("They knew the sea", "They knew the sea")),
        (
            "The owner spoke of a “promise of full compensation”.",
            "not_found",
            ("promise of full compensation", "promise of full compensation"),
        ),
        ("The owner promised “full compensation”.", "exact", ("full compensation", "full compensation")),
        ("“They knew the lake,” Mayor Anna Berg said.", "altered", ("lake", "sea")),
        ("“They know the sea,” Mayor Anna Berg said.", "not_found", None),  # too few words in common to say whose it is
        ("“I warned them about the storm,” Anna Berg said.", "not_found", None),
    ],
)
def test_a_quotation_is_held_against_the_sources(
    text: str, finding: str, words: tuple[str, str] | None, knowledge: Knowledge
) -> None:
    (check,) = compare([SPEECH, TOWN, draft(text)], knowledge).quotations
    assert check.finding is QuotationFinding(finding)
    seen = None
    if check.a is not None and check.b is not None:
        seen = check.a.of(text).rstrip(",."), check.b.of(SPEECH.text).rstrip(",.")
    assert seen == words
    assert check.explanation
