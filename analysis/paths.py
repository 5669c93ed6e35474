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


def home() -> Path:
    """Return the folder for what this machine keeps: the library and the cache.

    ``PARALLAX_HOME`` overrides the default, ``.parallax`` beside the project.
    """
    return Path(os.environ.get("PARALLAX_HOME") or ROOT / ".parallax")
