"""The encoder as it is trained: layers of all-MiniLM-L6-v2 with a head for each question (PyTorch)."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS_OF_ATTENTION, LONGEST = 384, 12, 160
_OWN_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "attended_norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "norm",
}


class Layer(nn.Module):
    """A layer of BERT (Devlin and others, 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended_norm, self.norm = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        many, long, _ = x.shape
        query, key, value = (
            part(x).view(many, long, HEADS_OF_ATTENTION, WIDTH // HEADS_OF_ATTENTION).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(many, long, WIDTH))
        x = self.attended_norm(self.dropout(seen) + x)
        return self.norm(self.dropout(self.narrow(functional.gelu(self.wide(x)))) + x)


class Network(nn.Module):
    """Scores for each question: of the mean over the pieces, and of a view that the question chooses by itself."""

    def __init__(
        self, weights: dict[str, Tensor], layers: int, new_pieces: Sequence[Sequence[int]], labels: Sequence[int]
    ) -> None:
        """`new_pieces` are words added to the vocabulary, each begun as the mean of the pieces it had before."""
        super().__init__()
        known = weights["embeddings.word_embeddings.weight"]
        added = [known[list(pieces)].mean(0) for pieces in new_pieces]
        self.words = nn.Embedding.from_pretrained(
            torch.cat([known, torch.stack(added)]) if added else known.clone(), freeze=False
        )
        places, kind = (
            weights["embeddings.position_embeddings.weight"],
            weights["embeddings.token_type_embeddings.weight"][0],
        )
        self.places = nn.Parameter(places[:LONGEST].clone() + kind)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        _take(self.norm, weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList([_layer(weights, number) for number in range(layers)])
        self.dropout, self.last_dropout = nn.Dropout(0.1), nn.Dropout(0.2)
        self.views = nn.Linear(WIDTH, len(labels))
        nn.init.zeros_(self.views.weight)
        nn.init.zeros_(self.views.bias)
        self.questions = nn.ModuleList([nn.Linear(2 * WIDTH, many) for many in labels])

    def forward(self, pieces: Tensor, mask: Tensor | None = None) -> list[Tensor]:
        """`mask`: 1 for pieces, 0 for what fills a batch up; None for a single text."""
        x = self.dropout(self.norm(self.words(pieces) + self.places[: pieces.shape[1]]))
        hidden = None if mask is None else (1 - mask)[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        views = self.views(x)
        if mask is None:
            mean = x.mean(1)
        else:
            views = views + (1 - mask)[..., None] * -1e4
            mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        views = views.softmax(1)
        return [
            question(self.last_dropout(torch.cat([mean, (x * views[..., i : i + 1]).sum(1)], 1)))
            for i, question in enumerate(self.questions)
        ]


def _layer(weights: dict[str, Tensor], number: int) -> Layer:
    layer = Layer(0.1)
    for name, own in _OWN_NAMES.items():
        _take(getattr(layer, own), weights, f"encoder.layer.{number}.{name}")
    return layer


def _take(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    part.load_state_dict({"weight": weights[f"{name}.weight"].clone(), "bias": weights[f"{name}.bias"].clone()})
