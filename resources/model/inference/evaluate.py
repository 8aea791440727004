# ruff: noqa: PLR2004
"""Scores a model on folders of pairs (*.jsonl.gz).

Run: `python resources/model/inference/evaluate.py --model M.onnx --pairs FOLDER`.

Measuring sets are for measuring: nothing of them is trained on. Accuracy: where only contradiction and entailment
occur, which of the two is likelier; where it is asked only whether it is a contradiction, contradiction at argmax or
not; three-way sets, the argmax; others, entailment at argmax or not.
"""

import argparse
import gzip
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

LABELS = ("contradiction", "entailment", "neutral")
NO_CONFLICT = {"not_contradiction", "consistent_with_doc"}
LENGTH = 128
Scorer = Callable[[Sequence[tuple[str, str]]], np.ndarray]


def tokenizer(path: Path) -> Tokenizer:
    """The tokenizer, cutting the longer side at 128 tokens."""
    if path.suffix == ".json":
        found = Tokenizer.from_file(str(path))
        found.no_padding()
    else:
        from tokenizers import BertWordPieceTokenizer

        found = BertWordPieceTokenizer(str(path), lowercase=True)._tokenizer  # noqa: SLF001
    found.enable_truncation(LENGTH, strategy="longest_first")
    return found


def batch(encodings: Sequence) -> dict[str, np.ndarray]:
    """Encodings padded to the longest."""
    longest = max(len(e.ids) for e in encodings)
    arrays = {
        k: np.zeros((len(encodings), longest), np.int64) for k in ("input_ids", "attention_mask", "token_type_ids")
    }
    for i, e in enumerate(encodings):
        arrays["input_ids"][i, : len(e.ids)] = e.ids
        arrays["attention_mask"][i, : len(e.ids)] = 1
        arrays["token_type_ids"][i, : len(e.ids)] = e.type_ids
    return arrays


def in_batches(
    pairs: Sequence[tuple[str, str]], tokens: Tokenizer, run: Callable[[dict[str, np.ndarray]], np.ndarray], size: int
) -> np.ndarray:
    """Logits of the pairs, computed by length and returned in order."""
    encodings = tokens.encode_batch(list(pairs))
    order = sorted(range(len(pairs)), key=lambda i: len(encodings[i].ids))
    logits = np.zeros((len(pairs), len(LABELS)), np.float32)
    for at in range(0, len(order), size):
        part = order[at : at + size]
        logits[part] = run(batch([encodings[i] for i in part]))
    return logits


def onnx_scorer(path: Path, tokens: Tokenizer, threads: int = 2) -> Scorer:
    """Logits by an exported model."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else it reports to its maker
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return lambda pairs: in_batches(pairs, tokens, lambda b: session.run(["logits"], b)[0], 32)


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the ROC curve, ties shared."""
    if positive.all() or not positive.any():
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    n, m = int(positive.sum()), int((~positive).sum())
    return float((ranks[positive].sum() - n * (n + 1) / 2) / (n * m))


def accuracy(gold: Sequence[str], logits: np.ndarray) -> float:
    """By the rule that the set's labels ask for."""
    labels, guess = set(gold), logits.argmax(1)
    if labels <= {"contradiction", "entailment"}:
        right = (logits[:, 0] > logits[:, 1]) == np.array([g == "contradiction" for g in gold])
    elif labels <= {"contradiction"} | NO_CONFLICT:
        right = (guess == 0) == np.array([g == "contradiction" for g in gold])
    elif "contradiction" in labels:
        right = np.array([LABELS[k] == g for k, g in zip(guess, gold, strict=True)])
    else:
        right = (guess == 1) == np.array([g in ("entailment", "paraphrase", "yes") for g in gold])
    return float(right.mean())


def figures(gold: Sequence[str], logits: np.ndarray) -> dict[str, float]:
    """Accuracy, and precision, recall and F1 of contradiction at argmax, with its AUC."""
    is_contradiction = np.array([g == "contradiction" for g in gold])
    called = logits.argmax(1) == 0
    hits = int((called & is_contradiction).sum())
    precision, recall = hits / max(int(called.sum()), 1), hits / max(int(is_contradiction.sum()), 1)
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    p = shifted[:, 0] / shifted.sum(1)
    return {
        "rows": len(gold),
        "contradictions": int(is_contradiction.sum()),
        "accuracy": accuracy(gold, logits),
        "called": float(called.mean()),
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
        "auc": auc(p, is_contradiction),
    }


def judged(path: Path, score: Scorer) -> dict[str, float]:
    """Real pairs judged conflict or not: the lower of the two directions' contradiction probabilities as score."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    both = score([(r["a"], r["b"]) for r in rows] + [(r["b"], r["a"]) for r in rows])
    p = np.exp(both - both.max(1, keepdims=True))
    p = (p / p.sum(1, keepdims=True))[:, 0]
    low = np.minimum(p[: len(rows)], p[len(rows) :])
    gold = np.array([bool(r["conflict"]) for r in rows])
    kept = low > 0.5
    hits = int((kept & gold).sum())
    return {
        "rows": len(rows),
        "contradictions": int(gold.sum()),
        "accuracy": float((kept == gold).mean()),
        "called": float(kept.mean()),
        "precision": hits / max(int(kept.sum()), 1),
        "recall": hits / max(int(gold.sum()), 1),
        "f1": 2 * hits / max(int(kept.sum()) + int(gold.sum()), 1),
        "auc": auc(low, gold),
    }


def read_pairs(path: Path, most: int | None = None) -> list[dict[str, str]]:
    """The rows of a set, or its first so many."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return rows[:most]


def evaluate(folder: Path, score: Scorer, most: int | None = None) -> dict[str, dict[str, float]]:
    """Prints and returns the figures of each set in the folder."""
    found = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        rows = read_pairs(path, most)
        logits = score([(r["premise"], r["hypothesis"]) for r in rows])
        found[path.name.removesuffix(".jsonl.gz")] = figures([r["label"] for r in rows], logits)
    for path in sorted(folder.glob("judged*.json")):
        found[path.stem] = judged(path, score)
    for name, f in found.items():
        print(
            f"{name:38} n {f['rows']:5} ({f['contradictions']:4}) acc {f['accuracy']:.3f} called {f['called']:.3f} "
            f"P {f['precision']:.3f} R {f['recall']:.3f} F1 {f['f1']:.3f} AUC {f['auc']:.3f}",
            flush=True,
        )
    return found


def main() -> None:
    """Figures of an exported model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--vocab", type=Path, default=Path(__file__).parents[1] / "vocab.txt")
    parser.add_argument("--most", type=int)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    begun = time.perf_counter()
    found = evaluate(args.pairs, onnx_scorer(args.model, tokenizer(args.vocab)), args.most)
    print(f"{time.perf_counter() - begun:.0f} s")
    if args.json:
        args.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
