"""How fast a corpus of three million sentences is asked: generated rows, medians, memory.

Usage: python -m benchmarks.corpus [ARTICLES] [FOLDER]. Rows are drawn at random; the columns, the
number of measures and of sentences an article are those of a real batch.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa

from analysis import lexicons
from analysis.batch.arrow import SCHEMAS, ordered
from analysis.batch.folder import parquet
from analysis.batch.manifest import MANIFEST, Manifest
from analysis.choices import BATCH_ROWS
from analysis.corpus import Cell, Corpus, Period

ARTICLES, SENTENCES, OUTLETS, DAYS, RUNS = 100_000, 30, 20, 730, 7
VOICES = ("all", "outlet", "paraphrase", "quote")
OTHERS = 90
"""Measures an article has beside tone and framing."""


def main(n_articles: int, folder: Path) -> None:
    """Generate the folder if it is empty, and measure in a process of its own."""
    if not (folder / MANIFEST).exists():
        generate(n_articles, folder)
    size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    print(f"{n_articles:,} articles, {n_articles * SENTENCES:,} sentences, {size / 1e9:.2f} GB")
    command = [sys.executable, "-m", "benchmarks.corpus", "--measure", str(folder)]
    subprocess.run(command, check=True)


def measure(folder: Path) -> None:
    """Print the median of each question, cold once and then warm, and the memory."""
    before = _peak()
    start = time.perf_counter()
    corpus = Corpus(folder)
    print(f"open: {time.perf_counter() - start:.2f} s")
    share = next(name for name in corpus.measures() if name.startswith("framing."))
    outlet = corpus.outlets()[0]
    cell = Cell(outlet, date(2023, 6, 5), Period.WEEK)
    year = Cell(outlet, date(2023, 1, 1), Period.YEAR)
    questions = {
        "outlet by week, tone": lambda: corpus.series("tone_negative"),
        "outlet by week, framing share": lambda: corpus.series(share),
        "sentences of one outlet and week, tone": lambda: corpus.sentences(cell, "tone_negative"),
        "sentences of one outlet and week, framing": lambda: corpus.sentences(cell, share),
        "sentences of one outlet and year, tone": lambda: corpus.sentences(year, "tone_negative"),
        "sentences of one outlet and year, framing": lambda: corpus.sentences(year, share),
        "the first 50 of them, as the page asks": lambda: corpus.sentences(year, share, limit=50),
        "uses of every list": lambda: corpus.uses(),
    }
    for name, ask in questions.items():
        times, work = [], []
        for _ in range(RUNS):
            start, busy = time.perf_counter(), time.process_time()
            rows = len(ask())
            times.append(time.perf_counter() - start)
            work.append(time.process_time() - busy)  # of all threads: what other programs leave
        warm = f"{statistics.median(times[1:]):.3f} s warm"
        used = f"{statistics.median(work[1:]):.3f} s of processor time"
        print(f"{name}: {warm}, {times[0]:.2f} s cold, {used}, {rows:,} rows")
    print(f"memory: {_peak():.0f} MB at most, {before:.0f} MB before")


def _peak() -> float:
    """Return the most memory this process ever held, in MB (Linux only)."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def generate(n_articles: int, folder: Path) -> None:
    """Write a finished batch of random rows."""
    random = np.random.default_rng(1)
    measures = _measures()
    parts = []
    for first in range(0, n_articles, BATCH_ROWS):
        parts.append(f"{first:032x}")
        tables = _tables(first, min(BATCH_ROWS, n_articles - first), measures, random)
        for name, columns in tables.items():
            path = folder / name / f"part-{parts[-1]}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(parquet(name, ordered(name, _table(name, columns))))
    manifest = Manifest(
        ("x",), {}, "", BATCH_ROWS, is_finished=True, articles=n_articles, parts=tuple(parts)
    )
    (folder / MANIFEST).write_text(manifest.to_json())


def _measures() -> list[str]:
    sides = [(c.id, side.id) for c in lexicons.contrasts() for side in c.sides]
    framing = [f"{key}.{c}.{s}" for key in ("framing", "framing_rate") for c, s in sides]
    return [*framing, "tone_positive", "tone_negative", *(f"x{i}" for i in range(OTHERS // 4))]


def _tables(
    first: int, n: int, measures: list[str], random: np.random.Generator
) -> dict[str, dict[str, np.ndarray]]:
    # In no order, as digests and most papers' own ids are: those of one part lie anywhere.
    ids = np.array([sha256(b"%d" % (first + i)).hexdigest()[:20] for i in range(n)])
    outlets = np.array([f"Outlet {i}" for i in random.integers(0, OUTLETS, n)])
    days = [date(2023, 1, 1) + timedelta(int(d)) for d in random.integers(0, DAYS, n)]
    articles = {"article_id": ids, "outlet": outlets, "published": np.array(list(map(str, days)))}
    return {
        "articles": articles,
        "sentences": _sentences(articles, n, random),
        "terms": _terms(articles, n, measures, random),
        "measures": _measured(articles, n, measures, random),
    }


def _sentences(articles: dict, n: int, random: np.random.Generator) -> dict[str, np.ndarray]:
    words = np.array([f"word{i}" for i in range(5_000)])
    total = n * SENTENCES
    drawn = words[random.zipf(1.3, (total, 22)) % len(words)]
    return {
        "article_id": np.repeat(articles["article_id"], SENTENCES),
        "outlet": np.repeat(articles["outlet"], SENTENCES),
        "sentence_id": np.tile([f"s{i + 1}" for i in range(SENTENCES)], n),
        "start": np.tile(np.arange(SENTENCES) * 140, n),
        "block": np.full(total, "body"),
        "voice": random.choice(["outlet", "mixed", "quote"], total),
        "tone": np.round(random.uniform(-1, 1, total), 4),
        "text": np.array([" ".join(row) for row in drawn]),
    }


def _terms(
    articles: dict, n: int, measures: list[str], random: np.random.Generator
) -> dict[str, np.ndarray]:
    which = random.integers(0, n, n * 10)
    sides = [m.split(".")[1:] for m in measures if m.startswith("framing.")]
    drawn = np.array(sides)[random.integers(0, len(sides), n * 10)]
    return {
        "article_id": articles["article_id"][which],
        "outlet": articles["outlet"][which],
        "sentence_id": np.array([f"s{i}" for i in random.integers(1, SENTENCES + 1, n * 10)]),
        "block": np.full(n * 10, "body"),
        "start": random.integers(0, 4_000, n * 10),
        "contrast": drawn[:, 0],
        "side": drawn[:, 1],
        "voice": random.choice(VOICES[1:], n * 10),
        "text": np.full(n * 10, "troops"),
    }


def _measured(
    articles: dict, n: int, measures: list[str], random: np.random.Generator
) -> dict[str, np.ndarray]:
    each = len(VOICES) * n
    total = len(measures) * each
    n_sentences = np.tile(random.integers(1, SENTENCES, each), len(measures))
    k = np.where(random.random(total) < 0.05, random.integers(0, 3, total), 0)
    return {
        "article_id": np.tile(articles["article_id"], len(measures) * len(VOICES)),
        "outlet": np.tile(articles["outlet"], len(measures) * len(VOICES)),
        "measure": np.repeat(measures, each),
        "voice": np.tile(np.repeat(VOICES, n), len(measures)),
        "value": np.minimum(k / n_sentences, 1.0),
        "n": n_sentences,
        "low": np.zeros(total),
        "high": np.round(k / n_sentences + 0.1, 4),
        "status": np.where(k > 0, "ok", "zero"),
    }


def _table(name: str, columns: dict[str, np.ndarray]) -> pa.Table:
    schema = SCHEMAS[name]
    n = len(next(iter(columns.values())))
    arrays = [
        pa.array(columns[field.name]).cast(field.type)
        if field.name in columns
        else pa.array(np.zeros(n)).cast(field.type)
        if field.type == pa.int64()
        else pa.nulls(n, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
    else:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
        given = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
        try:
            main(wanted, given)
        finally:
            if len(sys.argv) <= 2:
                shutil.rmtree(given)
