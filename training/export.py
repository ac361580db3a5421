"""Writes a trained encoder as it ships, in whole numbers: `python -m training.export CHECKPOINT --model FOLDER`."""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from training.corpus import SHIPPED
from training.encoder import LAYERS
from training.linear import HEADS
from training.network import Network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    arguments = parser.parse_args()
    stored = torch.load(arguments.checkpoint)
    known = len((arguments.model / "vocab.txt").read_text(encoding="utf-8").splitlines())
    network = Network(
        load_file(arguments.model / "model.safetensors"),
        LAYERS,
        [(0,)] * (len(stored["pieces"]) - known),
        [len(own) for own in stored["labels"].values()],
    )
    network.load_state_dict(stored["network"])
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            network, (torch.randint(1, known, (1, 24)),), whole, input_names=["pieces"], output_names=list(HEADS),
            dynamic_axes={"pieces": {0: "texts", 1: "length"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, SHIPPED / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    (SHIPPED / "pieces.txt").write_text("\n".join(stored["pieces"]) + "\n", encoding="utf-8")
    print(f"{(SHIPPED / 'encoder.onnx').stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
