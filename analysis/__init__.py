"""Parallax: how news outlets tell the same story, counted, with every number's evidence.

>>> import analysis
>>> result = analysis.analyse(analysis.load_story("kazakhstan-2022"))  # doctest: +SKIP
>>> result.table("framing"), result.evidence(contrast="troops")  # doctest: +SKIP
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.api import analyse
    from analysis.library import load_story, story_ids
    from analysis.result import StoryAnalysis
    from analysis.store import load_analysis

_HOMES = {
    "StoryAnalysis": "analysis.result",
    "analyse": "analysis.api",
    "load_analysis": "analysis.store",
    "load_story": "analysis.library",
    "story_ids": "analysis.library",
}

__all__ = ["StoryAnalysis", "analyse", "load_analysis", "load_story", "story_ids"]


def __getattr__(name: str) -> object:
    """Return a public name, importing its home only when it is asked for."""
    if name not in _HOMES:
        message = f"module 'analysis' has no attribute '{name}'; public names: {sorted(_HOMES)}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)
