"""The draft in a Markdown report: each claim with what speaks for and against it, and every quotation."""

from collections import Counter

from counterpoint.engine.checks import DraftCheck, DraftFinding, QuotationCheck, QuotationFinding
from counterpoint.engine.relations import Relation
from counterpoint.writers.blocks import WITHHELD, listed, name_of, quoted, repaired, sentence
from counterpoint.writers.comparisons import Arrangement
from counterpoint.writers.escapes import escape
from counterpoint.writers.levels import KEPT
from counterpoint.writers.phrases import counted, placed, sure

#: What each finding is called, in the order in which an editor wants to see them.
NAMES = {
    DraftFinding.CONTRADICTED: "Contradicted",
    DraftFinding.BOTH: "Supported and contradicted",
    DraftFinding.NOTHING: "Nothing found",
    DraftFinding.ONE_VOICE: "Supported by one voice only",
    DraftFinding.SUPPORTED: "Supported",
}
QUOTATION_NAMES = {
    QuotationFinding.ALTERED: "Altered",
    QuotationFinding.OTHER_SPEAKER: "Another speaker",
    QuotationFinding.NOT_FOUND: "Not found",
    QuotationFinding.TRIMMED: "Trimmed",
    QuotationFinding.EXACT: "Exact",
}


def draft_blocks(arrangement: Arrangement) -> list[str]:
    """Paragraphs, headings and lists, to be parted by empty lines; none where there is no draft."""
    if not arrangement.checks:
        return []
    counts = Counter(check.finding for check in arrangement.checks)
    told = [f"{name.casefold()}: {counts[finding]}" for finding, name in NAMES.items() if counts[finding]]
    blocks = ["## The draft", f"{counted(len(arrangement.checks), 'claim')}. {', '.join(told).capitalize()}."]
    for finding, name in NAMES.items():
        own = [check for check in arrangement.checks if check.finding is finding]
        if own:
            blocks.append(f"### {name}")
            for check in own:
                blocks += _checked(arrangement, check)
    return [*blocks, *_quotations(arrangement)]


def _checked(arrangement: Arrangement, check: DraftCheck) -> list[str]:
    entry, claim = arrangement.entry(check.claim), arrangement.claim_of[check.claim]
    marks = {r.a for relation in check.against for r in relation.reasons if len(r.a)}
    block = f"> {quoted(entry, claim, sorted(marks))}{repaired(entry, claim.span)}"
    against = [_evidence(arrangement, "Against", relation) for relation in check.against]
    support = [_evidence(arrangement, "For", relation) for relation in check.support]
    voices = [f"Supported by {counted(check.voices, 'independent voice')}."] if check.voices else []
    return [block, *voices, *([listed([*against, *support])] if against or support else [])]


def _evidence(arrangement: Arrangement, side: str, relation: Relation) -> str:
    """One passage of a source as a list item: where, how sure, its words, why."""
    entry, claim = arrangement.entry(relation.b), arrangement.claim_of[relation.b]
    marks = sorted({r.b for r in relation.reasons if r.is_difference and len(r.b)})
    words = quoted(entry, claim, marks)
    why = " ".join(dict.fromkeys(f"{r.aspect.capitalize()}: {sentence(r.explanation)}" for r in relation.reasons))
    warning = f" **Caution**: {sentence(relation.warning)}" if relation.warning else ""
    kept = f", {KEPT}" if arrangement.is_kept(relation) else ""
    where = placed(entry.account.source, claim.span)
    head = f"**{side}**, {entry.letter} {name_of(entry)}{where} ({sure(relation.score)}{kept}). {why}{warning}"
    return f"{head}\n  > {words}{repaired(entry, claim.span)}"


def _quotations(arrangement: Arrangement) -> list[str]:
    found = arrangement.quotations
    lines = [_quotation(arrangement, q) for name in QUOTATION_NAMES for q in found if q.finding is name]
    return ["### Quotations in the draft", listed(lines)] if lines else []


def _quotation(arrangement: Arrangement, check: QuotationCheck) -> str:
    draft = arrangement.entry(check.claim).account.source
    words = WITHHELD if draft.confidential else f"“{escape(check.span.of(draft.text).rstrip(','))}”."
    line = f"**{QUOTATION_NAMES[check.finding]}**: {words} {sentence(check.explanation)}"
    if check.source is None:
        return line
    entry = arrangement.entry_of[check.source]
    place = f" {entry.letter} {name_of(entry)}"
    source = entry.account.source
    if check.finding is QuotationFinding.EXACT or check.b is None or source.confidential:
        return f"{line}{place}."
    return f"{line}{place}: “{escape(check.b.of(source.text).rstrip(','))}”."
