"""Train the weights in data/models/quotes.json from articles annotated with attributions.

    python benchmarks/train_quotes.py GOLD.jsonl [--out data/models/quotes.json]

GOLD has one article a row: ``id``, ``text`` and ``quotes``, each with ``content`` and ``cue``
as lists of [start, end]. Articles are divided by the SHA-1 of their id into five folds:
0-2 train, 3 is for choosing, 4 is never looked at here and is what accuracy is reported on.
Needs scikit-learn, which the project itself does not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from analysis.extract.quotes.candidates import candidates, may_be_cue
from analysis.extract.quotes.features import cue_features, features
from analysis.extract.quotes.gate import CUE_FLOOR
from analysis.extract.quotes.model import LIMIT, Models, Rivals, Weights
from analysis.extract.quotes.paragraphs import read, region_row
from analysis.extract.quotes.sheet import sheet
from analysis.nlp import ParsedArticle, parse
from analysis.paths import DATA
from analysis.types import Article, Block, BlockKind, Span

FOLDS, TRAIN = 5, (0, 1, 2)
SAME = 0.8  # word overlap (Dice) from which two contents count as the same, as in the scorer
STRENGTH = {"cue": 0.1, "candidate": 0.06, "region": 0.1}  # inverse L2 penalties, chosen on fold 3
MIN_COUNT = {"cue": 4, "candidate": 6, "region": 3}  # rarer features are dropped
SMALLEST = 0.03  # weights nearer to nought are dropped
WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")

Parsed = Iterable[tuple[dict, ParsedArticle]]


@dataclass
class Rows:
    """Training rows: interned features, labels, and the fold of each."""

    vocabulary: dict[str, int]
    features: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])
    labels: list[bool] = field(default_factory=list)
    folds: list[int] = field(default_factory=list)

    def add(self, names: Iterable[str], label: bool, fold: int) -> None:
        """Append one row."""
        self.features += [self.vocabulary.setdefault(n, len(self.vocabulary)) for n in names]
        self.ends.append(len(self.features))
        self.labels.append(label)
        self.folds.append(fold)

    def matrix(self) -> sparse.csr_matrix:
        """Return the rows as a table of noughts and ones."""
        ones = np.ones(len(self.features), "float32")
        shape = (len(self.labels), len(self.vocabulary))
        matrix = sparse.csr_matrix((ones, self.features, self.ends), shape=shape)
        matrix.sum_duplicates()
        matrix.data[:] = 1
        return matrix


def fold_of(identifier: str) -> int:
    """Return the fold of an article."""
    return int(hashlib.sha1(identifier.encode()).hexdigest(), 16) % FOLDS


class Gold:
    """The annotated contents of one article as sets of words, found by word."""

    def __init__(self, row: dict) -> None:
        self.starts = np.array([m.start() for m in WORD.finditer(row["text"])])
        self.contents: list[tuple[frozenset[int], list]] = []
        for quote in row["quotes"]:
            for start, end in quote["content"]:
                words = self.words(start, end)
                if words:
                    self.contents.append((words, quote["cue"]))
        self.by_word: dict[int, set[int]] = {}
        for number, (words, _) in enumerate(self.contents):
            for word in words:
                self.by_word.setdefault(word, set()).add(number)

    def words(self, start: int, end: int) -> frozenset[int]:
        """Return the numbers of the words that begin in a stretch of the text."""
        return frozenset(range(*np.searchsorted(self.starts, [start, end])))

    def matches(self, span: Span, cue: Span | None) -> bool:
        """Whether the span is an annotated content, and reported by this cue where one is given."""
        words = self.words(span.start, span.end)
        for number in {n for w in words for n in self.by_word.get(w, ())}:
            gold, gold_cue = self.contents[number]
            if 2 * len(gold & words) < SAME * (len(gold) + len(words)):
                continue
            if (
                cue is None
                or not gold_cue
                or any(s < cue.end and cue.start < e for s, e in gold_cue)
            ):
                return True
        return False


def cue_and_candidate_rows(
    articles: list[tuple[dict, ParsedArticle]],
) -> tuple[Rows, Rows, list[int]]:
    """Return the rows of words as cues, of candidates, and each candidate's cue."""
    vocabulary: dict[str, int] = {}
    cues, found, owner = Rows(vocabulary), Rows(vocabulary), []
    for row, parsed in articles:
        gold, fold = Gold(row), fold_of(row["id"])
        for paragraph in parsed.paragraphs:
            page = sheet(paragraph.doc)
            for token in page.tokens:
                options = list(candidates(page, token)) if may_be_cue(token) else []
                if not options:
                    continue
                base, cue = cue_features(page, token), paragraph.span(token)
                labels = []
                for option in options:
                    spans = [_moved(span, paragraph.start) for span in option.content]
                    hits = sum(gold.matches(span, cue) for span in spans)
                    labels.append(2 * hits >= len(spans))
                    found.add(features(page, option, base), labels[-1], fold)
                    owner.append(len(cues.labels))
                cues.add(base, any(labels), fold)
    return cues, found, owner


def region_rows(articles: Parsed, models: Models) -> Rows:
    """Return the rows of quotations as speech."""
    rows = Rows({})
    for row, parsed in articles:
        gold, before = Gold(row), None
        for paragraph in parsed.paragraphs:
            reading = read(paragraph.doc, models)
            for region in reading.regions:
                inner = _moved(reading.page.outer[region.number].inner, paragraph.start)
                label = gold.matches(inner, None)
                rows.add(region_row(reading, region, before), label, fold_of(row["id"]))
            before = reading
    return rows


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def fitted(matrix: sparse.csr_matrix, labels: np.ndarray, strength: float) -> LogisticRegression:
    """Return a logistic regression fitted to the rows."""
    return LogisticRegression(C=strength, max_iter=400, tol=1e-5).fit(matrix, labels)


def weights_of(rows: Rows, name: str, use: np.ndarray) -> tuple[Weights, np.ndarray, np.ndarray]:
    """Return the weights, the log-odds of every row, and out-of-fold ones on the training folds."""
    matrix, labels, folds = rows.matrix(), np.array(rows.labels), np.array(rows.folds)
    train = np.isin(folds, TRAIN) & use
    keep = np.flatnonzero(np.asarray(matrix[train].sum(0)).ravel() >= MIN_COUNT[name])
    matrix = matrix[:, keep]
    model = fitted(matrix[train], labels[train], STRENGTH[name])
    scores = model.decision_function(matrix)
    unseen = scores.copy()
    if name == "candidate":
        for fold in TRAIN:
            part = fitted(
                matrix[train & (folds != fold)], labels[train & (folds != fold)], STRENGTH[name]
            )
            unseen[folds == fold] = part.decision_function(matrix[folds == fold])
    names = {number: feature for feature, number in rows.vocabulary.items()}
    table = {
        names[column]: round(float(weight), 2)
        for column, weight in zip(keep, model.coef_[0], strict=True)
        if abs(weight) >= SMALLEST
    }
    bias = round(float(model.intercept_[0]), 3)
    return Weights(bias, dict(sorted(table.items()))), scores, unseen


def rivals_of(
    scores: np.ndarray, cue: np.ndarray, owner: np.ndarray, labels: np.ndarray, use: np.ndarray
) -> Rivals:
    """Return how much a candidate's score, its cue's and its rivals' count together."""
    scores = np.clip(scores, -LIMIT, LIMIT)
    odds = np.where(use, np.exp(scores), 0.0)
    total = np.zeros(owner.max() + 1)
    np.add.at(total, owner, odds)
    others = np.log1p(np.maximum(0.0, total[owner] - odds))
    table = np.stack([scores, np.clip(cue[owner], -LIMIT, LIMIT), others], axis=1)
    model = fitted(table[use], labels[use], 10.0)
    own, of_cue, of_others = (round(float(c), 3) for c in model.coef_[0])
    return Rivals(round(float(model.intercept_[0]), 3), own, of_cue, of_others)


def trained(articles: list[tuple[dict, ParsedArticle]]) -> Models:
    """Return the models trained on the training folds of the articles."""
    cues, found, owner = cue_and_candidate_rows(articles)
    cue, cue_scores, _ = weights_of(cues, "cue", np.ones(len(cues.labels), bool))
    owners = np.array(owner)
    live = cue_scores[owners] > CUE_FLOOR
    candidate, _, unseen = weights_of(found, "candidate", live)
    train = np.isin(found.folds, TRAIN) & live
    rivals = rivals_of(unseen, cue_scores, owners, np.array(found.labels), train)
    models = Models(cue, candidate, Weights(0.0, {}), rivals)
    rows = region_rows(articles, models)
    region, _, _ = weights_of(rows, "region", np.ones(len(rows.labels), bool))
    return Models(cue, candidate, region, rivals)


def write(models: Models, path: Path, n_articles: int) -> None:
    """Write the weights with what they were trained on."""
    table = {
        "about": "Logistic regressions for analysis/extract/quotes; weights in log-odds.",
        "trained_on": f"PolNeAR development side, {n_articles} articles (folds 0-2 of 5)",
        "models": asdict(models),
    }
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def read_gold(path: Path) -> list[tuple[dict, ParsedArticle]]:
    """Return the articles of the training folds with their parses; a text is one body block."""
    lines = path.read_text(encoding="utf-8").split("\n")
    rows = [row for row in map(json.loads, filter(None, lines)) if fold_of(row["id"]) in TRAIN]
    blocks = [(Block(0, len(row["text"]), BlockKind.BODY, "given"),) for row in rows]
    articles = [Article(id=row["id"], text=row["text"]) for row in rows]
    return list(zip(rows, parse(zip(articles, blocks, strict=True)), strict=True))


def main() -> None:
    """Train from the command line."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    options.add_argument("gold", type=Path)
    options.add_argument("--out", type=Path, default=DATA / "models" / "quotes.json")
    chosen = options.parse_args()
    articles = read_gold(chosen.gold)
    write(trained(articles), chosen.out, len(articles))
    print(f"{chosen.out}: trained on {len(articles)} articles")


if __name__ == "__main__":
    main()
