"""The comparison for programs: DESIGN.md's JSON, version 1."""

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from counterpoint.engine.accounts import Comparison
from counterpoint.engine.checks import DraftCheck, QuotationCheck
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.facts import Fact
from counterpoint.engine.levels import Level
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationKind
from counterpoint.engine.sources import SourceId
from counterpoint.writers.comparisons import Arrangement, Entry, arrange, printable
from counterpoint.writers.remarks import NOTHING, PassageRemark, Remark, Remarks, permitted

VERSION = 1

Object = dict[str, Any]


def json_report(
    comparison: Comparison, paths: Mapping[SourceId, str | None], remarks: Remarks = NOTHING, title: str = ""
) -> str:
    """The comparison as JSON text. `paths` gives each source's path as given, in the order of display.

    `title` is the project's. `verdict`, `decided`, `tags` and `notes` of a thing are what a person has said of it;
    `passages` are words that are no claim and that something was said of.

    `level` tells how much is shown: of each kind from which probability on, and how right that was, on so many events
    that the program had not seen: of `shown` relations `right` were right, of `required` ones `found` were found.
    `kept` tells of a relation that it is too unsure for the level, and there because a person has dealt with it;
    `by_hand` of a claim or a relation that a person has made it, as `remarks` has it.

    Of a confidential source every text is empty and every span [0, 0), noise and details are left out, and its
    `confidential` is true.

    Raises:
        ValueError: `paths` names other sources than the comparison.
    """
    return json_of(arrange(comparison, paths), permitted(remarks, comparison), title)


def json_of(arrangement: Arrangement, remarks: Remarks, title: str) -> str:
    """The same, where the comparison is arranged already; the remarks are those that may leave."""
    report = _Ids(arrangement, remarks).report(title)
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


class _Ids:
    """The report of one arrangement, under ids that are short, and unique in the file."""

    def __init__(self, arrangement: Arrangement, remarks: Remarks) -> None:
        self._arrangement = arrangement
        self._remarks = remarks
        self._by_hand = remarks.by_hand
        self._sources = {e.account.source.id: f"s{n}" for n, e in enumerate(arrangement.entries, 1)}
        self._claims: dict[ClaimId, str] = {c.id: f"c{n}" for n, c in enumerate(arrangement.claims, 1)}

    def report(self, title: str) -> Object:
        relations, drafted = self._arrangement.relations, itertools.count(len(self._arrangement.relations) + 1)
        return {
            "format": "counterpoint-comparison",
            "version": VERSION,
            "title": title,
            "shares_little": self._arrangement.shares_little,
            "level": self._level(self._arrangement.level),
            "sources": [self._source(e) for e in self._arrangement.entries],
            "claims": [self._claim(c) for c in self._arrangement.claims],
            "relations": [self._relation(f"r{n}", r) for n, r in enumerate(relations, 1)],
            "facts": [self._fact(f"f{n}", f) for n, f in enumerate(self._arrangement.facts, 1)],
            "draft": [self._check(check, drafted) for check in self._arrangement.checks],
            "quotations": [self._quotation(check) for check in self._arrangement.quotations],
            "passages": [self._passage(each) for each in self._remarks.passages],
        }

    def _level(self, level: Level | None) -> Object | None:
        if level is None:
            return None
        return {"number": level.number, "name": level.name} | {
            kind.value: {"threshold": level.thresholds.of(kind), **asdict(level.measured(kind))}
            for kind in RelationKind
        }

    def _source(self, entry: Entry) -> Object:
        account, source = entry.account, entry.account.source
        return {
            "id": self._sources[source.id],
            "path": None if entry.path is None else printable(entry.path),
            "title": entry.title,
            "role": source.role,
            "outlet": source.outlet,
            "author": source.author,
            "url": source.url,
            "published": source.published and source.published.isoformat(),
            "retrieved": source.retrieved and source.retrieved.isoformat(),
            "sha256": source.sha256,
            "confidential": source.confidential,
            "compared": account.is_compared,
            "occasion": account.occasion,
            "text": source.text,
            "noise": [_span(n.span) | {"kind": n.kind} for n in account.noise],
            "repairs": [_span(r.span) | {"original": r.original} for r in source.repairs],
            "pages": list(source.pages),
            **_said(self._remarks.sources.get(source.id)),
        }

    def _claim(self, claim: Claim) -> Object:
        return {
            "id": self._claims[claim.id],
            "source": self._sources[claim.source],
            **_span(claim.span),
            "text": claim.text,
            "by_hand": claim.id in self._by_hand,
            "details": [{"aspect": d.aspect, **self._words(claim, d.span), "value": d.value} for d in claim.details],
            **_said(self._remarks.claims.get(claim.id)),
        }

    def _relation(self, name: str, relation: Relation) -> Object:
        return {
            "id": name,
            "a": self._claims[relation.a],
            "b": self._claims[relation.b],
            "kind": relation.kind,
            "score": round(relation.score, 4),
            "warning": relation.warning,
            "kept": self._arrangement.is_kept(relation),
            "by_hand": relation.id in self._by_hand,
            "reasons": [self._reason(relation, r) for r in relation.reasons],
            **_decided(self._remarks.relations.get(relation.id)),
        }

    def _reason(self, relation: Relation, reason: Reason) -> Object:
        claims = self._arrangement.claim_of
        return {
            "aspect": reason.aspect,
            "explanation": reason.explanation,
            "a": self._words(claims[relation.a], reason.a),
            "b": self._words(claims[relation.b], reason.b),
        }

    def _check(self, check: DraftCheck, numbers: Iterator[int]) -> Object:
        return {
            "claim": self._claims[check.claim],
            "finding": check.finding,
            **self._status(check),
            "voices": check.voices,
            "support": [self._relation(f"r{next(numbers)}", r) for r in check.support],
            "against": [self._relation(f"r{next(numbers)}", r) for r in check.against],
        }

    def _status(self, check: DraftCheck) -> Object:
        """The person's word, None where nobody has looked at the claim; changed, where it was said of other words."""
        checked = self._remarks.statuses.get(check.claim)
        if checked is None or (checked.made is None and not checked.was):
            return {"status": None, "status_by": None, "status_at": None, "checked_words": None}
        return {
            "status": checked.status,
            "status_by": checked.by or None,
            "status_at": checked.made and checked.made.isoformat(timespec="seconds"),
            "checked_words": checked.was or None,
        }

    def _quotation(self, check: QuotationCheck) -> Object:
        draft = self._arrangement.entry(check.claim).account.source.text
        source = self._arrangement.entry_of[check.source].account.source.text if check.source else ""
        return {
            "claim": self._claims[check.claim],
            **_span(check.span),
            "finding": check.finding,
            "explanation": check.explanation,
            "source": self._sources[check.source] if check.source else None,
            "a": None if check.a is None else _span(check.a) | {"text": check.a.of(draft)},
            "b": None if check.b is None else _span(check.b) | {"text": check.b.of(source)},
        }

    def _fact(self, name: str, fact: Fact) -> Object:
        claims = [self._claims[c] for c in fact.claims]
        said = _said(self._remarks.facts.get(fact.id))
        return {"id": name, "claims": claims, "state": fact.state, "voices": fact.voices, **said}

    def _passage(self, passage: PassageRemark) -> Object:
        source = self._arrangement.entry_of[passage.source].account.source
        words = {"source": self._sources[source.id], **_span(passage.span), "text": passage.span.of(source.text)}
        return words | _said(passage.remark)

    def _words(self, claim: Claim, span: Span) -> Object:
        return _span(span) | {"text": span.of(self._arrangement.entry(claim.id).account.source.text)}


def _said(remark: Remark | None) -> Object:
    said = remark or Remark()
    return {"tags": list(said.tags), "notes": list(said.notes)}


def _decided(remark: Remark | None) -> Object:
    said = remark or Remark()
    decided = said.decided.isoformat() if said.decided else None
    return {"verdict": said.verdict or None, "decided": decided, **_said(remark)}


def _span(span: Span) -> Object:
    return {"start": span.start, "end": span.end}
