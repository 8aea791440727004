"""A sentence said otherwise: the same meaning by general rules, some of its words kept as they are."""

from collections.abc import Callable, Sequence
from itertools import chain
from random import Random

from counterpoint.engine.passages import Span
from tests.bench.planting import figures_written as figures
from tests.bench.planting import orders
from tests.bench.planting.traces import Trace
from tests.bench.planting.wordings import contracted, other_words

Rule = Callable[[Trace, Random], Trace | None]

#: What moves or drops parts of the sentence: one of them at most; what writes a word otherwise: several may.
ORDERS: tuple[Rule, ...] = (
    orders.attribution_first, orders.attribution_last, orders.attribution_gone, orders.attribution_reworded,
    orders.time_first, orders.time_last, orders.trimmed_tail, orders.active, orders.trimmed_inner, orders.clause_first,
    orders.clause_last,
)  # fmt: skip
SPELLINGS: tuple[Rule, ...] = (
    figures.other_figures, figures.other_money, figures.other_percent, figures.other_date, figures.other_clock,
    figures.other_age, orders.without_adverb, orders.other_that, contracted, other_words, other_words, other_words,
)  # fmt: skip
_MOST_SPELLINGS = 3


def paraphrase(text: str, chance: Random, kept: Sequence[Span]) -> Trace:
    """The sentence said otherwise as far as the rules can; the words of the kept spans stand in it unchanged."""
    trace = Trace.of(text)
    used = 0
    for rule in chain(_mixed(ORDERS, chance), _mixed(SPELLINGS, chance)):
        is_order = rule in ORDERS
        if (is_order and used) or used > _MOST_SPELLINGS:
            continue
        said = rule(trace, chance)
        if said is not None and said.text != trace.text and all(said.place(span) for span in kept):
            trace, used = said, used + 1
    if not used and (said := orders.attribution_added(trace, chance)):
        return said
    return trace


def _mixed(rules: Sequence[Rule], chance: Random) -> list[Rule]:
    return chance.sample(rules, len(rules))
