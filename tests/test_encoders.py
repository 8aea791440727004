import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from counterpoint.encoders import SentenceEncoder
from counterpoint.resources import load_encoder, seeds

SENTENCES = [line for path in seeds() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return load_encoder()


def test_vectors_have_length_one_and_stand_in_the_order_of_the_texts(encoder: SentenceEncoder) -> None:
    vectors = encoder([*SENTENCES, *reversed(SENTENCES)])
    assert vectors.shape == (2 * len(SENTENCES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.array_equal(vectors, vectors[::-1])


def test_no_text_gives_no_vector(encoder: SentenceEncoder) -> None:
    assert encoder([]).shape == (0, 384)


@pytest.mark.parametrize("size", [1, 2, 7, 40])
def test_a_vector_is_the_same_to_the_last_bit_whatever_it_is_asked_for_with(
    encoder: SentenceEncoder, size: int
) -> None:
    shuffled = random.Random(size).sample(SENTENCES, 30)  # noqa: S311 (a test's order, no secret)
    alone = load_encoder()
    for start in range(0, len(shuffled), size):
        batch = shuffled[start : start + size]
        assert np.array_equal(alone(batch), encoder(batch))


def test_a_model_that_is_prepared_is_loaded_once(encoder: SentenceEncoder) -> None:
    prepared = load_encoder()
    prepared.prepare()
    assert np.array_equal(prepared(SENTENCES[:3]), encoder(SENTENCES[:3]))


def test_sentences_of_like_meaning_have_like_vectors(encoder: SentenceEncoder) -> None:
    first, like, other = encoder(
        [
            "Leaders of 35 countries met in Paris.",
            "The summit in Paris gathered 31 states.",
            "A small bird was found in the cockpit.",
        ]
    )
    assert first @ like > 0.6
    assert first @ other < 0.2


def test_the_model_leaves_no_trace_in_the_home_folder(tmp_path: Path) -> None:
    """Its library would, an identifier of the computer; but not where the environment says that it is tested."""
    watched = {"HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    kept = ("PATH", "SYSTEMROOT", "PYTHONPATH", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ} | watched
    code = 'from counterpoint.resources import load_encoder; load_encoder()(["One.", "Two."])'
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=100)  # noqa: S603
    assert list(tmp_path.rglob("*")) == []
