"""The Markdown report, read as an editor reads it."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.details import Aspect
from counterpoint.engine.facts import FactState
from counterpoint.engine.noise.noises import Noise, NoiseKind
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationId, RelationKind
from counterpoint.engine.sources import Repair, Source, SourceId
from counterpoint.writers.markdown import markdown_report
from tests.writers.renderings import TAGS, as_shown, commonmark, python_markdown
from tests.writers.stories import (
    AS_WELL,
    GAZETTE,
    LATER,
    PATHS,
    POST,
    SNIPPETS,
    THIRTY_FIVE,
    THIRTY_ONE,
    WIRE,
    account,
    claim,
    compared,
    relate,
    story,
)


def sections(document: str) -> dict[str, str]:
    """The report by the headings of its sections."""
    parts = re.split(r"^## (.+)$", document, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_report_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    golden("report.md", markdown_report(story(), PATHS))


def test_the_report_on_a_confidential_source_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    golden("report_confidential.md", markdown_report(story(confidential=True), PATHS))


def test_three_accounts_of_one_number_are_read_together() -> None:
    conflicts = sections(markdown_report(story(), PATHS))["Conflicts"]
    group = conflicts[conflicts.index("35 countries /") : conflicts.index("### 3.")]
    assert group.startswith("35 countries / Thirty allies / 31 countries\n")
    for words in ("**35 countries**", "**Thirty allies**", "**31 countries**", "— **A**", "— **B**", "— **C**"):
        assert group.count(words) == 1
    assert group.count("“Thirty allies” against “31 countries”") == 1
    assert group.count(LATER) == 1


def test_the_summary_counts_and_names_the_conflicts() -> None:
    summary = sections(markdown_report(story(), PATHS))["Summary"]
    assert "3 conflicts (5 pairs of passages), 1 agreement (3 pairs of passages), 1 claim told by one source only." in (
        summary
    )
    assert "2. 35 countries / Thirty allies / 31 countries (A, B, C; 83% sure)" in summary
    assert "**D** is not in English: it is shown, not compared." in summary


def test_a_repaired_word_is_marked_under_its_quote() -> None:
    document = markdown_report(story(), PATHS)
    assert "Gitanas Nausėda.\n\n— **B** Thirty allies" in document
    assert "(repaired: “Nausėda”, in the file “NausÄ—da”)" in document


def test_no_source_is_compared_with_nothing() -> None:
    document = markdown_report(compared([account(POST, [THIRTY_FIVE])]), {POST.id: "post.txt"})
    assert "Only one source was given: there is nothing to compare it with." in document
    assert "- Leaders of 35 countries met in Paris on Thursday." in document
    assert "No conflict was found." in document


def test_accounts_that_share_little_are_said_to() -> None:
    comparison = compared([account(POST, [THIRTY_FIVE]), account(GAZETTE, [THIRTY_ONE])], shares_little=True)
    assert "These accounts share little" in markdown_report(comparison, {POST.id: None, GAZETTE.id: None})


def test_nothing_of_a_confidential_source_is_told() -> None:
    document = markdown_report(story(confidential=True), PATHS | {GAZETTE.id: "secret/leak.txt"})
    others = {w for s in (POST.text, WIRE.text) for w in re.findall(r"\w+", s)}
    own = set(re.findall(r"\w{4,}", GAZETTE.text)) - others
    assert [w for w in sorted(own | {"secret", "leak", "2026"}) if w in document] == []
    assert "— **C** Confidential source C" in document


def test_an_agreement_in_a_disputed_fact_points_at_the_conflict() -> None:
    fourth = replace(POST, id=SourceId("s8"), title="Copy")
    copy = claim(fourth, THIRTY_FIVE.text)
    comparison = compared(
        [account(POST, [THIRTY_FIVE]), account(GAZETTE, [THIRTY_ONE, AS_WELL]), account(fourth, [copy])],
        [
            relate(RelationKind.MATCH, THIRTY_FIVE, copy, (Aspect.QUANTITY, "35 countries", "35 countries")),
            relate(RelationKind.CONFLICT, THIRTY_FIVE, THIRTY_ONE, (Aspect.QUANTITY, "35 countries", "31 countries")),
            relate(RelationKind.CONFLICT, copy, THIRTY_ONE, (Aspect.QUANTITY, "35 countries", "31 countries")),
        ],
        [(FactState.DISPUTED, 2, [THIRTY_FIVE, THIRTY_ONE, copy])],
    )
    document = markdown_report(comparison, {POST.id: None, fourth.id: None, GAZETTE.id: None})
    assert "### 1. 35 countries / 31 countries\n" in document
    assert "Told by A, B (2 independent voices). Disputed in part: see conflict 1." in document


def test_a_conflict_that_joins_no_fact_is_shown_alone() -> None:
    relation = relate(RelationKind.CONFLICT, THIRTY_FIVE, THIRTY_ONE, (Aspect.QUANTITY, "35 countries", "31 countries"))
    comparison = compared([account(POST, [THIRTY_FIVE]), account(GAZETTE, [THIRTY_ONE])], [relation])
    assert "### 1. 31 countries / 35 countries\n" in markdown_report(comparison, {GAZETTE.id: None, POST.id: None})


def test_an_agreement_that_joins_no_fact_has_no_count_of_voices() -> None:
    relation = relate(RelationKind.MATCH, THIRTY_FIVE, THIRTY_ONE, (Aspect.PLACE, "in Paris", "in Paris"))
    comparison = compared([account(POST, [THIRTY_FIVE]), account(GAZETTE, [THIRTY_ONE])], [relation])
    assert "\n\nTold by A, B.\n\n" in markdown_report(comparison, {POST.id: None, GAZETTE.id: None})


def test_the_order_of_sources_changes_letters_not_findings() -> None:
    backwards = markdown_report(story(), dict(reversed(PATHS.items())))
    assert "### 2. 31 countries / Thirty allies / 35 countries" in backwards
    assert backwards.count("\n> ") == markdown_report(story(), PATHS).count("\n> ")


CANONICAL = SNIPPETS.map(lambda t: unicodedata.normalize("NFC", t))
WORDED = CANONICAL.filter(lambda t: bool(as_shown(t)))


@st.composite
def smuggled(draw: st.DrawFn) -> tuple[Comparison, dict[SourceId, str | None], tuple[Claim, Claim]]:
    """A comparison of two sources whose every word is hostile."""
    sources: list[Source] = []
    claims: list[Claim] = []
    for name in ("s1", "s2"):
        words, noise = draw(WORDED).strip(), draw(CANONICAL)
        text = f"{words}\n{noise}"
        if not unicodedata.is_normalized("NFC", text):
            text = words
        source = Source(
            id=SourceId(name),
            text=text,
            title=draw(CANONICAL),
            outlet=draw(CANONICAL),
            author=draw(CANONICAL),
            url=draw(CANONICAL),
            repairs=(Repair(Span(0, len(words)), draw(CANONICAL)),),
        )
        sources.append(source)
        claims.append(Claim(ClaimId(f"{name}:0"), source.id, Span(0, len(words)), words))
    kind = draw(st.sampled_from(RelationKind))
    spans = [draw(parts(c)) for c in claims]
    explanation = " against ".join(s.of(c.text) for s, c in zip(spans, claims, strict=True))
    reason = Reason(Aspect.WORDING, spans[0], spans[1], explanation, is_difference=kind is RelationKind.CONFLICT)
    relation = Relation(RelationId("r"), claims[0].id, claims[1].id, kind, 0.5, (reason,), draw(CANONICAL))
    accounts = [
        replace(
            account(
                s, [c], [Noise(Span(len(c.text), len(s.text)), NoiseKind.ADVERT)] if len(s.text) > len(c.text) else []
            ),
            occasion=draw(CANONICAL),
        )
        for s, c in zip(sources, claims, strict=True)
    ]
    paths = {s.id: draw(CANONICAL) for s in sources}
    return compared(accounts, [relation], [(FactState.DISPUTED, 2, claims)]), dict(paths), (claims[0], claims[1])


@st.composite
def parts(draw: st.DrawFn, whole: Claim) -> Span:
    start = draw(st.integers(0, len(whole.text) - 1))
    return Span(start, draw(st.integers(start + 1, len(whole.text))))


@given(smuggled())
def test_a_hostile_source_gets_nothing_but_its_words_into_the_report(
    case: tuple[Comparison, dict[SourceId, str | None], tuple[Claim, Claim]],
) -> None:
    comparison, paths, claims = case
    document = markdown_report(comparison, paths)
    for parse in (commonmark, python_markdown):
        elements = parse(document)
        assert {e.tag for e in elements} <= TAGS
        attributes = {name: value or "" for e in elements for name, value in e.attributes}
        assert attributes.keys() <= {"href"}
        assert all(value.startswith(("http://", "https://")) for value in attributes.values())
        assert len([e for e in elements if e.tag == "h1"]) == 1
        assert len([e for e in elements if e.tag == "h2"]) == 8
        assert len([e for e in elements if e.tag == "td"]) == 2 * 6  # a row for each claim
        noisy = sum(bool(a.noise) for a in comparison.accounts)
        assert len([e for e in elements if e.tag == "h3"]) == 3 + noisy
    quotes = [e.text.strip() for e in commonmark(document) if e.tag == "blockquote"]
    assert quotes == [as_shown(c.text) for c in claims]


@pytest.mark.parametrize("score", [0.0, 0.004, 0.5, 0.996, 1.0])
def test_nothing_is_certain(score: float) -> None:
    relation = relate(
        RelationKind.CONFLICT, THIRTY_FIVE, THIRTY_ONE, (Aspect.QUANTITY, "35 countries", "31 countries"), score=score
    )
    comparison = compared([account(POST, [THIRTY_FIVE]), account(GAZETTE, [THIRTY_ONE])], [relation])
    document = markdown_report(comparison, {POST.id: None, GAZETTE.id: None})
    shown = re.findall(r"(\d+)% sure", document)
    assert shown
    assert all(1 <= int(n) <= 99 for n in shown)
