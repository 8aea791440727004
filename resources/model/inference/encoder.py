"""MiniLM as plain PyTorch, with a head for pairs.

Mean of the last layer -> linear, tanh, dropout -> contradiction, entailment, neutral.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

LABELS = ("contradiction", "entailment", "neutral")
LAYERS, WIDTH, HEADS, INNER, POSITIONS, WORDS = 6, 384, 12, 1536, 512, 30522
EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        n, length, _ = x.shape
        query, key, value = (
            f(x).view(n, length, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        dropout = self.dropout if self.training else 0.0
        if torch.onnx.is_in_onnx_export():
            weights = torch.softmax(query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask, dim=-1)
            mixed = weights @ value
        else:
            mixed = functional.scaled_dot_product_attention(
                query, key, value, attn_mask=mask.to(query.dtype), dropout_p=dropout
            )
        mixed = self.output(mixed.transpose(1, 2).reshape(n, length, WIDTH))
        x = self.norm(x + functional.dropout(mixed, dropout, self.training))
        return self.last(x + functional.dropout(self.outer(functional.gelu(self.inner(x))), dropout, self.training))


class Encoder(nn.Module):
    """Logits for pairs of texts."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.pooled, self.logits = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, len(LABELS))
        self.dropout = dropout

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        x = self.words(input_ids) + self.types(token_type_ids) + self.positions.weight[: input_ids.shape[1]]
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        kept = attention_mask.to(x.dtype)
        mask = ((1.0 - kept) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        mean = (x * kept[:, :, None]).sum(1) / kept.sum(1, keepdim=True)
        return self.logits(functional.dropout(torch.tanh(self.pooled(mean)), self.dropout, self.training))


def renamed(name: str) -> str:
    """The name that this module gives to a tensor of the published weights."""
    for old, new in (
        ("embeddings.word_embeddings", "words"),
        ("embeddings.position_embeddings", "positions"),
        ("embeddings.LayerNorm", "norm"),
        ("embeddings.token_type_embeddings", "types"),
        ("encoder.layer.", "layers."),
        ("attention.self.", ""),
        ("attention.output.LayerNorm", "norm"),
        ("attention.output.dense", "output"),
        ("intermediate.dense", "inner"),
        ("output.LayerNorm", "last"),
        ("output.dense", "outer"),
    ):
        name = name.replace(old, new)
    return name


def word_vectors(path: Path) -> Tensor:
    """The word embeddings out of the sentence model as it is shipped (int8, a scale per row)."""
    import onnx
    from onnx import numpy_helper

    found = {
        t.name: numpy_helper.to_array(t)
        for t in onnx.load(str(path)).graph.initializer
        if t.name in ("w.weight_q", "w.weight_s")
    }
    return torch.from_numpy(found["w.weight_q"].astype(np.float32) * found["w.weight_s"])


def start(weights: Path, shipped: Path) -> Encoder:
    """The published weights; word embeddings that the file lacks come from the shipped sentence model."""
    from safetensors.torch import load_file

    model = Encoder()
    found = {
        renamed(k): v.float()
        for k, v in load_file(str(weights)).items()
        if not k.startswith("pooler") and "position_ids" not in k
    }
    if "words.weight" not in found:
        found["words.weight"] = word_vectors(shipped)
    missing, unknown = model.load_state_dict(found, strict=False)
    if unknown or any(not m.startswith(("pooled", "logits")) for m in missing):
        raise ValueError(f"not the expected weights: missing {missing}, unknown {unknown}")
    return model
