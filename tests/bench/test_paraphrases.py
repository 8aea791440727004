"""Paraphrases: another wording of the same meaning, one rule at a time."""

from collections.abc import Callable
from random import Random

import pytest

from counterpoint.engine.passages import Span
from tests.bench.planting import figures_written as figures
from tests.bench.planting import orders
from tests.bench.planting.paraphrases import Rule, paraphrase
from tests.bench.planting.traces import Trace
from tests.bench.planting.wordings import contracted, other_words


@pytest.mark.parametrize(
    ("rule", "sentence", "said"),
    [
        (orders.attribution_first, "The road is closed, police said.", "Police said that the road is closed."),
        (
            orders.attribution_first,
            "The road is closed, according to the mayor.",
            "According to the mayor, the road is closed.",
        ),
        (orders.attribution_last, "Police said the road is closed.", "The road is closed, police said."),
        (orders.attribution_gone, "The road is closed, police said.", "The road is closed."),
        (
            orders.attribution_reworded,
            "The road is closed, according to the mayor.",
            "The road is closed, the mayor said.",
        ),
        (
            orders.attribution_added,
            "The road to the port is closed.",
            "The road to the port is closed, authorities said.",
        ),
        (orders.time_first, "A bridge fell on Monday night.", "On Monday night, a bridge fell."),
        (orders.time_last, "On Monday, a bridge fell.", "A bridge fell on Monday."),
        (orders.trimmed_tail, "A bridge fell near the old mill, which was closed.", "A bridge fell near the old mill."),
        (orders.trimmed_inner, "The pilot, who was alone, landed in a field.", "The pilot landed in a field."),
        (orders.clause_last, "After the storm, the ferry stayed in port.", "The ferry stayed in port after the storm."),
        (
            orders.clause_first,
            "The ferry was moored before the storm came.",
            "Before the storm came, the ferry was moored.",
        ),
        (orders.active, "Jane Roe was arrested by police.", "Police arrested Jane Roe."),
        (orders.other_that, "Police said that the road was closed.", "Police said the road was closed."),
        (orders.without_adverb, "The strikers also blocked a bridge.", "The strikers blocked a bridge."),
        (figures.other_figures, "The fire killed three horses.", "The fire killed 3 horses."),
        (figures.other_figures, "The fire killed 12 horses.", "The fire killed twelve horses."),
        (figures.other_money, "The club paid $5 million for him.", "The club paid 5 million dollars for him."),
        (figures.other_percent, "Turnout was 61%.", "Turnout was 61 percent."),
        (figures.other_date, "It opened on April 14, 2014.", "It opened on 14 April 2014."),
        (figures.other_clock, "It began at 6:30 p.m. in Rome.", "It began at 6:30pm in Rome."),
        (figures.other_age, "They held 24-year-old Jane Roe.", "They held Jane Roe, 24."),
        (contracted, "The crew did not reply.", "The crew didn't reply."),
        (contracted, "The crew didn’t reply.", "The crew did not reply."),
        (other_words, "The blaze spread.", "The fire spread."),
    ],
)
def test_a_rule_says_the_same_in_other_words(rule: Rule, sentence: str, said: str) -> None:
    trace = rule(Trace.of(sentence), Random(1))  # noqa: S311
    assert trace is not None
    assert trace.text == said


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (orders.time_first, "Police said the bridge fell on Monday."),  # who knows what was on Monday
        (orders.attribution_first, "Nokia is closing a plant, the union said."),  # a name's capital, or the sentence's
        (figures.other_figures, "The thieves fled along Route 66 yesterday."),
        (other_words, "A Small Blaze is a novel."),
        (contracted, "The crew replied at once."),
        (orders.attribution_added, "“The road is closed.”"),
    ],
)
def test_a_rule_leaves_alone_what_it_could_make_wrong(
    rule: Callable[[Trace, Random], Trace | None], sentence: str
) -> None:
    assert rule(Trace.of(sentence), Random(1)) is None  # noqa: S311


@pytest.mark.parametrize("seed", range(25))
def test_kept_words_stand_unchanged_however_the_sentence_is_told(seed: int) -> None:
    sentence = "On Monday, three children were injured in a fire that began at 6:30 p.m. near the port, police said."
    kept = [Span(sentence.index(words), sentence.index(words) + len(words)) for words in ("three", "6:30 p.m.")]
    trace = paraphrase(sentence, Random(seed), kept)  # noqa: S311
    assert trace.text != sentence
    for span in kept:
        place = trace.place(span)
        assert place is not None
        assert place.of(trace.text).lower() == span.of(sentence).lower()
