"""The draft in an HTML report: what the sources make of each of its claims and quotations."""

from counterpoint.engine.checks import DraftCheck, QuotationCheck
from counterpoint.engine.relations import Relation
from counterpoint.writers.drafts import NAMES, QUOTATION_NAMES
from counterpoint.writers.ledgers import status_of
from counterpoint.writers.outlines import Outline
from counterpoint.writers.pages import element, listed, words
from counterpoint.writers.phrases import counted, sure, whole

WITHHELD = "<em>The words are withheld.</em>"


def checklist(outline: Outline) -> list[str]:
    """Headings, quotes and lists as HTML; none where there is no draft."""
    checks = outline.arrangement.checks
    parts: list[str] = []
    for finding, name in NAMES.items():
        own = [check for check in checks if check.finding is finding]
        if own:
            parts += [element("h3", f"{name} ({len(own)})"), *(_checked(outline, check) for check in own)]
    found = outline.arrangement.quotations
    lines = [_quotation(outline, each) for finding in QUOTATION_NAMES for each in found if each.finding is finding]
    return [*parts, element("h3", "Quotations in the draft"), listed(lines)] if lines else parts


def _checked(outline: Outline, check: DraftCheck) -> str:
    entry, claim = outline.arrangement.entry(check.claim), outline.arrangement.claim_of[check.claim]
    quoted = WITHHELD if entry.account.source.confidential else words(claim.text)
    voices = f"Supported by {counted(check.voices, 'independent voice')}. " if check.voices else ""
    voices += f"Status: {status_of(outline, check.claim)}."
    against = [_evidence(outline, "Against", relation) for relation in check.against]
    support = [_evidence(outline, "For", relation) for relation in check.support]
    quote = element("blockquote", f'{quoted}<div class="by">{words(voices)}</div>')
    return element("div", quote, "sides") + listed([*against, *support], "why")


def _evidence(outline: Outline, side: str, relation: Relation) -> str:
    entry, claim = outline.arrangement.entry(relation.b), outline.arrangement.claim_of[relation.b]
    quoted = WITHHELD if entry.account.source.confidential else f"“{words(claim.text)}”"
    why = " ".join(dict.fromkeys(f"{r.aspect.capitalize()}: {whole(r.explanation)}" for r in relation.reasons))
    warning = f" Caution: {whole(relation.warning)}" if relation.warning else ""
    head = f"<strong>{side}</strong>, {entry.letter} {words(entry.title)} ({sure(relation.score)}):"
    return f"{head} {quoted} {words(why + warning)}"


def _quotation(outline: Outline, check: QuotationCheck) -> str:
    draft = outline.arrangement.entry(check.claim).account.source
    quoted = WITHHELD if draft.confidential else f"“{words(check.span.of(draft.text).rstrip(','))}”."
    entry = outline.arrangement.entry_of[check.source] if check.source else None
    place = f" {entry.letter} {words(entry.title)}." if entry else ""
    return f"<strong>{QUOTATION_NAMES[check.finding]}</strong>: {quoted} {words(whole(check.explanation))}{place}"
