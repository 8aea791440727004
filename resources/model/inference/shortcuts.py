# ruff: noqa: PLR2004
"""What a bag of words knows of the label from one side alone.

Run: `python resources/model/inference/shortcuts.py FOLDER/train.jsonl.gz`.

Chance is a third; a model that does much better than chance reads the label off cue words. Needs scikit-learn.
"""

import argparse
import gzip
import json
import random
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline


def main() -> None:
    """Prints the accuracy per origin and side, on a fifth of the pairs kept out by hypothesis or premise."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--most", type=int, default=30000)
    args = parser.parse_args()
    with gzip.open(args.pairs, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    groups = {"frames": [], "edited": [], "flipped": [], "public": []}
    for row in rows:
        origin = row["source"].partition(".")[0]
        groups[origin if origin in groups else "public"].append(row)
    for name, group in groups.items():
        random.Random(1).shuffle(group)  # noqa: S311 - repeatable, not secret
        found = group[: args.most]
        for side in ("hypothesis", "premise"):
            if len(found) < 500:
                continue
            texts = sorted({r[side] for r in found})
            kept = set(texts[::5])
            train, test = ([r for r in found if (r[side] in kept) == held] for held in (False, True))
            model = make_pipeline(
                CountVectorizer(ngram_range=(1, 2), min_df=3), LogisticRegression(C=0.1, max_iter=200)
            )
            model.fit([r[side] for r in train], [r["label"] for r in train])
            right = model.score([r[side] for r in test], [r["label"] for r in test])
            print(f"{name:8} {side:10} only: {right:.3f} of {len(test)}", flush=True)


if __name__ == "__main__":
    main()
