"""How many planted contradictions are found: `python -m tests.bench.planted [--verbose] [--kind KIND]`.

Each article of the development events and of the sample is set beside copies of itself in which single facts were
changed and their sentences told otherwise. A plant is found when a conflict joins the changed claim with its original,
and named right when one reason points at the changed words on both sides. Copies that are only told otherwise, and
identical ones, must give no conflict. Nothing of the articles is written anywhere; every run gives the same figures.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from counterpoint.engine.comparison import compare
from counterpoint.engine.knowledge import Knowledge, Vectors
from counterpoint.engine.memories import Memory
from counterpoint.engine.passages import Span
from counterpoint.engine.relations import Reason, Relation, RelationKind
from counterpoint.engine.sources import Source, SourceId
from counterpoint.readers.files import read_file
from counterpoint.resources import load_knowledge, seeds
from tests.bench.developments import absence, events
from tests.bench.figures import RESAMPLES, SEED
from tests.bench.planting.choices import Article, choose, share_out
from tests.bench.planting.copies import Copy, Plant, changed_words, make_copy, make_paraphrase
from tests.bench.planting.passages import PLANTERS, find_passages

KINDS = tuple(PLANTERS)
#: How many code points a reason may be longer than the changed words: "25,000-30,000 Western troops" for "25,000".
_LONGER = 40
_COVERED = 0.5  # share of the changed words that a reason must cover
#: Of these kinds the changed words may be the auxiliary on one side only: "was freed" / "was not freed".
_ONE_SIDED = frozenset({"polarity", "certainty"})
_ORIGINAL, _COPY = SourceId("1 original"), SourceId("2 copy")


@dataclass
class Tally:
    """What became of the plants of one kind and one event."""

    planted: int = 0
    found: int = 0
    named: int = 0


@dataclass
class Outcome:
    """All that was counted in some pairs of accounts, and what a reader would look at."""

    tallies: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    pairs: int = 0
    paraphrased: int = 0
    elsewhere: int = 0
    echoes: int = 0
    lines: list[str] = field(default_factory=list)


def main() -> None:
    """Prints how many plants of each kind were found and named, and how many conflicts there were where none is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list what was missed, named wrong and false")
    parser.add_argument("--kind", choices=KINDS, help="only this kind, without the controls")
    args = parser.parse_args()
    if sentence := absence():
        print(sentence)
        return
    knowledge = load_knowledge()
    knowledge = replace(knowledge, encoder=remembering(knowledge.encoder))
    articles = read_articles(knowledge)
    chosen = choose(articles, (args.kind,) if args.kind else KINDS)
    changed, retold, same = Outcome(), Outcome(), Outcome()
    for article, choices in zip(articles, chosen, strict=True):
        memory, text = Memory(), article.source.text
        for batch in share_out(choices):
            judge(article, make_copy(text, batch), knowledge, memory, changed)
        if not args.kind:
            judge(article, make_paraphrase(text, article.passages), knowledge, memory, retold)
            judge(article, Copy(text, ()), knowledge, memory, same)
    print(table(changed))
    print(f"elsewhere in {changed.pairs} pairs: {changed.elsewhere} false, {changed.echoes} with another mention")
    if not args.kind:
        print(f"told otherwise, nothing changed: {retold.elsewhere} conflicts in {retold.pairs} pairs")
        print(f"identical: {same.elsewhere} conflicts in {same.pairs} pairs")
    if args.verbose:
        for title, outcome in (("changed", changed), ("told otherwise", retold), ("identical", same)):
            print("\n".join(f"{title}: {line}" for line in outcome.lines))


def remembering(encoder: Callable[[Sequence[str]], Vectors]) -> Callable[[Sequence[str]], Vectors]:
    """The encoder, asked once for each text."""
    known: dict[str, Vectors] = {}

    def encode(texts: Sequence[str]) -> Vectors:
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        if fresh:
            known.update(zip(fresh, encoder(fresh), strict=True))
        return np.stack([known[text] for text in texts]) if texts else encoder([])

    return encode


def read_articles(knowledge: Knowledge) -> list[Article]:
    """The articles of all events, the sample as one of them."""
    sources = [(event.name, source) for event in events() for source in event.sources]
    sources += [("sample", read_file(path)) for path in seeds()]
    return [
        Article(event, source, find_passages(source, knowledge.lexicon, f"{event} {number}"))
        for number, (event, source) in enumerate(sources)
    ]


def judge(article: Article, copy: Copy, knowledge: Knowledge, memory: Memory, outcome: Outcome) -> None:
    """Compares an article with a copy and counts what was found of its plants, and what else."""
    texts = article.source.text, copy.text
    comparison = compare((Source(_ORIGINAL, texts[0]), Source(_COPY, texts[1])), knowledge, memory=memory)
    spans = {claim.id: claim.span for account in comparison.accounts for claim in account.claims}
    conflicts = [r for r in comparison.relations if r.kind is RelationKind.CONFLICT]
    outcome.pairs += 1
    for plant in copy.plants:
        own = [r for r in conflicts if joins((spans[r.a], spans[r.b]), plant)]
        is_named = any(is_pointed(reason, plant, texts) for relation in own for reason in relation.reasons)
        tally = outcome.tallies[plant.kind, article.event]
        tally.planted += 1
        tally.found += bool(own)
        tally.named += is_named
        outcome.paraphrased += plant.is_paraphrased
        if not is_named:
            outcome.lines += _told(article.event, "named wrong" if own else "missed", plant, texts, own)
    for relation in conflicts:
        claims = spans[relation.a], spans[relation.b]
        if any(joins(claims, plant) for plant in copy.plants):
            continue
        is_echo = any(touches(reason, plant) for reason in relation.reasons for plant in copy.plants)
        outcome.echoes += is_echo
        outcome.elsewhere += not is_echo
        if not is_echo:
            words = [f"    {claim.of(text)}" for claim, text in zip(claims, texts, strict=True)]
            outcome.lines += [f"{article.event}: false: {relation.reasons[0].explanation}", *words]


def joins(claims: tuple[Span, Span], plant: Plant) -> bool:
    """Whether two claims are the plant's: its words in the original and in the copy."""
    return any(ours.overlaps(claims[0]) and theirs.overlaps(claims[1]) for ours, theirs in plant.words)


def is_pointed(reason: Reason, plant: Plant, texts: tuple[str, str]) -> bool:
    """Whether a reason's words on both sides are the changed ones, and not much more."""
    return any(_points(reason, pair, plant.kind, texts) for pair in plant.words)


def _points(reason: Reason, pair: tuple[Span, Span], kind: str, texts: tuple[str, str]) -> bool:
    cores = changed_words(pair[0].of(texts[0]), pair[1].of(texts[1]))
    covered: list[bool] = []
    for given, words, core in zip((reason.a, reason.b), pair, cores, strict=True):
        if not given.overlaps(words) or len(given) > len(words) + _LONGER:
            return False
        common = min(given.end, words.start + core.end) - max(given.start, words.start + core.start)
        covered.append(common >= _COVERED * len(core))
    changed = [is_covered for is_covered, core in zip(covered, cores, strict=True) if len(core)]
    return any(changed) if kind in _ONE_SIDED else all(changed)


def touches(reason: Reason, plant: Plant) -> bool:
    """Whether a reason points at changed words, of the copy or the original, beside another mention of the fact."""
    return any(reason.a.overlaps(ours) or reason.b.overlaps(theirs) for ours, theirs in plant.words)


def _told(event: str, what: str, plant: Plant, texts: tuple[str, str], own: Sequence[Relation]) -> list[str]:
    words = "; ".join(f"{ours.of(texts[0])} -> {theirs.of(texts[1])}" for ours, theirs in plant.words)
    why = "".join(f" | {reason.explanation}" for relation in own for reason in relation.reasons)
    lines = [f"    {span.of(text)}" for span, text in zip(plant.sentences, texts, strict=True)]
    return [f"{event}: {what} {plant.kind} ({plant.way}): {words}{why}", *lines]


def table(outcome: Outcome) -> str:
    """A row for each kind and one for all: planted, found, named, with the intervals over resampled events."""
    rows = [f"{'kind':10} planted  found  recall (95 %)           named  of the found (95 %)"]
    for kind in [*(kind for kind in KINDS if any(kind == told for told, _ in outcome.tallies)), "all"]:
        own = [(event, tally) for (told, event), tally in outcome.tallies.items() if kind in {told, "all"}]
        counts = _per_event(own)
        planted, found, named = counts.sum(axis=0)
        rows.append(
            f"{kind:10} {planted:7} {found:6}  {_share(counts[:, [1, 0]])} {named:6}  {_share(counts[:, [2, 1]])}"
        )
    rows.append(f"{outcome.paraphrased} stand in a sentence that is told otherwise")
    return "\n".join(rows)


def _per_event(own: Sequence[tuple[str, Tally]]) -> np.ndarray:
    """Planted, found and named: [events, 3]."""
    sums: dict[str, list[int]] = {}
    for event, tally in own:
        counts = sums.setdefault(event, [0, 0, 0])
        for i, count in enumerate((tally.planted, tally.found, tally.named)):
            counts[i] += count
    return np.array([sums[event] for event in sorted(sums)])


def _share(counts: np.ndarray) -> str:
    """The share that the first column is of the second, and the middle 95 % of it over resampled events."""
    drawn = np.random.default_rng(SEED).integers(0, len(counts), size=(RESAMPLES, len(counts)))
    sums = counts[drawn].sum(axis=1)
    low, high = np.quantile(sums[:, 0] / np.maximum(1, sums[:, 1]), [0.025, 0.975])
    whole = counts.sum(axis=0)
    return f"{whole[0] / max(1, whole[1]):.3f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    main()
