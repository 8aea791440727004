"""Comparisons as reports show them: sources lettered in the order given, the confidential behind a code."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from counterpoint.engine.accounts import Account, Comparison
from counterpoint.engine.checks import DraftCheck, QuotationCheck
from counterpoint.engine.claims import Claim, ClaimId
from counterpoint.engine.drafts import check_draft
from counterpoint.engine.facts import Fact
from counterpoint.engine.levels import Level
from counterpoint.engine.relations import Relation
from counterpoint.engine.sources import Role, SourceId
from counterpoint.writers.phrases import letter, shortened, turned
from counterpoint.writers.redactions import redact

TITLE_LENGTH = 80  # code points of a claim that serve as title where a source has none


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as reports name it: letter, title (a code where it is confidential), path as given or None."""

    letter: str
    title: str
    path: str | None
    account: Account


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A comparison in the order of display, confidential words withheld.

    Entries stand in the order given; claims by entry and span; in a relation, `a` belongs to the earlier entry. Those
    with a draft stand in `checks` alone, where `a` is the draft's claim. `place` is a claim's index in `claims`;
    `level` the one that the relations were chosen at, None for none.
    """

    entries: tuple[Entry, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]
    checks: tuple[DraftCheck, ...]
    quotations: tuple[QuotationCheck, ...]
    shares_little: bool
    level: Level | None
    entry_of: Mapping[SourceId, Entry]
    claim_of: Mapping[ClaimId, Claim]
    place: Mapping[ClaimId, int]

    def is_kept(self, relation: Relation) -> bool:
        """Whether the relation is too unsure for the level, and there because a person has dealt with it."""
        return self.level is not None and not self.level.shows(relation)

    def entry(self, claim: ClaimId) -> Entry:
        """The entry of the claim's source."""
        return self.entry_of[self.claim_of[claim].source]

    def is_of_draft(self, claim: ClaimId) -> bool:
        """Whether the draft makes it."""
        return self.entry(claim).account.source.role is Role.DRAFT


def arrange(comparison: Comparison, paths: Mapping[SourceId, str | None]) -> Arrangement:
    """The comparison in the order of `paths`.

    Raises:
        ValueError: `paths` names other sources than the comparison.
    """
    accounts = {a.source.id: a for a in comparison.accounts}
    if paths.keys() != accounts.keys():
        raise ValueError("paths and comparison name different sources")
    codes = {source: f"Confidential source {letter(n)}" for n, source in enumerate(paths)}
    redacted = redact(comparison, codes)
    accounts = {a.source.id: a for a in redacted.accounts}
    entries = tuple(_entry(letter(n), accounts[source], path) for n, (source, path) in enumerate(paths.items()))
    claims = tuple(c for e in entries for c in sorted(e.account.claims, key=lambda c: c.span))
    place = {c.id: n for n, c in enumerate(claims)}
    text_of = {c.id: accounts[c.source].source.text for c in claims}
    drafts = {e.account.source.id for e in entries if e.account.source.role is Role.DRAFT}
    of_drafts = {c.id for c in claims if c.source in drafts}

    def oriented(relation: Relation) -> Relation:
        sides = [(claim not in of_drafts, place[claim]) for claim in (relation.a, relation.b)]
        return relation if sides[0] < sides[1] else turned(relation, text_of[relation.a], text_of[relation.b])

    relations = {relation.id: oriented(relation) for relation in redacted.relations}
    facts = (replace(f, claims=tuple(sorted(f.claims, key=place.__getitem__))) for f in redacted.facts)
    return Arrangement(
        entries=entries,
        claims=claims,
        relations=tuple(
            sorted(
                (r for r in relations.values() if not {r.a, r.b} & of_drafts), key=lambda r: (place[r.a], place[r.b])
            )
        ),
        facts=tuple(sorted(facts, key=lambda f: ([place[c] for c in f.claims], f.id))),
        checks=tuple(
            replace(
                check,
                support=tuple(relations[r.id] for r in check.support),
                against=tuple(relations[r.id] for r in check.against),
            )
            for check in sorted(check_draft(comparison), key=lambda check: place[check.claim])
        ),
        quotations=tuple(sorted(redacted.quotations, key=lambda check: (place[check.claim], check.span))),
        shares_little=redacted.shares_little,
        level=redacted.level,
        entry_of={e.account.source.id: e for e in entries},
        claim_of={c.id: c for c in claims},
        place=place,
    )


def _entry(letters: str, account: Account, path: str | None) -> Entry:
    source = account.source
    first = account.claims[0].text if account.claims else source.text.strip().split("\n")[0]
    title = source.title.strip() or shortened(first, TITLE_LENGTH) or "Untitled"
    return Entry(letters, title, None if source.confidential else path, account)


def printable(text: str) -> str:
    """The text, where what no text file can hold (half a character of a damaged file name) shows as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
