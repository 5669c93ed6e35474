"""What decided the numbers: versions of the code, the model and the word lists."""

from __future__ import annotations

from importlib.metadata import version

from analysis import embed, lexicons, nlp

PACKAGES = ("parallax-news", "spacy", "vaderSentiment", "textstat")


def versions() -> dict[str, str]:
    """Return name -> version of everything a measured value depends on."""
    packages = {name: version(name) for name in PACKAGES}
    return {
        **packages,
        "model": nlp.model_version(),
        "sentence model": embed.version(),
        **lexicons.versions(),
    }
