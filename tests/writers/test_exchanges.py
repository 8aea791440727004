"""What other programs read: W3C Web Annotations, REFI-QDA."""

import io
import json
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import given

from counterpoint.engine.claims import Claim
from counterpoint.engine.comparison import Comparison
from counterpoint.engine.sources import SourceId
from counterpoint.writers.annotations import annotation_report
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.qdpx import NAMESPACE, qdpx_report
from counterpoint.writers.remarks import Remark, Remarks
from tests.writers.stories import GAZETTE, PATHS, POST, THIRTY_FIVE, story
from tests.writers.test_markdown import smuggled

etree: Any = import_module("lxml.etree")  # it has no types
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "refi" / "Project.xsd"))  # the official one, 1.0
Object = dict[str, Any]
Element = Any  # of lxml's


def items(dossier: Dossier) -> list[Object]:
    collection = json.loads(annotation_report(dossier))
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"])
    return collection["first"]["items"]


def places(thing: object) -> list[Object]:
    """All passages in an annotation."""
    if isinstance(thing, list):
        return [place for each in thing for place in places(each)]
    if isinstance(thing, dict):
        own = [thing] if "selector" in thing else []
        return own + [place for value in thing.values() for place in places(value)]
    return []


def check(annotations: list[Object], texts: dict[str, str]) -> None:
    """Asserts what the recommendation demands of an annotation, and that every quote is where it says."""
    assert len({each["id"] for each in annotations}) == len(annotations)
    for each in annotations:
        assert each["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert each["type"] == "Annotation"
        assert each["id"].startswith("urn:uuid:")
        assert each["target"]
        for place in places(each):
            quote, position = place["selector"]
            text = texts[place["source"]]
            start, end = position["start"], position["end"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert text[start:end] == quote["exact"] != ""
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_every_finding_is_an_annotation_of_one_passage_with_the_other_in_its_body() -> None:
    comparison = story()
    found = items(Dossier(comparison, PATHS))
    sources = {source for each in found for place in places(each) for source in [place["source"]]}
    ids = {source: text for source in sources for text in [_text(source, found, comparison)]}
    check(found, ids)
    assert len(found) == len(comparison.relations)
    for each in found:
        linked = [body for body in each["body"] if body["purpose"] == "linking"]
        assert len(linked) == 1
        assert linked[0]["source"] != each["target"]["source"]
        assert {"linking", "classifying", "describing", "assessing"} <= {body["purpose"] for body in each["body"]}


def _text(source: str, annotations: list[Object], comparison: Comparison) -> str:
    """The text that all quotes of a source are from."""
    quotes = [p["selector"][0]["exact"] for each in annotations for p in places(each) if p["source"] == source]
    (text,) = {a.source.text for a in comparison.accounts if all(quote in a.source.text for quote in quotes)}
    return text


def test_a_verdict_tags_and_notes_are_in_the_annotation() -> None:
    comparison = story()
    remark = Remark("confirmed", ("Toll",), ("Ask.",))
    remarks = Remarks(relations={comparison.relations[0].id: remark}, sources={POST.id: Remark(notes=("Whole.",))})
    found = items(Dossier(comparison, PATHS, remarks))
    told = [(body["purpose"], body["value"]) for each in found for body in each["body"] if "value" in body]
    assert {("assessing", "confirmed"), ("tagging", "Toll"), ("commenting", "Ask."), ("commenting", "Whole.")} <= set(
        told
    )
    assert found[-1]["target"] == POST.url
    assert found[-1]["motivation"] == ["commenting"]


def project(document: bytes) -> tuple[Element, dict[str, str]]:
    """The project, which the schema approves, and its texts by the ids of their sources."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        read = etree.fromstring(archive.read("project.qde"))
        texts = {Path(name).stem: archive.read(name).decode() for name in archive.namelist() if name[:8] == "sources/"}
    SCHEMA.assertValid(read)
    return read, texts


def all_of(read: Element, tag: str) -> list[Element]:
    return list(read.iter(f"{{{NAMESPACE}}}{tag}"))


def check_project(document: bytes) -> Element:
    """Asserts that ids are unique, that all that is referred to is there, and that selections are what they say."""
    read, texts = project(document)
    guids = [element.get("guid") for element in read.iter() if element.get("guid")]
    assert len(set(guids)) == len(guids)
    names = ("targetGUID", "originGUID")
    assert {element.get(name) for element in read.iter() for name in names} - {None} <= set(guids)
    for source in all_of(read, "TextSource"):
        guid = str(source.get("guid"))
        assert source.get("plainTextPath") == f"internal://{guid}.txt"
        for selection in source.findall(f"{{{NAMESPACE}}}PlainTextSelection"):
            start, end = int(str(selection.get("startPosition"))), int(str(selection.get("endPosition")))
            assert 0 <= start < end <= len(texts[guid])
    return read


def test_the_project_is_valid_and_links_are_its_findings() -> None:
    comparison = story()
    relation = next(r for r in comparison.relations if THIRTY_FIVE.id in (r.a, r.b))
    remarks = Remarks(
        relations={relation.id: Remark("confirmed", (), ("Ask.",))},
        claims={THIRTY_FIVE.id: Remark(tags=("Toll",), notes=("Count.",))},
        facts={comparison.facts[0].id: Remark(tags=("Fact",))},
        sources={POST.id: Remark(tags=("Post",))},
        colours={"Toll": "#009e73"},
    )
    read = check_project(qdpx_report(Dossier(comparison, PATHS, remarks, "Paris & co")))
    assert read.get("name") == "Paris & co"
    assert len(all_of(read, "Link")) == len(comparison.relations)
    assert {(code.get("name"), code.get("color")) for code in all_of(read, "Code")} == {
        ("Toll", "#009e73"), ("Fact", None), ("Post", None),
    }  # fmt: skip
    notes = [content.text or "" for content in all_of(read, "PlainTextContent")]
    assert any("Verdict: confirmed." in note and "“35 countries”" in note for note in notes)
    assert {"Ask.", "Count."} <= set(notes)
    assert [element.text for element in all_of(read, "DateValue")] == ["2025-09-05", "2025-09-08", "2026-01-07"]


def test_a_confidential_source_is_an_empty_text_and_two_exports_have_the_same_ids() -> None:
    dossier = Dossier(story(confidential=True), PATHS)
    document = qdpx_report(dossier)
    read, texts = project(document)
    check_project(document)
    hidden = next(s for s in all_of(read, "TextSource") if s.get("name") == "Confidential source C")
    assert len(hidden) == 0
    assert texts[str(hidden.get("guid"))] == ""
    assert GAZETTE.text.split("\n")[1] not in document.decode("latin-1")
    assert qdpx_report(dossier) == document


@given(smuggled())
def test_any_words_make_a_project_that_is_valid_and_annotations_that_are_true(
    case: tuple[Comparison, dict[SourceId, str | None], tuple[Claim, Claim]],
) -> None:
    comparison, paths, _ = case
    check_project(qdpx_report(Dossier(comparison, paths)))
    (found,) = items(Dossier(comparison, paths))
    exact = [place["selector"][0]["exact"] for place in places(found)]
    assert sorted(exact) == sorted(claim.text for account in comparison.accounts for claim in account.claims)
