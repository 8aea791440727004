"""W3C Web Annotations in JSON-LD: findings, tags and notes for programs that annotate pages on the web.

https://www.w3.org/TR/annotation-model/: positions count code points, quotes have 32 characters of context on either
side. Two targets would not say that one conflicts with the other (section 3.2), so a finding is an annotation of one
passage whose body is the other.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from counterpoint.engine.claims import ClaimId
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Source
from counterpoint.writers.dossiers import Dossier
from counterpoint.writers.identities import identity
from counterpoint.writers.links import web_address
from counterpoint.writers.outlines import Outline, outline_of
from counterpoint.writers.phrases import sure, whole
from counterpoint.writers.remarks import Remark
from counterpoint.writers.topics import leading

CONTEXT = 32  # code points on either side of a quote, as the Hypothesis client has them
Object = dict[str, Any]


def annotation_report(dossier: Dossier) -> str:
    """An annotation collection as JSON text. What a confidential source says is no target and no body."""
    outline = outline_of(dossier)
    items = list(_Annotations(outline).all())
    collection: Object = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identity("collection", outline.title).urn,
        "type": "AnnotationCollection",
        "label": outline.title or "Comparison",
        "total": len(items),
        "first": {
            "id": identity("page", outline.title).urn,
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }
    # A line for each annotation: two exports can be compared, and thousands are written in half of the time.
    head, _, tail = json.dumps(collection, ensure_ascii=False, indent=1).rpartition("[]")
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"{head}[\n{lines}\n]{tail}\n"


class _Annotations:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._arrangement = outline.arrangement
        self._remarks = outline.remarks

    def all(self) -> Iterator[Object]:
        """Findings first, then what was said of claims, facts, passages and sources."""
        checks = self._arrangement.checks
        drafted = [relation for check in checks for relation in (*check.support, *check.against)]
        for relation in (*self._arrangement.relations, *drafted):
            yield from self._relation(relation)
        for claim in self._arrangement.claims:
            if remark := self._remarks.claims.get(claim.id):
                yield _annotation("claim", claim.id, [self._place(claim.id)], _said(remark))
        for fact in self._arrangement.facts:
            if remark := self._remarks.facts.get(fact.id):
                yield _annotation("fact", fact.id, [self._place(claim) for claim in fact.claims], _said(remark))
        for each in self._remarks.passages:
            source = self._arrangement.entry_of[each.source].account.source
            name = f"{source.id}:{each.span.start}-{each.span.end}"
            yield _annotation("passage", name, [_place(source, each.span)], _said(each.remark))
        for source_id, remark in self._remarks.sources.items():
            source = self._arrangement.entry_of[source_id].account.source
            yield _annotation("source", source.id, [_address(source)], _said(remark))

    def _relation(self, relation: Relation) -> Iterator[Object]:
        """The finding on its first side, or on the one that is not withheld."""
        sides = [c for c in (relation.a, relation.b) if not self._arrangement.entry(c).account.source.confidential]
        if not sides:
            return
        remark = self._remarks.relations.get(relation.id, Remark())
        other = [{**self._place(claim), "purpose": "linking"} for claim in sides[1:]]
        if not other:
            hidden = self._arrangement.entry(relation.b if sides[0] == relation.a else relation.a)
            other = [_body("linking", f"{hidden.title}: the words are withheld")]
        how = "by hand" if relation.id in self._remarks.by_hand else sure(relation.score)
        bodies = [
            *other,
            _body("classifying", f"{relation.kind}/{leading(relation).aspect}"),
            *(_body("describing", whole(reason.explanation)) for reason in relation.reasons),
            *([_body("describing", whole(relation.warning))] if relation.warning else []),
            _body("assessing", remark.verdict or f"{how}, not decided"),
            *_said(remark),
        ]
        # A hidden side's id leads to no text, but is not told either.
        name = relation.id if len(sides) > 1 else f"{sides[0]} {self._title(relation)} {relation.kind}"
        made = _annotation("relation", name, [self._place(sides[0])], bodies)
        made["motivation"] = ["linking", "assessing"]
        if remark.decided is not None:
            made["created"] = remark.decided.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield made

    def _title(self, relation: Relation) -> str:
        """What tells this relation of a claim with a confidential source from its others."""
        numbers = [self._arrangement.place[claim] for claim in (relation.a, relation.b)]
        return f"{self._arrangement.entry(relation.b).letter} {numbers}"

    def _place(self, claim: ClaimId) -> Object:
        return _place(self._arrangement.entry(claim).account.source, self._arrangement.claim_of[claim].span)


def _annotation(kind: str, name: str, targets: list[Any], bodies: list[Object]) -> Object:
    purposes = list(dict.fromkeys(body["purpose"] for body in bodies if body["purpose"] in ("tagging", "commenting")))
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identity(kind, name).urn,
        "type": "Annotation",
        "motivation": purposes or ["commenting"],
        "generator": {"type": "Software", "name": "Counterpoint"},
        "target": targets[0] if len(targets) == 1 else targets,
        "body": bodies,
    }


def _said(remark: Remark) -> list[Object]:
    notes: Iterable[Object] = (_body("commenting", note) | {"format": "text/markdown"} for note in remark.notes)
    return [*(_body("tagging", tag) for tag in remark.tags), *notes]


def _body(purpose: str, value: str) -> Object:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _address(source: Source) -> str:
    return web_address(source) or identity("text", source.id).urn


def _place(source: Source, span: Span) -> Object:
    """A passage, by its words and by its position in our text of the source."""
    text = source.text
    place: Object = {"type": "SpecificResource", "source": _address(source)}
    if source.retrieved is not None:
        place["state"] = {"type": "TimeState", "sourceDate": f"{source.retrieved.isoformat()}T00:00:00Z"}
    place["selector"] = [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    return place
