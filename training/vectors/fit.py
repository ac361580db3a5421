"""Fits a vector for each word piece so that the sum over a text points where the encoder's vector of the text does.

    python -m training.vectors.fit MODEL_FOLDER texts.txt pieces.npy

Needs PyTorch, which Relevo itself does not. MODEL_FOLDER holds vocab.txt and model.safetensors of all-MiniLM-L6-v2. Half an hour on a core.
The first vectors are what the encoder says of each piece alone, weighted by how rare it is (static embeddings: Model2Vec, MinishLab,
2024); then they are fitted to whole texts.
"""

import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import cosine_similarity

from relevo.adapters.minilm.forward import Encoder
from relevo.adapters.minilm.weights import tensors
from relevo.understanding.own.wordpiece import WordPieces
from training.vectors.sentences import FIRST_WORD

ROUNDS, BATCH, STEP = 6, 1024, 1e-3


def main(folder: Path, texts: Path, out: Path) -> None:
    pieces = WordPieces.from_file(folder / "vocab.txt")
    encoder = Encoder(tensors(folder / "model.safetensors"), layers=6, heads=12)
    numbers = [pieces.numbers(text, 40) for text in texts.read_text(encoding="utf-8").splitlines()]
    aims = torch.tensor(np.concatenate([encoder.vectors([one]) for one in numbers]))
    alone = np.array([encoder.states([[pieces.start, number, pieces.end]])[1] for number in range(pieces.size)])
    np.save(out, fitted(_first(alone), [one[1:-1] for one in numbers], aims - aims.mean(0)))


def _first(alone: np.ndarray) -> torch.Tensor:
    centred = torch.tensor(alone - alone[FIRST_WORD:].mean(0))
    centred = centred / centred.norm(dim=1, keepdim=True).mean()
    rarity = torch.log(1 + torch.clamp(torch.arange(len(alone)) - FIRST_WORD, min=1).float())
    return centred * (rarity / rarity.max())[:, None]


def fitted(first: torch.Tensor, numbers: list[list[int]], aims: torch.Tensor) -> np.ndarray:
    table = torch.nn.EmbeddingBag.from_pretrained(first.contiguous(), freeze=False, mode="sum")
    optimizer = torch.optim.Adam(table.parameters(), lr=STEP)
    kept = [i for i, one in enumerate(numbers) if one]
    for turn in range(ROUNDS):
        order = np.random.RandomState(turn).permutation(kept)
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            ends = np.cumsum([0, *(len(numbers[i]) for i in chosen[:-1])])
            flat = torch.tensor([number for i in chosen for number in numbers[i]])
            loss = (1 - cosine_similarity(table(flat, torch.tensor(ends)), aims[chosen])).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"round {turn + 1}: {loss.item():.4f}", file=sys.stderr)
    return table.weight.detach().numpy()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
