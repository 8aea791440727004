"""The order of display, and what stays behind a code."""

from dataclasses import replace

import pytest

from counterpoint.engine.details import Aspect
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Source, SourceId
from counterpoint.writers.comparisons import arrange, letter, printable, shortened
from tests.writers.stories import GAZETTE, PATHS, POST, WIRE, account, claim, compared, relate, story


def test_sources_stand_in_the_order_given() -> None:
    arrangement = arrange(story(), PATHS)
    assert [e.account.source.id for e in arrangement.entries] == list(PATHS)
    assert [e.letter for e in arrangement.entries] == ["A", "B", "C", "D"]
    assert [c.source for c in arrangement.claims] == [POST.id] * 4 + [WIRE.id] * 4 + [GAZETTE.id] * 3


def test_the_earlier_source_is_a_with_its_words_and_its_share_of_the_explanation() -> None:
    source = {e.account.source.id: e.account.source for e in arrange(story(), PATHS).entries}
    arrangement = arrange(story(), PATHS)
    places = {c.id: n for n, c in enumerate(arrangement.claims)}
    for relation in arrangement.relations:
        assert places[relation.a] < places[relation.b]
        for reason in relation.reasons:
            words = [
                span.of(source[arrangement.claim_of[side].source].text)
                for side, span in ((relation.a, reason.a), (relation.b, reason.b))
            ]
            assert reason.explanation.startswith(f"“{words[0]}” ")
            assert f"“{words[1]}”" in reason.explanation


@pytest.mark.parametrize(
    ("explanation", "turned"),
    [
        ("“send” against “plan to send”", "“plan to send” against “send”"),
        ("“send” against “plan to send”: done / planned", "“plan to send” against “send”: planned / done"),
        (
            "“send” against “plan to send”: the sums differ (25,000, 4).",
            "“plan to send” against “send”: the sums differ (4, 25,000).",
        ),
        (
            "“send” and “plan to send” fit together (about 4, 5).",
            "“plan to send” and “send” fit together (5, about 4).",
        ),
        ("“send” and “plan to send” give the same number (4).", "“plan to send” and “send” give the same number (4)."),
        ("“send” against “plan to send”: not the same", "“plan to send” against “send”: not the same"),
        ("“send” and “plan to send” say the same", "“plan to send” and “send” say the same"),
        ("Both say “send”", "Both say “send”"),
        ("“send” stands alone", "“send” stands alone"),
        ("The one tells of a later time.", "The one tells of a later time."),
    ],
)
def test_an_explanation_turns_with_its_sides(explanation: str, turned: str) -> None:
    a = claim(replace(WIRE, text="They send arms."), "They send arms.")
    b = claim(replace(POST, text="They plan to send arms."), "They plan to send arms.")
    relation = relate(RelationKind.CONFLICT, a, b, (Aspect.CERTAINTY, "send", "plan to send"))
    relation = replace(relation, reasons=(replace(relation.reasons[0], explanation=explanation),))
    accounts = [account(replace(WIRE, text=a.text), [a]), account(replace(POST, text=b.text), [b])]
    arrangement = arrange(compared(accounts, [relation]), {POST.id: None, WIRE.id: None})
    assert [r.explanation for r in arrangement.relations[0].reasons] == [turned]


def test_a_source_without_a_title_is_called_by_its_first_claim() -> None:
    titles = [e.title for e in arrange(story(), PATHS).entries]
    assert titles[1] == "Thirty allies gathered in the Élysée, among them Gitanas Nausėda."


def test_a_source_without_words_is_untitled() -> None:
    empty = compared([account(Source(SourceId("s1"), " \n"), [])])
    assert arrange(empty, {SourceId("s1"): None}).entries[0].title == "Untitled"


@pytest.mark.parametrize("paths", [{}, {**PATHS, SourceId("s0"): "more.txt"}])
def test_paths_of_other_sources_are_refused(paths: dict[SourceId, str | None]) -> None:
    with pytest.raises(ValueError, match="different sources"):
        arrange(story(), paths)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_long_words_are_cut_between_words() -> None:
    assert shortened("  one two\nthree ", 20) == "one two three"
    assert shortened("one two, three", 9) == "one two…"
    assert shortened("a" * 30, 9) == "a" * 9 + "…"


def test_half_a_character_of_a_path_can_be_written() -> None:
    assert printable("a\udcff.txt").encode() == "a\ufffd.txt".encode()
