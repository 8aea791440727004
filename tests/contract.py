"""What acceptance demands of the JSON report: DESIGN.md's contract, sentence by sentence."""

from collections.abc import Iterator
from typing import Any

Object = dict[str, Any]

ASPECTS = {
    "quantity", "time", "name", "place", "role", "attribution", "polarity", "certainty", "quotation", "opposite",
    "scope", "cause", "wording", "inference",
}  # fmt: skip
DRAFT_FINDINGS = {"supported", "contradicted", "both", "one_voice", "nothing"}
QUOTATION_FINDINGS = {"exact", "trimmed", "altered", "other_speaker", "not_found"}
NOISE_KINDS = {"credit", "caption", "share", "advert", "byline", "label", "comment", "embed", "related"}


def check_contract(report: Object) -> None:
    """Asserts every sentence of the contract, version 1."""
    assert report["format"] == "counterpoint-comparison"
    assert report["version"] == 1
    assert {"sources", "claims", "relations", "facts", "draft", "quotations"} <= report.keys()
    ids = [thing["id"] for kind in ("sources", "claims", "relations", "facts") for thing in report[kind]]
    assert all(isinstance(name, str) and name for name in ids)
    assert len(set(ids)) == len(ids), "ids are unique in the file"
    sources = {s["id"]: s for s in report["sources"]}
    claims = {c["id"]: c for c in report["claims"]}
    for source in sources.values():
        _check_source(source)
    for claim in claims.values():
        _check_claim(claim, sources)
    _check_relations(report["relations"], claims, sources)
    for fact in report["facts"]:
        _check_fact(fact, claims, sources)
    _check_draft(report, claims, sources)


def _check_source(source: Object) -> None:
    assert source["role"] in {"source", "draft"}
    assert isinstance(source["title"], str)
    assert source["path"] is None or isinstance(source["path"], str)
    assert isinstance(source["text"], str)
    for noise in source["noise"]:
        assert noise["kind"] in NOISE_KINDS
        assert 0 <= noise["start"] < noise["end"] <= len(source["text"])
    if source.get("confidential"):
        assert source["title"], "a confidential source has its code as title"
        assert source["path"] is None
        assert source["text"] == ""


def _check_words(words: Object, source: Object) -> None:
    assert isinstance(words["start"], int)
    assert isinstance(words["end"], int)
    assert words["text"] == source["text"][words["start"] : words["end"]], "every text equals its slice"
    if source.get("confidential"):
        assert (words["start"], words["end"], words["text"]) == (0, 0, "")
    else:
        assert 0 <= words["start"] < words["end"] <= len(source["text"])


def _check_claim(claim: Object, sources: dict[str, Object]) -> None:
    source = sources[claim["source"]]
    _check_words(claim, source)
    for detail in claim["details"]:
        assert detail["aspect"] in ASPECTS
        assert isinstance(detail["value"], str)
        _check_words(detail, source)


def _check_relations(relations: list[Object], claims: dict[str, Object], sources: dict[str, Object]) -> None:
    pairs = [frozenset((r["a"], r["b"])) for r in relations]
    assert len(set(pairs)) == len(pairs), "at most one relation per pair of claims"
    for relation in relations:
        a, b = claims[relation["a"]], claims[relation["b"]]
        assert sources[a["source"]]["role"] == sources[b["source"]]["role"] == "source", "the draft's are in draft"
        _check_relation(relation, (a, b), sources)


def _check_relation(relation: Object, claims: tuple[Object, Object], sources: dict[str, Object]) -> None:
    assert relation["kind"] in {"match", "conflict"}
    assert 0 <= relation["score"] <= 1
    assert claims[0]["source"] != claims[1]["source"], "never within one source"
    assert relation["reasons"], "no finding without its reason"
    assert any(r["aspect"] != "inference" for r in relation["reasons"]), "inference is never alone"
    for reason in relation["reasons"]:
        assert reason["aspect"] in ASPECTS
        assert len(reason["explanation"]) >= 10
        for words, claim in zip((reason["a"], reason["b"]), claims, strict=True):
            _check_words(words, sources[claim["source"]])
            assert claim["start"] <= words["start"] <= words["end"] <= claim["end"], "within its relation's claims"
    if relation["kind"] == "conflict" and not any(sources[c["source"]].get("confidential") for c in claims):
        _check_differences(relation["reasons"], claims)


def _check_differences(reasons: list[Object], claims: tuple[Object, Object]) -> None:
    for reason in reasons:
        a, b = (" ".join(reason[side]["text"].casefold().split()) for side in ("a", "b"))
        assert a != b, "a conflict's reasons are its differences"
    assert any(len(r["a"]["text"]) < 0.8 * len(claims[0]["text"]) or len(claims[0]["text"]) < 40 for r in reasons), (
        "at least one points at part of its claim, not the whole"
    )


def _check_fact(fact: Object, claims: dict[str, Object], sources: dict[str, Object]) -> None:
    assert fact["state"] in {"consensus", "disputed", "single"}
    assert isinstance(fact["voices"], int)
    assert fact["claims"]
    assert len(set(fact["claims"])) == len(fact["claims"])
    origins = {claims[c]["source"] for c in fact["claims"]}
    told_by = {s for s in origins if sources[s]["role"] == "source"}
    assert 0 <= fact["voices"] <= len(told_by)
    if fact["state"] != "single":
        assert len(told_by) > 1, "one source alone neither agrees nor conflicts"


def _check_draft(report: Object, claims: dict[str, Object], sources: dict[str, Object]) -> None:
    for checked in report["draft"]:
        assert sources[claims[checked["claim"]]["source"]]["role"] == "draft"
        assert checked["finding"] in DRAFT_FINDINGS
        assert {"status", "support", "against"} <= checked.keys()
        for relation in (*checked["support"], *checked["against"]):
            _check_relation(relation, (claims[relation["a"]], claims[relation["b"]]), sources)
    for quotation in report["quotations"]:
        assert quotation["finding"] in QUOTATION_FINDINGS
        assert {"source", "a", "b"} <= quotation.keys()
        claim = claims[quotation["claim"]]
        assert claim["start"] <= quotation["start"] <= quotation["end"] <= claim["end"]


def texts(report: Object) -> Iterator[str]:
    """Every string in the report, wherever it stands: to look for what should not be in it."""
    things: list[Any] = [report]
    while things:
        thing = things.pop()
        if isinstance(thing, str):
            yield thing
        elif isinstance(thing, dict):
            things += [*thing.keys(), *thing.values()]
        elif isinstance(thing, list):
            things += thing
