"""The reading half of the shipped model that knows word order: a small transformer, run in whole numbers by ONNX Runtime."""

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from relevo.understanding.own.wordpiece import WordPieces

Floats = NDArray[np.float32]
MOST_PIECES = 96  # of a text; what somebody wants is said by then, and time grows with length


class Encoder:
    """Scores of a text for each question, in the order of the labels that the fusion names."""

    def __init__(self, model: bytes, pieces: WordPieces) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = (
            1  # a message is small; others want the processor, too
        )
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._names = [output.name for output in self._session.get_outputs()]
        self._pieces = pieces

    @classmethod
    def of_folder(cls, folder: Path) -> "Encoder":
        return cls((folder / "encoder.onnx").read_bytes(), WordPieces.from_file(folder / "pieces.txt"))

    def scores(self, text: str) -> dict[str, Floats]:
        """By question. Threads may call this at the same time."""
        pieces = np.array([self._pieces.numbers(text, MOST_PIECES)], np.int64)
        found = self._session.run(None, {"pieces": pieces})
        return {name: np.asarray(scores, np.float32)[0] for name, scores in zip(self._names, found, strict=True)}
