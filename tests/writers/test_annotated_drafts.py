"""The annotated draft: what stands in it, what must never stand in it, and that it is one Markdown document."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

import markdown
import pytest

from counterpoint.engine.comparison import compare
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.resources import load_knowledge
from counterpoint.writers.annotated_drafts import annotated_draft
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.remarks import Checked, Evidence, Remark, Remarks

POST = Source(
    SourceId("post"),
    "Ferry sinks\nFour people died when the ferry sank near Holm on Monday, the harbour master said.\n"
    "“They knew the sea,” said Mayor Anna Berg.\n",
    title="Ferry sinks",
    outlet="The Post",
    url="https://post.example/ferry",
    published=date(2026, 3, 2),
    sha256="a" * 64,
)
RADIO = Source(
    SourceId("radio"),
    "Six people died when the ferry sank near Holm on Monday, said the coastguard.\n",
    title="Ferry: six dead",
)
DRAFT = Source(
    SourceId("draft"),
    "What we *know*\n\nFour people died when the ferry sank near Holm on Monday. "
    "“They knew the lake,” Anna Berg said.\n\n1. It was a sad day.\n",
    title="My draft",
    role=Role.DRAFT,
)
MADE = datetime(2026, 3, 3, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def dossier(
    knowledge: Knowledge, statuses: Mapping[str, Checked] = MappingProxyType({}), hidden: Collection[str] = ()
) -> Dossier:
    """`statuses` by a word of the claim that has them."""
    sources = [replace(each, confidential=each.id in hidden) for each in (POST, RADIO, DRAFT)]
    found = compare(sources, knowledge)
    claims = [c for a in found.accounts for c in a.claims if a.source.role is Role.DRAFT]
    given = {c.id: statuses.get(word, Checked("to_check")) for c in claims for word in c.text.split()[:1]}
    return Dossier(found, {each.id: None for each in sources}, Remarks(statuses=given), "The ferry")


def test_a_draft_with_its_footnotes(knowledge: Knowledge, golden: Callable[[str, str], None]) -> None:
    four = Checked("checked", "ida_b", MADE)
    changed = Checked("changed", "ida_b", MADE, "“They knew the sea,” Anna Berg said.")
    document = annotated_draft(dossier(knowledge, {"Four": four, "“They": changed}))
    golden("annotated_draft.md", re.sub(r"\d+% sure", "99% sure", document))  # as sure as today's rankers are
    rendered = markdown.markdown(document, extensions=["footnotes"])
    assert rendered.count('class="footnote-ref"') == len(re.findall(r"^\[\^\d+\]: ", document, re.MULTILINE))
    assert "<em>know" not in rendered
    assert "<ol>\n<li>It was" not in rendered


def test_evidence_from_a_file_with_pages_names_its_page(knowledge: Knowledge) -> None:
    given = dossier(knowledge)
    for pages, place in (((0, 12), "p. 2"), ((0, 60), "pp. 1–2"), ((0, 0, 200), "p. 2"), ((), "paragraph 2")):
        accounts = tuple(
            replace(a, source=replace(a.source, pages=pages)) if a.source.id == POST.id else a
            for a in given.comparison.accounts
        )
        document = annotated_draft(replace(given, comparison=replace(given.comparison, accounts=accounts)))
        assert f"A Ferry sinks (The Post, 2026-03-02), {place}: “Four people died" in document


def test_every_claim_has_a_footnote_and_what_nobody_checked_never_looks_checked(knowledge: Knowledge) -> None:
    given = dossier(knowledge)
    document = annotated_draft(given)
    claims = [c for a in given.comparison.accounts for c in a.claims if a.source.role is Role.DRAFT]
    assert re.findall(r"^\[\^(\d+)\]: ", document, re.MULTILINE) == [str(n + 1) for n in range(len(claims))]
    assert "**Checked**" not in document
    assert document.count("**To check**") == len(claims)
    words = re.sub(r"\[\^\d+\]", "", document.split("## Sources")[0])
    assert "Four people died when the ferry sank near Holm on Monday. “They knew the lake,” Anna Berg said." in words


@pytest.mark.parametrize("hidden", [{"post"}, {"draft"}, {"post", "radio", "draft"}])
def test_nothing_of_what_is_confidential_leaves(knowledge: Knowledge, hidden: set[str]) -> None:
    given = dossier(knowledge, {"Four": Checked("changed", "ida", MADE, "Forty gooseberries.")}, hidden)
    relation = given.comparison.relations[0]
    evidence = {relation.id: Evidence("p. 4 of the gooseberry", "Said the gooseberry.")}
    document = annotated_draft(replace(given, remarks=replace(given.remarks, evidence=evidence)))
    if "post" in hidden:
        assert not re.search("harbour|post.example|The Post|Ferry sinks|aaaa|knew the sea", document)
    if "draft" in hidden:
        assert not re.search("lake|sad day|My draft|gooseberr", document)


def test_evidence_that_was_rejected_is_left_out(knowledge: Knowledge) -> None:
    given = dossier(knowledge)
    assert "**Against**" in annotated_draft(given)
    rejected = {r.id: Remark("rejected") for r in given.comparison.relations}
    document = annotated_draft(replace(given, remarks=replace(given.remarks, relations=rejected)))
    assert "**Against**" not in document
    assert "**For**" not in document
    assert "Nothing found in the sources" in document


def test_evidence_by_hand_tells_where_and_why(knowledge: Knowledge) -> None:
    given = dossier(knowledge)
    relation = next(r for r in given.comparison.relations if "draft" in r.a + r.b)
    remarks = replace(given.remarks, by_hand=frozenset((relation.id,)), evidence={relation.id: Evidence("p. 4", "")})
    assert re.search(r"\(by hand\): . .*, p\\?. 4: “", annotated_draft(replace(given, remarks=remarks)))


def test_without_a_draft_it_says_so(knowledge: Knowledge) -> None:
    found = compare([POST, RADIO], knowledge)
    document = annotated_draft(Dossier(found, {POST.id: None, RADIO.id: None}, Remarks(), ""))
    assert document == "# Annotated draft\n\nThere is no draft.\n"
