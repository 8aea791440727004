"""Overviews in Markdown: what is still open, and the table of claims."""

import re
from collections.abc import Set
from dataclasses import replace

from counterpoint.engine.facts import FactState
from counterpoint.engine.relations import RelationKind
from counterpoint.engine.sources import Role
from counterpoint.writers.blocks import listed
from counterpoint.writers.escapes import escape
from counterpoint.writers.ledgers import Line, find_lines
from counterpoint.writers.outlines import Outline
from counterpoint.writers.phrases import shortened
from counterpoint.writers.questions import Question, find_questions

QUOTE_LENGTH = 120  # code points of a claim in the table
_HEADER = ("Fact", "Claim", "Words", "Conflicts with", "Agrees with", "Verdict")
_BAR = re.compile(r"(?<!\\)\|")


def question_blocks(outline: Outline) -> list[str]:
    """The heading and the list of what is open."""
    found = find_questions(outline)
    return ["## Open questions", listed(map(_asked, found)) if found else "None."]


def table_blocks(outline: Outline) -> list[str]:
    """The heading and the table of all claims of facts that more than one account tells; claims named as in "A4"."""
    every = find_lines(outline)
    drafted = {line.name for line in every if line.entry.account.source.role is Role.DRAFT}  # told of by itself
    lines = [_without(line, drafted) for line in every if line.name not in drafted]
    lines = [line for line in lines if line.fact.state is not FactState.SINGLE]
    if not lines:
        return []
    rows = [_HEADER, tuple("---" for _ in _HEADER), *map(_cells, lines)]
    return ["## Claims that more than one account makes", "\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _asked(question: Question) -> str:
    why = f" {question.why}" if question.why else ""
    if question.about.startswith("Conflict"):
        return f"{question.about}: {escape(question.words)}:{why}."
    stop = "." if why else ""
    words = escape(question.words)
    return f"{question.about}: {words if words.startswith('“') else f'“{words}”'}{why}{stop}"


def _without(line: Line, names: Set[str]) -> Line:
    return replace(line, links=tuple(link for link in line.links if link.other not in names))


def _cells(line: Line) -> tuple[str, ...]:
    words = escape(shortened(line.claim.text, QUOTE_LENGTH)) if line.claim.text else "*withheld*"
    verdicts = (f"{link.other}: {link.remark.verdict}" for link in line.links if link.remark.verdict)
    cells = (
        f"{line.number}, {line.fact.state}",
        line.name,
        words,
        _others(line, RelationKind.CONFLICT),
        _others(line, RelationKind.MATCH),
        ", ".join(verdicts),
    )
    return tuple(_BAR.sub(r"\\|", cell) for cell in cells)  # a bar in a span of code as well would end the cell


def _others(line: Line, kind: RelationKind) -> str:
    return ", ".join(link.other for link in line.links if link.kind is kind)
