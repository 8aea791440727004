# ruff: noqa: PLR2004
"""Exports trained weights.

Run: `python resources/model/inference/export.py --weights model.pt --report report.json --out FOLDER`.

Writes inference_w8.onnx (opset 17): int8 weights with a scale per column (per row for the word embeddings), float
arithmetic, so that a pair's logits do not depend on its batch. Inputs input_ids, attention_mask, token_type_ids
[batch, tokens]; output logits [batch, 3]: contradiction, entailment, neutral, already divided by the temperature that
the report names.
"""

import argparse
import json
import os
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import LABELS, WIDTH, Encoder
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

LENGTH = 128
NAMES = ("input_ids", "attention_mask", "token_type_ids")


class Calibrated(nn.Module):
    """The model with its logits divided by the temperature."""

    def __init__(self, model: Encoder, divisor: float) -> None:
        super().__init__()
        self.model, self.divisor = model, divisor

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        return self.model(input_ids, attention_mask, token_type_ids) / self.divisor


def int8(matrix: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Rounded weights and their scales, one per slice along the axis that is kept."""
    scale = np.abs(matrix).max(axis=1 - axis, keepdims=True) / 127
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    return np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8), scale


def shrink(model: onnx.ModelProto) -> None:
    """Int8 in place of each large float matrix."""
    graph = model.graph
    tensors = {t.name: t for t in graph.initializer}
    nodes = []
    for node in graph.node:
        name = next(
            (
                i
                for i in node.input
                if i in tensors and len(tensors[i].dims) == 2 and np.prod(tensors[i].dims) >= WIDTH * WIDTH
            ),
            None,
        )
        if name is None or node.op_type not in ("Gather", "MatMul"):
            nodes.append(node)
            continue
        matrix = numpy_helper.to_array(tensors[name])
        small, scale = int8(matrix, 0 if node.op_type == "Gather" else 1)
        graph.initializer.remove(tensors.pop(name))
        graph.initializer.append(numpy_helper.from_array(small, f"{name}_q"))
        out = node.output[0]
        if node.op_type == "Gather":
            graph.initializer.append(numpy_helper.from_array(scale, f"{name}_s"))
            nodes += [
                helper.make_node("Gather", [f"{name}_q", node.input[1]], [f"{out}_q"]),
                helper.make_node("Cast", [f"{out}_q"], [f"{out}_f"], to=TensorProto.FLOAT),
                helper.make_node("Gather", [f"{name}_s", node.input[1]], [f"{out}_s"]),
                helper.make_node("Mul", [f"{out}_f", f"{out}_s"], [out]),
            ]
        else:
            graph.initializer.append(numpy_helper.from_array(scale.reshape(-1), f"{name}_s"))
            nodes += [
                helper.make_node("DequantizeLinear", [f"{name}_q", f"{name}_s"], [f"{name}_w"], axis=1),
                helper.make_node("MatMul", [node.input[0], f"{name}_w"], [out]),
            ]
    del graph.node[:]
    graph.node.extend(nodes)


def sample(rows: int = 3, length: int = 9) -> tuple[Tensor, Tensor, Tensor]:
    """Inputs of different lengths."""
    ids = torch.randint(1000, 20000, (rows, length), generator=torch.Generator().manual_seed(1))
    mask = (torch.arange(length)[None] < torch.arange(length - rows + 1, length + 1)[:, None]).long()
    types = (torch.arange(length)[None] >= length // 2).long() * mask
    return ids * mask, mask, types


def main() -> None:
    """Exports, shrinks, and compares with the float model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    report = json.loads(args.report.read_text(encoding="utf-8")) if args.report else {}
    model = Encoder()
    model.load_state_dict(
        {k: v.float() for k, v in torch.load(args.weights, map_location="cpu", weights_only=True).items()}
    )
    model.positions = nn.Embedding.from_pretrained(model.positions.weight[:LENGTH].detach())  # longer pairs are cut
    whole = Calibrated(model, report.get("temperature", 1.0)).eval()
    path = args.out / "inference_w8.onnx"
    args.out.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            whole,
            sample(),
            str(path),
            input_names=list(NAMES),
            output_names=["logits"],
            opset_version=17,
            dynamo=False,
            dynamic_axes={n: {0: "batch", 1: "tokens"} for n in NAMES} | {"logits": {0: "batch"}},
        )
    exported = onnx.load(str(path))
    shrink(exported)
    exported.producer_name = ""
    exported.doc_string = "MiniLM pair model: contradiction, entailment, neutral"
    helper.set_model_props(exported, {"labels": ",".join(LABELS), "temperature": str(report.get("temperature", 1.0))})
    onnx.checker.check_model(exported)
    onnx.save(exported, str(path))

    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # else it reports to its maker
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst, apart = 0.0, 0.0
    for rows, length in ((3, 9), (5, 40), (2, 17)):
        inputs = sample(rows, length)
        with torch.no_grad():
            expected = whole(*inputs).numpy()
        got = session.run(["logits"], {n: t.numpy() for n, t in zip(NAMES, inputs, strict=True)})[0]
        alone = session.run(
            ["logits"], {n: t[:1, : int(inputs[1][0].sum())].numpy() for n, t in zip(NAMES, inputs, strict=True)}
        )[0]
        worst, apart = max(worst, float(np.abs(got - expected).max())), max(apart, float(np.abs(got[:1] - alone).max()))
    print(
        f"{path.name}: {path.stat().st_size:,} bytes; against float at most {worst:.4f} off; "
        f"alone against batch {apart:.2e}"
    )


if __name__ == "__main__":
    main()
