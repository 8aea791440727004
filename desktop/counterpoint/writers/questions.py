"""What is still open: conflicts that nobody has decided, what a draft has not yet been checked for, what notes ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from counterpoint.engine.checks import DraftFinding, QuotationFinding
from counterpoint.writers.outlines import NAMED, WORDS_LENGTH, Outline
from counterpoint.writers.phrases import shortened
from counterpoint.writers.remarks import OPEN, Checked, Remark

_TO_ASK = {
    DraftFinding.CONTRADICTED: "is contradicted",
    DraftFinding.BOTH: "is supported and contradicted",
    DraftFinding.NOTHING: "is told by no source",
    DraftFinding.ONE_VOICE: "is told by one voice only",
}
_QUOTED = {
    QuotationFinding.ALTERED: "is not what the source has",
    QuotationFinding.OTHER_SPEAKER: "is by another speaker",
    QuotationFinding.NOT_FOUND: "is in no source",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be settled: what it is about, in words of ours, the words of a text or a note, "" for none, and why.

    The text's words stand between `about` and `why`.
    """

    about: str
    words: str
    why: str


def find_questions(outline: Outline) -> tuple[Question, ...]:
    """Those of the draft first, then conflicts, then what notes ask, each in the order of the report."""
    return (*_of_draft(outline), *_of_conflicts(outline), *_of_notes(outline))


def _of_draft(outline: Outline) -> Iterator[Question]:
    arrangement = outline.arrangement
    for check in arrangement.checks:
        status = outline.remarks.statuses.get(check.claim, Checked("to_check")).status
        why = _TO_ASK.get(check.finding)
        if why and status in OPEN:
            words = shortened(arrangement.claim_of[check.claim].text, 2 * WORDS_LENGTH)
            yield Question("The draft", words or "words withheld", why)
    for quotation in arrangement.quotations:
        why = _QUOTED.get(quotation.finding)
        status = outline.remarks.statuses.get(quotation.claim, Checked("to_check")).status
        if why and status in OPEN:
            text = arrangement.entry(quotation.claim).account.source.text
            words = shortened(quotation.span.of(text), 2 * WORDS_LENGTH)
            yield Question("The draft’s quotation", words or "words withheld", why)


def _of_conflicts(outline: Outline) -> Iterator[Question]:
    for number, topic in enumerate(outline.conflicts, 1):
        rulings = [outline.remarks.relations.get(r.id, Remark()).verdict for r in topic.relations]
        undecided = sum(ruling in ("", "unsure") for ruling in rulings)
        if undecided:
            said = [words or "words withheld" for words in outline.differing(topic)]
            words = " / ".join(said[:NAMED] + ["…"] * (len(said) > NAMED))
            is_unsure = "unsure" in rulings
            how = "unsure" if is_unsure else "not decided"
            yield Question(f"Conflict {number} ({outline.letters(topic.claims)})", words, how)


def _of_notes(outline: Outline) -> Iterator[Question]:
    """Notes with a question mark in them, in the order of the sources."""
    remarks = outline.remarks
    order = outline.arrangement.place
    on_claims = sorted(remarks.claims.items(), key=lambda each: order[each[0]])
    on_facts = (remarks.facts[f.id] for f in outline.arrangement.facts if f.id in remarks.facts)
    on_relations = (remarks.relations.get(r.id, Remark()) for r in outline.arrangement.relations)
    on_sources = (remarks.sources.get(e.account.source.id, Remark()) for e in outline.arrangement.entries)
    said = (*on_relations, *(remark for _, remark in on_claims), *on_facts, *(p.remark for p in remarks.passages))
    for remark in (*said, *on_sources):
        for note in remark.notes:
            asked = next((line for line in note.split("\n") if "?" in line), "")
            if asked:
                yield Question("A note asks", shortened(asked, 3 * WORDS_LENGTH), "")
