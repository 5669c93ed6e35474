"""Findings and sentences -> how far through its article each finding stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

ASIDE = ("caption", "gallery")
"""Kinds of blocks that stand beside the text, so that they have no place in it."""


def placed(findings: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the findings with ``place`` in [0, 1]: 0 = first sentence, 1 = last; higher = later.

    One row per finding that stands in a sentence of the article itself. The words of the
    sentence are in ``text``, or in ``text_of_sentence`` where the findings have a ``text``.
    """
    body = sentences[~sentences["block"].isin(list(ASIDE))]
    last = (body.groupby("article_id")["article_id"].transform("size") - 1).clip(lower=1)
    place = body.assign(place=body.groupby("article_id").cumcount() / last)
    place = place[["article_id", "sentence_id", "place", "text"]]
    return findings.merge(place, on=["article_id", "sentence_id"], suffixes=("", "_of_sentence"))


def first_uses(findings: pd.DataFrame) -> str:
    """Return where the first finding of each outlet stands, as a share of the way through."""
    first = findings.groupby("outlet", sort=False)["place"].min()
    if len(first) == 0:
        return "None of these words is used in the chosen texts."
    places = "; ".join(f"{outlet} {place:.0%}" for outlet, place in first.items())
    return f"First use, as a share of the way through the article: {places}."
