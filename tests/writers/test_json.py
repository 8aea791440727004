"""The JSON report."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from counterpoint.engine.comparison import Comparison, compare
from counterpoint.engine.passages import Span
from counterpoint.engine.sources import Role, Source, SourceId
from counterpoint.resources import load_knowledge
from counterpoint.writers.json import json_report
from counterpoint.writers.remarks import PassageRemark, Remark, Remarks
from tests.contract import check_contract, texts
from tests.writers.stories import AS_WELL, GAZETTE, LATER, PATHS, POST, THIRTY_FIVE, WIRE, story


def test_the_report_is_the_golden_one(golden: Callable[[str, str], None]) -> None:
    golden("report.json", json_report(story(), PATHS))


@pytest.mark.parametrize("comparison", [story(), story(confidential=True)])
def test_the_report_keeps_the_contract(comparison: Comparison) -> None:
    check_contract(json.loads(json_report(comparison, PATHS)))


def test_the_order_given_decides_which_side_is_a() -> None:
    backwards = dict(reversed(PATHS.items()))
    report = json.loads(json_report(story(), backwards))
    check_contract(report)
    assert [s["path"] for s in report["sources"]] == [*backwards.values()]
    sources = [s["id"] for s in report["sources"]]
    source_of = {c["id"]: c["source"] for c in report["claims"]}
    for relation in report["relations"]:
        assert sources.index(source_of[relation["a"]]) < sources.index(source_of[relation["b"]])


def test_a_warning_a_repair_and_the_language_are_told() -> None:
    report = json.loads(json_report(story(), PATHS))
    assert {r["warning"] for r in report["relations"]} == {"", LATER}
    assert report["sources"][1]["repairs"] == [{"start": 57, "end": 64, "original": "NausÄ—da"}]
    assert [s["compared"] for s in report["sources"]] == [True, True, True, False]
    assert report["sources"][0]["text"] == POST.text


def test_nothing_of_a_confidential_source_is_told() -> None:
    document = json_report(story(confidential=True), PATHS | {GAZETTE.id: "secret/leak.txt"})
    report = json.loads(document)
    source = report["sources"][2]
    assert source["title"] == "Confidential source C"
    assert [source[k] for k in ("path", "text", "outlet", "url", "sha256", "occasion")] == [None, "", "", "", "", ""]
    others = {w for s in (POST.text, WIRE.text) for w in re.findall(r"\w+", s)}
    own = set(re.findall(r"\w{4,}", GAZETTE.text)) - others - {"signed"}
    told = " ".join(texts(report))
    assert [w for w in sorted(own | {"secret", "leak", "2026"}) if w in told] == []
    assert len(report["relations"]) == len(json.loads(json_report(story(), PATHS))["relations"])


def test_a_name_that_only_a_confidential_source_spells_out_is_kept_back() -> None:
    comparison = story()
    accounts = [
        replace(a, source=replace(a.source, confidential=a.source.id in {POST.id, WIRE.id}))
        for a in comparison.accounts
    ]
    report = json.loads(json_report(replace(comparison, accounts=tuple(accounts)), PATHS))
    check_contract(report)
    assert [d["value"] for c in report["claims"] for d in c["details"]] == ["", "envoy"]
    assert [c["text"] for c in report["claims"] if c["details"]] == [AS_WELL.text]


def test_what_relates_to_a_draft_is_no_relation_between_sources() -> None:
    comparison = story()
    accounts = tuple(
        replace(a, source=replace(a.source, role=Role.DRAFT)) if a.source.id == WIRE.id else a
        for a in comparison.accounts
    )
    report = json.loads(json_report(replace(comparison, accounts=accounts), PATHS))
    drafted = {c["id"] for c in report["claims"] if c["source"] == "s2"}
    assert [r for r in report["relations"] if drafted & {r["a"], r["b"]}] == []
    assert len(report["relations"]) == 2


def test_a_path_that_is_no_text_can_be_written() -> None:
    paths: dict[SourceId, str | None] = {**PATHS, POST.id: "caf\udce9.txt"}
    assert json.loads(json_report(story(), paths).encode())["sources"][0]["path"] == "caf\ufffd.txt"


def test_of_a_confidential_source_no_word_leaves_with_the_draft_and_its_quotations() -> None:
    secret = Source(SourceId("s"), "“They knew the valve leaked,” engineer Ida Holt said.", confidential=True)
    draft = Source(SourceId("d"), "“They knew the valve was sound,” engineer Ida Holt said.", role=Role.DRAFT)
    report = json_report(
        compare([secret, draft], load_knowledge()), {SourceId("s"): "secret.txt", SourceId("d"): "d.txt"}
    )
    assert json.loads(report)["quotations"][0]["finding"] == "altered"
    assert "leaked" not in report
    assert "secret.txt" not in report


def test_all_that_was_found_and_said_comes_back_from_the_file() -> None:
    comparison = story()
    relation = comparison.relations[0]
    remarks = Remarks(
        relations={relation.id: Remark("unsure", ("Toll", "Ask"), ("One.\n\n*Two*.", "Three."))},
        claims={THIRTY_FIVE.id: Remark(notes=("Count.",))},
        facts={comparison.facts[0].id: Remark(tags=("Fact",))},
        sources={POST.id: Remark(tags=("Post",))},
        passages=(PassageRemark(WIRE.id, Span(0, 6), Remark(notes=("Words.",))),),
    )
    report = json.loads(json_report(comparison, PATHS, remarks, "Paris"))
    sources = {source["id"]: source for source in report["sources"]}
    claims = {
        claim["id"]: (sources[claim["source"]]["text"], claim["start"], claim["end"]) for claim in report["claims"]
    }
    texts_of = {account.source.id: account.source.text for account in comparison.accounts}
    spans = {c.id: (texts_of[c.source], c.span.start, c.span.end) for a in comparison.accounts for c in a.claims}
    assert set(claims.values()) == set(spans.values())
    read = {frozenset((claims[r["a"]], claims[r["b"]])): r for r in report["relations"]}
    for given in comparison.relations:
        back = read.pop(frozenset((spans[given.a], spans[given.b])))
        assert (back["kind"], back["score"], back["warning"]) == (given.kind, round(given.score, 4), given.warning)
        assert [reason["aspect"] for reason in back["reasons"]] == [reason.aspect for reason in given.reasons]
        said = remarks.relations.get(given.id, Remark())
        assert (back["verdict"], back["tags"], back["notes"]) == (said.verdict or None, [*said.tags], [*said.notes])
    assert read == {}
    facts = {frozenset(claims[c] for c in fact["claims"]): fact for fact in report["facts"]}
    assert all(facts[frozenset(spans[c] for c in f.claims)]["voices"] == f.voices for f in comparison.facts)
    assert [fact["tags"] for fact in report["facts"] if fact["tags"]] == [["Fact"]]
    assert [claim["notes"] for claim in report["claims"] if claim["notes"]] == [["Count."]]
    assert (report["title"], sources["s1"]["tags"]) == ("Paris", ["Post"])
    assert [(passage["text"], passage["notes"]) for passage in report["passages"]] == [("Thirty", ["Words."])]
