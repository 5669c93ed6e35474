"""How the words of a text become vectors: spaCy's own layers, with less work for the same result.

Half of a parse is this. Two things are done otherwise than in thinc's layers, which can also be
trained: a word that comes again is looked up once for all its places, and a layer's largest
piece and its normalisation are taken without what only training needs. The numbers differ in
the last digit of a float; the annotations do not (``benchmarks/same_parse.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from thinc.api import Model, NumpyOps, Ragged, chain

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

    Floats = NDArray[np.float32]

Layer: TypeAlias = Any
"""A model of thinc's, whose own types do not know numpy's."""

_LOOKED_UP = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""Layers of spaCy's ``MultiHashEmbed``, the first word of each name."""

_SMALLEST = 1e-8
"""Added to a variance before it is divided by, as thinc's ``LayerNorm`` does."""

_MIXING = np.random.default_rng(0).integers(1, 2**63, size=64, dtype=np.uint64) | np.uint64(1)
"""Odd factors that make one number of a word's features; two words of a batch share a number
once in a million million batches."""


def quicken(nlp: Language) -> None:
    """Replace, in the pipeline's models, the layers that can be run quicker on a processor."""
    parts: list[Any] = [part for _, part in nlp.pipeline]
    for model in [part.model for part in parts if getattr(part, "model", None)]:
        for node in list(model.walk(order="dfs_post")):
            if (quick := _quicker(node)) is not None:
                model.replace_node(node, quick)


def _quicker(node: Layer) -> Layer | None:
    """Return the layer that stands for this one, or ``None`` where it stays."""
    layers = node.layers
    if not isinstance(node.ops, NumpyOps):
        return None
    if [layer.name for layer in layers] == ["maxout", "layernorm"]:
        return _normalised_maxout(*layers)
    if [layer.name.split("(")[0] for layer in layers] == _LOOKED_UP:
        features, ragged, looked_up, mixed, apart = layers
        return chain(features, ragged, _each_once(chain(looked_up, mixed)), apart)
    return None


def _each_once(layer: Layer) -> Layer:
    """Return a layer that gives each different row to ``layer`` once."""
    return Model("each_once", _forward_each_once, layers=[layer], ops=layer.ops)


def _forward_each_once(model: Layer, given: Ragged, is_train: bool) -> tuple[Ragged, object]:
    rows: Any = given.dataXd
    keys = (rows * _MIXING[: rows.shape[1]]).sum(axis=1, dtype=np.uint64)
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    once = Ragged(rows[first], model.ops.asarray1i([len(first)]))
    found: Any = model.layers[0].predict(once).dataXd
    return Ragged(found[places], given.lengths), _untrained


def _normalised_maxout(maxout: Layer, norm: Layer) -> Layer:
    """Return one layer for the two, its weights laid out so that pieces are compared in blocks."""
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    n_out, n_pieces, n_in = weights.shape
    parameters: dict[str, Any] = {
        "W": np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(n_in, -1)),
        "b": np.ascontiguousarray(bias.T.reshape(-1)),
        "scale": norm.get_param("G"),
        "shift": norm.get_param("b"),
    }
    return Model(
        "normalised_maxout",
        _forward_normalised_maxout,
        dims={"nO": n_out, "nP": n_pieces, "nI": n_in},
        params=parameters,
        ops=maxout.ops,
    )


def _forward_normalised_maxout(
    model: Layer, given: Floats, is_train: bool
) -> tuple[Floats, object]:
    width: int = model.get_dim("nO")
    pieces: Floats = model.ops.gemm(given, model.get_param("W"))
    pieces += model.get_param("b")
    found = pieces[:, :width].copy()
    for start in range(width, pieces.shape[1], width):
        np.maximum(found, pieces[:, start : start + width], out=found)
    found -= found.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", found, found) / np.float32(width) + np.float32(_SMALLEST)
    found *= (variance**-0.5)[:, None]
    found *= model.get_param("scale")
    found += model.get_param("shift")
    return found, _untrained


def _untrained(_gradient: object) -> object:
    message = "this layer does not learn"
    raise NotImplementedError(message)
