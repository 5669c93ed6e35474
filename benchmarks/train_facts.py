"""Train the trees in data/models/facts.json from sentence pairs judged as same or not.

    python benchmarks/train_facts.py NAME=PAIRS.jsonl... [--cross-validate] [--out FILE]

PAIRS has one pair a row: ``id``, ``a``, ``b``, ``same``, and ``topic`` where several pairs are
of one event (a set that counts ``shared`` events: two make the same statement). Every set weighs
the same, and so do its same and its other pairs. ``--cross-validate`` reports the area under
the curve on pairs of topics (or hashed ids) that were not trained on, and changes nothing.
Needs scikit-learn, which the project itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from fact_pairs import is_same, pair_features, read, units_of
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import precision_recall_curve, roc_auc_score

from analysis.compare.facts.features import FEATURES, WORD_FEATURES
from analysis.compare.facts.model import LIKENESS, blended
from analysis.paths import MODELS

FOLDS = 4
SETTINGS = {  # chosen on these folds
    "max_iter": 200,
    "learning_rate": 0.06,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 40,
    "l2_regularization": 10.0,
    "early_stopping": False,
    "random_state": 0,
}
WEIGHT = 1000.0  # total weight of a set
MORE = {"msrp": 1.6}  # its pairs look most alike: told apart by details only
THRESHOLD_SET = "superpal"  # sentences of documents on one event: the product's own task


def fold_of(row: dict) -> int:
    """Return the fold of a pair; pairs of one topic lie in one fold."""
    topic = str(row.get("topic") or row["id"]).rstrip("+")
    return int(hashlib.sha1(topic.encode()).hexdigest(), 16) % FOLDS


def folds_of(rows: list[dict]) -> np.ndarray:
    """Return the folds; with few topics each is a fold of its own."""
    topics = sorted({row["topic"] for row in rows if "topic" in row})
    if 0 < len(topics) <= FOLDS:
        return np.array([topics.index(row["topic"]) for row in rows])
    return np.array([fold_of(row) for row in rows])


def fitted(parts: list[tuple[str, np.ndarray, np.ndarray]]) -> HistGradientBoostingClassifier:
    """Return trees trained on all sets, every set and both answers weighing the same."""
    weights = [
        MORE.get(name, 1.0)
        * WEIGHT
        * np.where(same, 0.5 / max(1, same.sum()), 0.5 / max(1, (~same).sum()))
        for name, _, same in parts
    ]
    model = HistGradientBoostingClassifier(**SETTINGS)
    return model.fit(
        np.vstack([rows for _, rows, _ in parts]),
        np.concatenate([same for _, _, same in parts]),
        sample_weight=np.concatenate(weights),
    )


def held_out(sets: dict[str, tuple], name: str) -> np.ndarray:
    """Return a score for each pair of a set from trees that did not see its fold."""
    rows, same, folds = sets[name]
    scores = np.zeros(len(same))
    others = [(other, x, y) for other, (x, y, _) in sets.items() if other != name]
    for fold in sorted(set(folds)):
        test = folds == fold
        model = fitted([*others, (name, rows[~test], same[~test])])
        scores[test] = blended(likeness(rows[test]), model.decision_function(rows[test]))
    return scores


def likeness(rows: np.ndarray) -> np.ndarray:
    """Return the plain likeness of each pair; without vectors, by words alone."""
    columns = [FEATURES.index(name) for name in LIKENESS]
    return rows[:, [column for column in columns if column < rows.shape[1]]].mean(axis=1)


def best_threshold(same: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """Return the score that maximises F1, and that F1."""
    precision, recall, thresholds = precision_recall_curve(same, scores)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(f1[:-1].argmax())
    return float(thresholds[best]), float(f1[best])


def entry(model: HistGradientBoostingClassifier, threshold: float, columns: Sequence[str]) -> dict:
    """Return the trees as plain lists: feature, threshold, left, right, value."""
    trees = [
        [
            [-1, 0.0, 0, 0, round(float(node["value"]), 5)]
            if node["is_leaf"]
            else [
                int(node["feature_idx"]),
                float(f"{node['num_threshold']:.7g}"),
                int(node["left"]),
                int(node["right"]),
                0.0,
            ]
            for node in stage[0].nodes
        ]
        for stage in model._predictors
    ]
    bias = float(np.ravel(model._baseline_prediction)[0])
    return {
        "features": list(columns),
        "bias": round(bias, 5),
        "threshold": round(threshold, 3),
        "trees": trees,
    }


def main() -> None:
    """Read the sets, report or train, and write the trees."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+", metavar="NAME=PAIRS.jsonl")
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--out", type=Path, default=MODELS / "facts.json")
    arguments = parser.parse_args()
    pairs = {name: read(Path(path)) for name, path in (s.split("=", 1) for s in arguments.sets)}
    sets: dict[str, tuple] = {}
    for name, rows in pairs.items():
        known = units_of(row[side] for row in rows for side in "ab")
        same = np.array([is_same(row) for row in rows])
        sets[name] = (pair_features(rows, known, vectors=True), same, folds_of(rows))
    models = {}
    for key, columns in (("meaning", FEATURES), ("words", WORD_FEATURES)):
        cut = {name: (x[:, : len(columns)], y, folds) for name, (x, y, folds) in sets.items()}
        threshold = 0.5
        for name, (_, same, _) in cut.items():
            scores = held_out(cut, name)
            at, f1 = best_threshold(same, scores)
            print(
                f"{key} {name}: n {len(same)}, AUC {roc_auc_score(same, scores):.4f}, "
                f"best F1 {f1:.3f} at {at:.3f}"
            )
            threshold = at if name == THRESHOLD_SET else threshold
        models[key] = entry(
            fitted([(name, x, y) for name, (x, y, _) in cut.items()]), threshold, columns
        )
    if not arguments.cross_validate:
        record = {
            "made_by": "benchmarks/train_facts.py",
            "pairs": {name: len(rows) for name, rows in pairs.items()},
            "models": models,
        }
        arguments.out.write_text(json.dumps(record) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
