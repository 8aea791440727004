# ruff: noqa: PLR2004
"""Makes the training pairs.

Run: `python resources/model/inference/make_pairs.py --out FOLDER [--public FOLDER] [--per-frame N] [--seed N]`.

From the frames: for each wording one pair of each label, so that neither side alone gives the label away. From the
public sets (JSON lines with premise, hypothesis, label; README.md lists them): the pairs themselves, and the same
kinds of changes made to their sentences. The same seed gives the same pairs.
"""

import argparse
import gzip
import json
import math
import random
from collections import Counter
from collections.abc import Callable
from multiprocessing import Pool
from pathlib import Path

from edits import OVERLAP, edited, flipped, learn_opposites, overlap
from frames import Fill, Frame, Story, Text, any_wording, changeable, label, read

WORDNET = Path(__file__).parents[2] / "words" / "wordnet.json"
TRIES = 12
DOUBLE = 0.12  # the share of hypotheses that hold two facts
CAPTIONS = 5000  # sentences of each caption set that are edited
KEPT = 0.012  # the share of public premises kept from training
ASSERT = [
    "Officials confirmed that {x}.",
    "It emerged that {x}.",
    "{X}, officials confirmed.",
    "Police said {x}.",
    "It turned out that {x}.",
    "There is no doubt that {x}.",
    "No one disputes that {x}.",
    "Contrary to earlier reports, {x}.",
    "It was confirmed that {x}.",
    "According to a statement, {x}.",
    "{X}, according to local media.",
    "A witness said that {x}.",
    "Sources said {x}.",
]
DENY = [
    "Officials denied that {x}.",
    "It is not true that {x}.",
    "Police rejected claims that {x}.",
    "Reports that {x} are false.",
    "Authorities ruled out that {x}.",
    "A spokesman said it was untrue that {x}.",
    "The claim that {x} turned out to be wrong.",
    "It was wrongly reported that {x}.",
    "A spokeswoman dismissed a report that {x}.",
    "Nobody can say that {x}, because it is false.",
]
OPEN = [
    "It is not clear whether {x}.",
    "Police are trying to find out whether {x}.",
    "Officials could not say whether {x}.",
    "It was not immediately known whether {x}.",
    "Rumors that {x} could not be confirmed.",
    "A spokesman declined to say whether {x}.",
    "The question is whether {x}.",
    "Some fear that {x}.",
    "It is possible that {x}.",
]
JOINS = [
    "{a} {b}",
    "{a} {b}",
    "{A}, and {b}",
    "{A}, while {b}",
    "{A}; {b}",
    "{A}, and officials said {b}",
    "{A} as {b}",
]
TRIMMINGS = [
    ", officials said",
    ", police said",
    ", according to reports",
    ", it was announced",
    ", local media reported",
    " in a case that has drawn attention",
    ", a statement said",
    ", sources said",
    " amid intense public interest",
    ", it emerged",
]
SHORT = [
    ("is not", "isn't"),
    ("are not", "aren't"),
    ("was not", "wasn't"),
    ("were not", "weren't"),
    ("did not", "didn't"),
    ("does not", "doesn't"),
    ("do not", "don't"),
    ("has not", "hasn't"),
    ("have not", "haven't"),
    ("had not", "hadn't"),
    ("will not", "won't"),
    ("could not", "couldn't"),
    ("would not", "wouldn't"),
    ("cannot", "can't"),
]
PUBLIC = {
    "cad_nli_train": 9000,
    "conjnli_adv15k_train": 15000,
    "scone_train": 3000,
    "seminli_base_wiki_train": 3000,
    "seminli_sim_wiki_train": 7000,
    "seminli_translate_wiki_train": 7000,
    "snli_train_100k": 100000,
    "snli_train_sub_extra": 27000,
    "curriculum_boolean_train": 500,
    "curriculum_comparative_train": 500,
    "curriculum_conditional_train": 500,
    "curriculum_counting_train": 500,
    "curriculum_negation_train": 500,
    "curriculum_quantifier_train": 500,
}
UNRELATED = ("snli", "seminli_sim", "seminli_base", "seminli_translate", "cad")
EDITED = ("conjnli", "seminli", "snli", "cad")
Pair = tuple[str, str, str]


class Maker:
    """Pairs from one story."""

    def __init__(self, story: Story, rng: random.Random, *, held: bool, use: Callable[[Frame], bool]) -> None:
        self.story, self.rng, self.held = story, rng, held
        self.frames = [f for f in story.frames.values() if use(f)]

    def away(self, frame: Frame, *also: Frame, sentence: bool = False) -> Frame | None:
        """Another fact of the story, often one that is easily taken for this."""
        near = [f for f in frame.near if not also] if self.rng.random() < 0.45 else []
        own = self.story.frames[frame.parent] if frame.parent else None
        others = near or [f for f in self.frames if self.story.independent(f, frame)] + (
            [own] if own and not also else []
        )
        others = [f for f in others if all(self.story.independent(f, g) for g in also)]
        if sentence:
            others = [f for f in others if any(w.endswith(".") for _, w in f.wordings)]
        return self.rng.choice(others) if others else None

    def against(self, base: Text, *, swap: bool) -> tuple[Text, bool] | None:
        """A wording that excludes the base, and whether only a slot was changed."""
        frame = base.frame
        for _ in range(TRIES):
            others = frame.states - {base.state}
            if others and self.rng.random() < 0.55:
                other, slot_only = any_wording(frame, base.fill, self.rng, others), False
            else:
                slots = changeable(base)
                fill = base.fill.changed(frame, self.rng.choice(slots)) if slots else None
                if fill is None:
                    continue
                other, slot_only = any_wording(frame, fill, self.rng, {base.state}), True
            if label(*((other, base) if swap else (base, other))) == "contradiction":
                return other, slot_only
        return None

    def following(self, base: Text, *, swap: bool, both: bool = False) -> Text | None:
        """A wording from which the base follows (swap), or that follows from it."""
        unlike = base.text
        for _ in range(TRIES):
            other = any_wording(base.frame, base.fill, self.rng, {base.state}, unlike)
            pair = (other, base) if swap else (base, other)
            if (
                label(*pair) == "entailment"
                and (not both or label(*pair[::-1]) == "entailment")
                and other.text != base.text
            ):
                return other
        return None

    def open(self, base: Text, *, swap: bool) -> Text | None:
        """A wording that neither follows nor excludes: mostly another fact, else one that says less (or more)."""
        if self.rng.random() < 0.25:
            for _ in range(TRIES):
                other = any_wording(base.frame, base.fill, self.rng, {base.state})
                if label(*((other, base) if swap else (base, other))) == "neutral":
                    return other
        frame = self.away(base.frame)
        return any_wording(frame, base.fill, self.rng) if frame else None

    def joined(self, text: Text, *also: Frame) -> str:
        """The wording beside another fact of its story."""
        other = self.away(text.frame, *also, sentence=True)
        if other is None or not text.sentence:
            return self.trim(text)
        more = any_wording(other, text.fill, self.rng)
        if not more.sentence:
            return self.trim(text)
        return self.join(text.text, more.text)

    def join(self, one: str, two: str) -> str:
        a, b = (one, two) if self.rng.random() < 0.6 else (two, one)
        return self.rng.choice(JOINS).format(a=a, b=b, A=a[:-1])

    def trim(self, text: Text) -> str:
        """The wording with a phrase that says nothing more."""
        if text.sentence and self.rng.random() < 0.12:
            return text.text[:-1] + self.rng.choice(TRIMMINGS) + "."
        return text.text

    def wrap(self, text: Text | str, forms: list[str]) -> str:
        """The sentence within "officials denied that ...", say."""
        inner = (text if isinstance(text, str) else text.text)[:-1]
        return self.rng.choice(forms).format(x=inner, X=inner)

    def triple(self, frame: Frame) -> list[Pair]:
        """One pair of each label about one wording."""
        rng = self.rng
        base = any_wording(frame, Fill(rng, held=self.held), rng)
        swap = rng.random() < 0.65  # the base is the hypothesis
        wrapped = base.sentence and rng.random() < 0.16
        same, other, loose = (
            self.following(base, swap=swap, both=wrapped),
            self.against(base, swap=swap),
            self.open(base, swap=swap),
        )
        if same is None or other is None or loose is None:
            return []
        against, slot_only = other
        if wrapped and swap and all(t.sentence for t in (same, against, loose)):
            return self.reported(base, same, against, loose, slot_only=slot_only)
        texts = {"entailment": same, "contradiction": against, "neutral": loose}
        if not swap:
            shown = self.joined(base) if rng.random() < 0.2 else self.trim(base)
            return [(shown, t.text, name) for name, t in texts.items()]
        also = {"entailment": (), "contradiction": (), "neutral": (base.frame,)}
        pairs = []
        for name, t in texts.items():
            alone = t.frame is base.frame and name == "neutral"
            more = rng.random() < 0.3 and not alone
            pairs.append((self.joined(t, *also[name]) if more else self.trim(t), base.text, name))
        return pairs

    def reported(self, base: Text, same: Text, against: Text, loose: Text, *, slot_only: bool) -> list[Pair]:
        """The same with assertions, denials and open questions around the sentences."""
        rng = self.rng
        if rng.random() < 0.35:  # a denied hypothesis
            hypothesis = self.wrap(base, DENY)
            yes = self.wrap(same, DENY) if rng.random() < 0.5 else self.trim(against)
            no = self.wrap(same, ASSERT) if rng.random() < 0.4 else self.trim(same)
            maybe = (
                self.wrap(loose if rng.random() < 0.5 else same, OPEN) if rng.random() < 0.5 else self.wrap(loose, DENY)
            )
        else:
            hypothesis = self.wrap(base, ASSERT) if rng.random() < 0.3 else base.text
            yes = self.wrap(same, ASSERT)
            no = self.wrap(same, DENY) if rng.random() < 0.6 else self.wrap(against, ASSERT)
            ways = [self.wrap(same, OPEN), self.wrap(loose, DENY), self.wrap(loose, ASSERT)]
            if slot_only:
                ways.append(self.wrap(against, DENY))
            maybe = rng.choice(ways)
        return [(yes, hypothesis, "entailment"), (no, hypothesis, "contradiction"), (maybe, hypothesis, "neutral")]

    def double(self, frame: Frame) -> list[Pair]:
        """A hypothesis of two facts: both hold, one is excluded, one is not told."""
        rng = self.rng
        fill = Fill(rng, held=self.held)
        one = any_wording(frame, fill, rng)
        other = self.away(frame, sentence=True)
        if other is None or other.parent:
            return []
        two = any_wording(other, fill, rng)
        same = self.following(one, swap=True), self.following(two, swap=True)
        against = self.against(one, swap=True)
        third = self.away(frame, other, sentence=True)
        if not (same[0] and same[1] and against and third and one.sentence and two.sentence):
            return []
        apart = any_wording(third, fill, rng)
        if not all(t.sentence for t in (*same, against[0], apart)):
            return []
        hypothesis = self.join(one.text, two.text)
        return [
            (self.join(same[0].text, same[1].text), hypothesis, "entailment"),
            (self.join(against[0].text, same[1].text), hypothesis, "contradiction"),
            (self.join(rng.choice(same).text, apart.text), hypothesis, "neutral"),
        ]


def shortened(text: str, rng: random.Random) -> str:
    """Contractions, as some outlets write."""
    if rng.random() < 0.3:
        for long, short in SHORT:
            text = text.replace(long, short)
    return text


def from_frames(job: tuple[str, str, int, str, int]) -> list[dict[str, str]]:
    """All pairs of one frame, for training or for one of the kept-out splits."""
    name, fact, count, split, seed = job
    rng = random.Random(f"{seed}:{split}:{name}.{fact}")  # noqa: S311 - repeatable, not secret
    story = read()[name]
    frame = story.frames[fact]
    if frame.held != (split == "frames"):
        return []
    maker = Maker(story, rng, held=split == "names", use=lambda f: split == "frames" or not f.held)
    rows = []
    for base, share in ((frame, 1.0), *((n, 0.25) for n in frame.near)):
        for _ in range(math.ceil(count * share)):
            pairs = maker.double(base) if rng.random() < DOUBLE and not base.parent else maker.triple(base)
            rows += [
                {
                    "premise": shortened(p, rng),
                    "hypothesis": shortened(h, rng),
                    "label": y,
                    "source": f"frames.{name}.{base.name}",
                }
                for p, h, y in pairs
            ]
    return rows


def public(folder: Path, rng: random.Random) -> list[dict[str, str]]:
    """The allowed sets, cleaned, with pairs made of their sentences."""
    rows: list[dict[str, str]] = []
    for name, most in PUBLIC.items():
        path = folder / f"{name}.jsonl.gz"
        if not path.exists():
            print(f"{name}: not found, left out")
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found = [
                {k: r[k] for k in ("premise", "hypothesis", "label")} | {"source": name} for r in map(json.loads, lines)
            ]
        rng.shuffle(found)
        for row in found[:most]:
            if (
                row["label"] == "contradiction"
                and name.startswith(UNRELATED)
                and overlap(row["premise"], row["hypothesis"]) < OVERLAP
            ):
                row["label"] = "neutral"
        rows += [r for r in found[:most] if r["label"] in ("entailment", "contradiction", "neutral")]
    return rows


def from_public(job: tuple[str, list[dict[str, str]], int]) -> list[dict[str, str]]:
    """Changed details and negations over the sentences of one public set."""
    name, rows, seed = job
    rng = random.Random(f"{seed}:{name}")  # noqa: S311 - repeatable, not secret
    captions = name.startswith("snli")
    turned: dict[str, list[Pair]] = {"entailment": [], "contradiction": [], "neutral": []}
    for row in rows:
        if rng.random() < (0.6 if captions else 0.9):
            new = flipped(row["premise"], row["hypothesis"], row["label"], rng)
            if new:
                turned[new[2]].append(new)
    least = min(map(len, turned.values()))
    made = [(pair, "flipped") for pairs in turned.values() for pair in rng.sample(pairs, k=least)]
    found = sorted({r["premise"] for r in rows})
    rng.shuffle(found)
    for i, text in enumerate(found[: CAPTIONS if captions else None]):
        others = found[max(0, i - 3) : i] + found[i + 1 : i + 4]
        made += [(pair, "edited") for pair in edited(text, others, rng)]
    return [{"premise": p, "hypothesis": h, "label": y, "source": origin} for (p, h, y), origin in made]


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """JSON lines, packed, without a date inside, so that the same pairs give the same bytes."""
    with (
        path.open("wb") as file,
        gzip.GzipFile(fileobj=file, mode="wb", mtime=0, filename="", compresslevel=1) as packed,
    ):
        for row in rows:
            packed.write((json.dumps(row, ensure_ascii=False) + "\n").encode())
    print(f"{path.name}: {len(rows)} {dict(sorted(Counter(r['label'] for r in rows).items()))}")


def main() -> None:
    """Writes train, frames (kept-out facts), names (kept-out fillers) and public (kept-out public pairs)."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--public", type=Path)
    parser.add_argument("--per-frame", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    splits = {"train": args.per_frame, "frames": max(args.per_frame // 7, 1), "names": max(args.per_frame // 60, 1)}
    jobs = [
        (name, fact, count, split, args.seed)
        for split, count in splits.items()
        for name, story in read().items()
        for fact in story.frames
    ]
    with Pool(args.workers) as pool:
        results = pool.map(from_frames, jobs, chunksize=1)
    made: dict[str, list[dict[str, str]]] = {split: [] for split in splits}
    for job, rows in zip(jobs, results, strict=True):
        made[job[3]] += rows
    if args.public:
        rng = random.Random(args.seed)  # noqa: S311 - repeatable, not secret
        rows = public(args.public, rng)
        kept = {p for p in sorted({r["premise"] for r in rows}) if rng.random() < KEPT}
        made["public"] = [r for r in rows if r["premise"] in kept]
        rows = [r for r in rows if r["premise"] not in kept]
        sets: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            if row["source"].startswith(EDITED):
                sets.setdefault(row["source"], []).append(row)
        learn_opposites(WORDNET, [r["premise"] for r in rows])  # before the workers start, so that they know them too
        with Pool(args.workers) as pool:
            edits = pool.map(from_public, [(name, found, args.seed) for name, found in sets.items()], chunksize=1)
        made["train"] += rows + [row for found in edits for row in found]
        rng.shuffle(made["train"])
    for split, rows in made.items():
        write(args.out / f"{split}.jsonl.gz", rows)


if __name__ == "__main__":
    main()
