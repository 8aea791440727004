"""How right the findings are on the development events: `python -m tests.bench.findings`.

The rankers have seen these events: the honest figures are those of cross-validation by event, which are printed too
where lightgbm and scikit-learn are installed. What the program gives as it is shipped shows that the whole gives what
the parts promise. The same is printed at every run, but for the times.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np

from counterpoint.engine.comparison import compare
from counterpoint.engine.knowledge import Knowledge
from counterpoint.engine.memories import Memory
from counterpoint.engine.relations import RelationKind
from counterpoint.resources import load_knowledge
from tests.bench.developments import FOLDER, Event, Gold, Stories, absence, events, scorer, stories
from tests.bench.figures import Figures, score_event, table, total
from tests.bench.floors import counts_of, hold
from tests.bench.reliabilities import reliability
from tests.bench.stages import Stages

if TYPE_CHECKING:
    from counterpoint.engine.accounts import Comparison
    from tests.bench.train_rankers import Learnt, Prepared

TRAINING = ("lightgbm", "sklearn")


@dataclass
class Compared:
    """One event as the shipped program compares it, what the scorer says of that, and what it read."""

    event: Event
    comparison: "Comparison"
    figures: Figures
    memory: Memory


def compare_all(
    knowledge: Knowledge, score: ModuleType, stages: Stages, some: Iterable[Event] | None = None
) -> list[Compared]:
    """Every development event, or some others, through the engine's one door."""
    knowledge.encoder(["The model is loaded at the first text."])
    found: list[Compared] = []
    for event in events() if some is None else some:
        memory, own = Memory(), Figures()
        stages.start()
        comparison = compare(event.sources, knowledge, stages, memory)
        stages.end()
        own.add(event, score_event(event, comparison, score))
        found.append(Compared(event, comparison, own, memory))
    return found


def can_learn() -> bool:
    """Whether what cross-validation needs is installed."""
    return all(find_spec(name) is not None for name in TRAINING)


def prepare_all(compared: Sequence[Compared], knowledge: Knowledge, score: ModuleType) -> "list[Prepared]":
    """The events for cross-validation, without reading them again."""
    from tests.bench.train_rankers import prepare

    return [prepare(one.event, knowledge.lexicon, knowledge.encoder, score, one.memory) for one in compared]


def learn(compared: Sequence[Compared], prepared: "Sequence[Prepared]", knowledge: Knowledge) -> "Learnt":
    """All that is learnt, of these and of our own stories, cross-validated; nothing is looked for twice."""
    from tests.bench.train_rankers import Learnt, judge

    own = compare_all(knowledge, scorer(), Stages(), stories(Stories.LEARNT))
    compared = [*compared, *own]
    prepared = [*prepared, *prepare_all(own, knowledge, scorer())]
    memories = {one.event.name: one.memory for one in compared}
    find = {name: partial(memory.find, lexicon=knowledge.lexicon) for name, memory in memories.items()}
    return Learnt(judge(prepared, lambda p: find[p.event.name])[1])


def main() -> None:
    """Prints what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was false")
    parser.add_argument("--ablation", action="store_true", help="also the figures without each comparator (minutes)")
    parser.add_argument("--pairs", action="store_true", help="also the figures on public sets of pairs (minutes)")
    parser.add_argument("--all", action="store_true", help="all of it")
    parser.add_argument("--floor", action="store_true", help="only whether a figure has fallen below what was reached")
    parser.add_argument("--raise", action="store_true", dest="is_raising", help="with --floor: keep what is better now")
    args = parser.parse_args()
    if sentence := absence():
        print(sentence)
        return
    if args.floor:
        sys.exit(_hold_floor(is_raising=args.is_raising))
    _print_figures(is_verbose=args.verbose, has_ablation=args.ablation or args.all)
    if args.pairs or args.all:
        _print_pairs()


def _print_figures(*, is_verbose: bool, has_ablation: bool) -> None:
    knowledge, score, stages = load_knowledge(), scorer(), Stages()
    compared = compare_all(knowledge, score, stages)
    each = [one.figures for one in compared]
    print(f"{len(compared)} events, {sum(len(one.event.sources) for one in compared)} articles, micro average.\n")
    print(table("as shipped (the rankers have seen these events)", each), end="\n\n")
    print(_shown_reliability(compared, score), end="\n\n")
    if not can_learn():
        print(f"Cross-validation and ablation need {' and '.join(TRAINING)}, which are not installed here.\n")
    else:
        prepared = prepare_all(compared, knowledge, score)
        _print_learnt(learn(compared, prepared, knowledge), score, len(compared), is_verbose=is_verbose)
        if has_ablation:
            from tests.bench.ablations import ablation

            print(ablation(prepared, knowledge.lexicon, score))
            print("\\* the change is not 0 in 95 % of resampled events.\n")
    held = [one.figures for one in compare_all(knowledge, score, Stages(), stories(Stories.HELD))]
    print(table("stories of our own that nothing was learnt from, as shipped", held), end="\n\n")
    print(stages.table(len(compared)), end="\n\n")
    if is_verbose:
        print("Stories:", total(held).listing(), "As shipped:", sep="\n")
        print(total(each).listing())


def _hold_floor(*, is_raising: bool) -> int:
    knowledge, score = load_knowledge(), scorer()
    compared = compare_all(knowledge, score, Stages())
    reached = {"as shipped": counts_of(total(one.figures for one in compared))}
    if can_learn():
        from tests.bench.train_rankers import LEAST

        learnt = learn(compared, prepare_all(compared, knowledge, score), knowledge)
        reached["cross-validated"] = counts_of(total(learnt.figures(LEAST, score, of=len(compared))))
    held = compare_all(knowledge, score, Stages(), stories(Stories.HELD))
    reached["stories, as shipped"] = counts_of(total(one.figures for one in held))
    return hold(reached, is_raising=is_raising)


def _print_learnt(learnt: "Learnt", score: ModuleType, events: int, *, is_verbose: bool) -> None:
    from tests.bench.train_rankers import LEAST

    each = learnt.figures(LEAST, score, of=events)
    print(table("cross-validated by event", each), end="\n\n")
    print(table("the same with our own stories", learnt.figures(LEAST, score)), end="\n\n")
    print(reliability("match, cross-validated", learnt.match.probabilities, learnt.is_match), end="\n\n")
    print(reliability("conflict, cross-validated", learnt.conflicts, learnt.is_conflict), end="\n\n")
    if is_verbose:
        print("Cross-validated:", total(each).listing(), sep="\n")


def _shown_reliability(compared: Sequence[Compared], score: ModuleType) -> str:
    """Of what the shipped program shows."""
    scores: dict[RelationKind, list[float]] = {kind: [] for kind in RelationKind}
    truth: dict[RelationKind, list[bool]] = {kind: [] for kind in RelationKind}
    for one in compared:
        claims = [claim for account in one.comparison.accounts for claim in account.claims]
        place = {claim.id: i for i, claim in enumerate(claims)}
        shown = one.comparison.relations
        labels = Gold(one.event, score).labels(claims, [place[r.a] for r in shown], [place[r.b] for r in shown])
        for relation, label in zip(shown, labels, strict=True):
            scores[relation.kind].append(relation.score)
            truth[relation.kind].append(relation.kind in label.kinds)
    return "\n\n".join(
        reliability(f"{kind}, as shipped", np.array(scores[kind]), np.array(truth[kind], dtype=bool))
        for kind in RelationKind
    )


def _print_pairs() -> None:
    """The folder's own program scores `counterpoint relate`."""
    command = [sys.executable, str(FOLDER / "score_pairs.py"), str(FOLDER / "pairs")]
    sys.stdout.flush()
    subprocess.run([*command, "--command", f"{sys.executable} -m counterpoint relate"], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
