"""The quicker layers against thinc's own: the same vectors, and no others replaced."""

import numpy as np
import pytest
import spacy
from thinc.api import LayerNorm, Maxout, Model, Ragged, Relu, chain

from analysis.nlp import model_version
from analysis.parsing import encoding

pytestmark = pytest.mark.model

TEXTS = ("The mayor said the mayor's office said so.", "Who? The mayor.", "")


def layer_of(n_out=5, n_in=4, n_pieces=3, seed=1):
    chance = np.random.default_rng(seed)
    layer = chain(Maxout(n_out, n_in, nP=n_pieces), LayerNorm(n_out))
    layer.initialize()
    for node in layer.layers:
        for name in node.param_names:
            shape = node.get_param(name).shape
            node.set_param(name, chance.normal(size=shape).astype(np.float32))
    return layer


@pytest.mark.parametrize("n_pieces", [1, 2, 3])
def test_a_normalised_maxout_gives_what_its_two_layers_give(n_pieces):
    layer = layer_of(n_pieces=n_pieces)
    given = np.random.default_rng(2).normal(size=(7, 4)).astype(np.float32)
    quick = encoding._quicker(layer)
    assert quick.name == "normalised_maxout"
    np.testing.assert_allclose(quick.predict(given), layer.predict(given), rtol=1e-5, atol=1e-6)


def test_each_different_row_is_given_once_and_found_at_all_its_places():
    given = []

    def forward(model, rows, is_train):
        given.append(rows.dataXd.tolist())
        return Ragged(rows.dataXd[:, :1] * np.uint64(10), rows.lengths), lambda d: d

    rows = np.array([[3, 1], [2, 1], [3, 1], [3, 2]], dtype=np.uint64)
    quick = encoding._each_once(Model("tenfold", forward))
    found = quick.predict(Ragged(rows, np.array([3, 1], dtype=np.int32)))
    assert sorted(given[0]) == [[2, 1], [3, 1], [3, 2]]
    assert found.dataXd.tolist() == [[30], [20], [30], [30]]
    assert found.lengths.tolist() == [3, 1]


def test_other_layers_stay():
    assert encoding._quicker(chain(Relu(3, 2), LayerNorm(3))) is None
    assert encoding._quicker(LayerNorm(3)) is None


def test_a_quickened_pipeline_gives_the_vectors_of_the_plain_one():
    plain, quick = (spacy.load(model_version().split()[0]) for _ in range(2))
    encoding.quicken(quick)
    for name in ("tok2vec", "ner"):
        models = [
            model.get_ref("tok2vec") if model.has_ref("tok2vec") else model
            for model in (plain.get_pipe(name).model, quick.get_pipe(name).model)
        ]
        names = [node.name for node in models[1].walk()]
        assert names.count("each_once") == 1
        assert names.count("normalised_maxout") == 5
        vectors = [
            model.predict([nlp.make_doc(text) for text in TEXTS])
            for model, nlp in zip(models, (plain, quick), strict=True)
        ]
        for one, other in zip(*vectors, strict=True):
            np.testing.assert_allclose(other, one, rtol=1e-3, atol=1e-4)


def test_a_quick_layer_says_that_it_does_not_learn():
    _, learn = encoding._quicker(layer_of())(np.ones((1, 4), dtype=np.float32), is_train=True)
    with pytest.raises(NotImplementedError, match="does not learn"):
        learn(None)
