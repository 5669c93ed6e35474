import sqlite3
import threading

import numpy as np
import pytest

from analysis import embed, paths
from analysis.errors import ModelError

pytestmark = pytest.mark.model

TEXTS = ["The crowd stormed the town hall.", "Protesters entered the town hall.", "Bread is dear."]


def test_vectors_have_length_one_and_say_what_is_near():
    found = embed.embed(TEXTS)
    assert found.shape == (3, embed.DIMENSIONS)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert found[0] @ found[1] > 0.6 > 0.3 > found[0] @ found[2]


def test_nothing_has_no_vectors():
    assert embed.embed([]).shape == (0, embed.DIMENSIONS)


def test_a_known_text_is_read_from_the_cache(monkeypatch):
    first = embed.embed(TEXTS)
    monkeypatch.setattr(embed, "_made", lambda _: pytest.fail("the model was asked again"))
    np.testing.assert_array_equal(embed.embed(TEXTS[::-1]), first[::-1])


def test_a_text_given_twice_has_one_vector():
    found = embed.embed([TEXTS[0], TEXTS[0]])
    np.testing.assert_array_equal(found[0], found[1])


def test_the_vector_does_not_depend_on_the_texts_beside_it():
    alone = embed._made(TEXTS[:1])
    beside = embed._made([*TEXTS, "rain " * 60])
    np.testing.assert_allclose(alone[0], beside[0], atol=1e-3)


def test_a_damaged_cache_is_made_anew():
    path = paths.home() / "cache" / embed.CACHE
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database at all, and longer than its header" * 40)
    assert embed.embed(TEXTS[:1]).shape == (1, embed.DIMENSIONS)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM vectors").fetchone() == (1,)
    connection.close()


def test_several_writers_lose_nothing():
    def write(number):
        rows = np.full((20, embed.DIMENSIONS), number, np.float32)
        embed._keep({b"%d-%d" % (number, n): row for n, row in enumerate(rows)})

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    keys = [b"%d-%d" % (number, n) for number in range(4) for n in range(20)]
    assert len(embed._kept(keys)) == 80


def test_a_missing_model_says_what_to_install(monkeypatch):
    monkeypatch.setattr(embed, "PACKAGE", "no_such_package")
    assert not embed.is_installed()
    with pytest.raises(ModelError, match="pip install -r requirements"):
        embed._model_file()


def test_another_file_under_the_models_name_is_refused(tmp_path):
    other = tmp_path / "model.onnx"
    other.write_bytes(b"another model")
    with pytest.raises(ModelError, match="not the file that Parallax was measured with"):
        embed._checked(other, embed.MODEL_SHA256)
