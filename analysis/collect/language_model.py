"""The language detector, its model left in a file: a text looks at a small part of it.

As py3langid reads its model, it takes 75 MB in every process, and 110 while it loads. The tables
are the same here, and so are the answers; where the folder for temporary files is on disk, only
the parts that are looked at come into memory, some 20 to 50 MB.
"""

from __future__ import annotations

import lzma
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier


def identifier() -> LanguageIdentifier:
    """Return the detector; its answers are probabilities."""
    if sys.platform == "win32":  # a file in use cannot be deleted there: it would stay for good
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    tables = _tables()
    # A view gives plain numbers, many times quicker than a table of numpy's.
    transitions: Any = tables["nextmove"].data
    features: Any = tables["out_feat"].data
    return LanguageIdentifier(
        tables["ptc"],
        tables["pc"],
        tables["classes"].tolist(),
        transitions,
        features,
        norm_probs=True,
        tk_row=tables["nextmove_row"].tolist(),
    )


def _tables() -> dict[str, np.ndarray]:
    """Return the model's tables, in files without a name: they go with the process."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "model.npz"
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed, whole.open("wb") as file:
            shutil.copyfileobj(packed, file)
        with zipfile.ZipFile(whole) as tables:
            tables.extractall(folder)
        return {
            table.stem: np.asarray(np.load(table, mmap_mode="r"))
            for table in Path(folder).glob("*.npy")
        }
