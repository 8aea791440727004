"""Trains the pair model.

Run: `python resources/model/inference/train.py --data FOLDER --start model.safetensors --out FOLDER --seconds N`.

FOLDER is what make_pairs.py wrote. The learning rate falls linearly over the time given, so a run ends when it should
on any machine. Measuring sets (`--measure FOLDER`) are printed, never trained on.
"""

import argparse
import gzip
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from encoder import LABELS, Encoder, start
from evaluate import Scorer, evaluate, figures, in_batches, read_pairs, tokenizer
from torch.nn import functional

WIDTHS = (16, 24, 32, 40, 48, 64, 80, 96, 128)
HELD = ("frames", "names", "public")
CHUNK = 50_000


class Pairs:
    """Tokenised pairs, kept on the device in tensors of a few widths."""

    def __init__(self, path: Path, vocab: Path, device: torch.device, most: int | None) -> None:
        tokens = tokenizer(vocab)
        self.device = device
        rows: dict[int, list[tuple[np.ndarray, int, int, int]]] = {w: [] for w in WIDTHS}
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts, labels = [], []
            for line in lines:
                row = json.loads(line)
                texts.append((row["premise"], row["hypothesis"]))
                labels.append(LABELS.index(row["label"]))
                if most and len(texts) >= most:
                    break
        self.count = len(texts)
        for at in range(0, len(texts), CHUNK):
            for i, e in enumerate(tokens.encode_batch_fast(texts[at : at + CHUNK])):
                ids = e.ids
                first = ids.index(102) + 1
                rows[next(w for w in WIDTHS if len(ids) <= w)].append(
                    (np.array(ids, np.int32), len(ids), first, labels[at + i])
                )
        self.ids, self.facts = {}, {}
        for width, found in rows.items():
            if found:
                ids = np.zeros((len(found), width), np.int32)
                for i, (row_ids, length, _, _) in enumerate(found):
                    ids[i, :length] = row_ids
                self.ids[width] = torch.from_numpy(ids).to(device)
                self.facts[width] = torch.tensor([f[1:] for f in found], dtype=torch.int32).to(device)

    def epoch(self, rng: random.Random, size: int) -> list[tuple[int, torch.Tensor]]:
        """Batches of one width each, in random order."""
        found = []
        for width, ids in self.ids.items():
            order = torch.randperm(len(ids), generator=torch.Generator().manual_seed(rng.randrange(2**31))).to(
                self.device
            )
            found += [(width, part) for part in order.split(size)]
        rng.shuffle(found)
        return found

    def batch(self, width: int, rows: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Ids, mask, types and labels."""
        ids, facts = self.ids[width][rows].long(), self.facts[width][rows].long()
        at = torch.arange(width, device=self.device)[None]
        mask = at < facts[:, :1]
        return ids, mask.long(), ((at >= facts[:, 1:2]) & mask).long(), facts[:, 2]


def scorer(model: Encoder, vocab: Path, device: torch.device) -> Scorer:
    """Logits by the model in training."""
    tokens = tokenizer(vocab)

    def run(arrays: dict[str, np.ndarray]) -> np.ndarray:
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16):
            moved = {k: torch.from_numpy(v).to(device) for k, v in arrays.items()}
            return model(**moved).float().cpu().numpy()

    return lambda pairs: in_batches(pairs, tokens, run, 512 if device.type == "cuda" else 32)


def held_out(
    folder: Path, score: Scorer, most: int | None
) -> tuple[dict[str, dict[str, float]], np.ndarray, np.ndarray]:
    """Figures on the pairs kept from training, with all their logits and labels."""
    found, logits, labels = {}, [], []
    for name in HELD:
        path = folder / f"{name}.jsonl.gz"
        rows = read_pairs(path, most) if path.exists() else []
        if rows:
            logits.append(score([(r["premise"], r["hypothesis"]) for r in rows]))
            labels.append(np.array([LABELS.index(r["label"]) for r in rows]))
            found[name] = figures([r["label"] for r in rows], logits[-1])
            print(
                f"  kept out by {name:7} n {len(rows):6} accuracy {found[name]['accuracy']:.3f} "
                f"contradiction F1 {found[name]['f1']:.3f}",
                flush=True,
            )
    return found, np.concatenate(logits), np.concatenate(labels)


def temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The divisor of the logits that makes the right labels likeliest."""

    def loss(t: float) -> float:
        x = logits / t
        x = x - x.max(1, keepdims=True)
        return float(-(x[np.arange(len(x)), labels] - np.log(np.exp(x).sum(1))).mean())

    return min(np.exp(np.linspace(math.log(0.3), math.log(5), 120)).tolist(), key=loss)


def calibration(logits: np.ndarray, labels: np.ndarray, divisor: float) -> list[tuple[float, float, int]]:
    """Per tenth of contradiction probability: its mean, how often it is right, how many."""
    x = np.exp((logits - logits.max(1, keepdims=True)) / divisor)
    p = (x / x.sum(1, keepdims=True))[:, 0]
    table = []
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1 + 1e-9)
        if inside.any():
            table.append(
                (round(float(p[inside].mean()), 3), round(float((labels[inside] == 0).mean()), 3), int(inside.sum()))
            )
    return table


def groups(model: Encoder, decay: float) -> list[dict[str, object]]:
    """Weight decay for matrices only."""
    matrices = [p for p in model.parameters() if p.ndim > 1 and p.requires_grad]
    return [
        {"params": matrices, "weight_decay": decay},
        {"params": [p for p in model.parameters() if p.ndim <= 1], "weight_decay": 0.0},
    ]


class Run:
    """One training run against the clock."""

    def __init__(self, args: argparse.Namespace, device: torch.device) -> None:
        self.args, self.device = args, device
        self.vocab = args.vocab
        self.model = start(args.start, args.shipped).to(device)
        self.model.words.requires_grad_(requires_grad=device.type == "cuda")  # half of a processor's time otherwise
        self.optimizer = torch.optim.AdamW(
            groups(self.model, 0.01), lr=0.0, betas=(0.9, 0.98), fused=device.type == "cuda"
        )
        self.seen = 0

    def step(self, pairs: Pairs, width: int, rows: torch.Tensor, progress: float) -> torch.Tensor:
        """One batch; the learning rate follows from how far the run is."""
        rate = self.args.rate * min(progress / 0.04, 1.0) * (1.0 - progress)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        ids, mask, types, labels = pairs.batch(width, rows)
        with torch.autocast(self.device.type, torch.bfloat16):
            logits = self.model(ids, mask, types)
        loss = functional.cross_entropy(logits.float(), labels, label_smoothing=0.05)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.seen += len(rows)
        return loss.detach()

    def train(self, pairs: Pairs, seconds: float) -> None:
        """Epochs until the time is up; the kept-out pairs at a third and two thirds."""
        rng = random.Random(self.args.seed)  # noqa: S311 - repeatable, not secret
        begun, checks, losses, paused = time.perf_counter(), [1 / 3, 2 / 3], [], 0.0
        self.model.train()
        epoch, steps = 0, 0
        while True:
            for width, rows in pairs.epoch(rng, self.args.batch):
                progress = (time.perf_counter() - begun) / seconds
                if progress >= 1:
                    print(f"{steps} steps, {self.seen} pairs, {self.seen / pairs.count:.2f} epochs", flush=True)
                    return
                losses.append(self.step(pairs, width, rows, progress))
                steps += 1
                if steps in (50, 200) or steps % 1000 == 0:
                    speed = self.seen / (time.perf_counter() - begun - paused)
                    mean = torch.stack(losses[-200:]).mean().item()
                    print(
                        f"step {steps} epoch {epoch} loss {mean:.4f} {speed:.0f} pairs/s, "
                        f"about {speed * seconds / pairs.count:.1f} epochs in all",
                        flush=True,
                    )
                    losses = losses[-200:]
                if checks and progress > checks[0]:
                    checks.pop(0)
                    at = time.perf_counter()
                    self.model.eval()
                    held_out(
                        self.args.data, scorer(self.model, self.vocab, self.device), 3000 if not self.args.most else 200
                    )
                    self.model.train()
                    paused += time.perf_counter() - at
            epoch += 1


def main() -> None:
    """Trains, measures, and saves the weights and a report."""
    here = Path(__file__).parents[1]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True, help="safetensors of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--measure", type=Path)
    parser.add_argument("--seconds", type=float, default=1200)
    parser.add_argument("--until", type=float, help="end at this Unix time instead")
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, help="only so many pairs, for a trial")
    parser.add_argument("--vocab", type=Path, default=here / "vocab.txt")
    parser.add_argument(
        "--shipped",
        type=Path,
        default=here / "model_w8.onnx",
        help="the sentence model, for word embeddings that --start lacks",
    )
    args = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(args.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    begun = time.perf_counter()
    pairs = Pairs(args.data / "train.jsonl.gz", args.vocab, device, args.most)
    print(
        f"{pairs.count} pairs ready after {time.perf_counter() - begun:.0f} s;",
        {w: len(i) for w, i in pairs.ids.items()},
        flush=True,
    )
    run = Run(args, device)
    run.train(pairs, args.until - time.time() if args.until else args.seconds)
    run.model.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save({k: v.half().cpu() for k, v in run.model.state_dict().items()}, args.out / "model.pt")
    score = scorer(run.model, args.vocab, device)
    found, logits, labels = held_out(args.data, score, 200 if args.most else None)
    divisor = temperature(logits, labels)
    report = {
        "labels": LABELS,
        "temperature": round(divisor, 3),
        "pairs": pairs.count,
        "seen": run.seen,
        "kept_out": found,
        "reliability": calibration(logits, labels, divisor),
    }
    print(
        f"temperature {divisor:.3f}; reliability of contradiction (said, true, pairs): {report['reliability']}",
        flush=True,
    )
    if args.measure:
        report["measured"] = evaluate(args.measure, score, 60 if args.most else None)
    (args.out / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
