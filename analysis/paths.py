"""Where the project's data and what people made with it live; nothing else knows a path."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
STORIES = DATA / "stories"
LEXICONS = DATA / "lexicons"
MODELS = DATA / "models"
OUTLETS = DATA / "outlets.toml"
DOCS = ROOT / "docs"

BATCH = "PARALLAX_BATCH"
"""Environment variable that names the folder of a batch: whoever starts the dashboard sets it."""


def home() -> Path:
    """Return the folder for what this machine keeps: the library and the cache.

    ``PARALLAX_HOME`` overrides the default, ``.parallax`` beside the project.
    """
    return Path(os.environ.get("PARALLAX_HOME") or ROOT / ".parallax")


def batch() -> Path | None:
    """Return the folder of the batch that the dashboard was started with, if any."""
    named = os.environ.get(BATCH)
    return Path(named) if named else None
