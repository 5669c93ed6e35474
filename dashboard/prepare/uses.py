"""Uses of a contrast's words: word by outlet, place in the text, and takeaways from counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare import places
from analysis.lexicons import Contrast
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    import pandas as pd


def found(terms: pd.DataFrame, contrast: Contrast, voice: str) -> pd.DataFrame:
    """Return the uses of a contrast's words in the article text, in one voice or all."""
    rows = terms[(terms["contrast"] == contrast.id) & ~terms["block"].isin(["caption", "gallery"])]
    return rows if voice == "all" else rows[rows["voice"] == voice]


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Return one line per word and outlet with the number of uses."""
    counts = rows.groupby(["side", "term", "outlet"], sort=False).size().rename("uses")
    result = counts.reset_index()
    return result.assign(
        key=[f"{t}|{o}" for t, o in zip(result["term"], result["outlet"], strict=True)],
        hover=[
            f"{o}: \u201c{t}\u201d {words.plural(k, 'time')} ({s})"
            for s, t, o, k in result.itertuples(index=False)
        ],
    )


def placed(rows: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Return the uses with their place in the article: 0 = first sentence, 1 = last."""
    result = places.placed(rows, sentences)
    return result.assign(
        key=result["article_id"] + "|" + result["sentence_id"],
        quoted=result["voice"] != "outlet",
        hover=result["text"] + " \u2013 " + result["voice"].map(words.VOICES),
    )


def rows_of(cells: pd.DataFrame, contrast: Contrast) -> list[str]:
    """Return the words found, side by side of the contrast."""
    order = [side.id for side in contrast.sides]
    ordered = cells.sort_values("side", key=lambda c: c.map(order.index), kind="stable")
    return list(dict.fromkeys(ordered["term"]))


def words_takeaway(cells: pd.DataFrame, contrast: Contrast) -> str:
    """Return how many of the listed words were found, and how often in all."""
    listed = len({term.lemma for term in contrast.terms})
    found = cells["term"].nunique()
    uses = words.plural(int(cells["uses"].sum()), "time")
    return f"{found} of {listed} listed words are found, {uses} in all."


def cell_points(cells: pd.DataFrame, contrast: Contrast, voice: str) -> list[Point]:
    """Return one point per word and outlet."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["term"])),
            query=Query(
                title=f"\u201c{row['term']}\u201d in {row['outlet']}, {words.VOICES[voice]}",
                contrast=contrast.id,
                term=str(row["term"]),
                outlet=str(row["outlet"]),
                voice=None if voice == "all" else voice,
            ),
        )
        for row in cells.to_dict("records")
    ]


def shown_cells(cells: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Return the words and their uses with the column names shown to readers."""
    labels = {side.id: side.label for side in contrast.sides}
    names = {"side": "Words for", "term": "Word", "outlet": "Outlet", "uses": "Uses"}
    return cells.assign(side=cells["side"].map(labels))[list(names)].rename(columns=names)


def where_takeaway(ticks: pd.DataFrame) -> str:
    """Return where the first use stands in each article, in tenths of the text."""
    return places.first_uses(ticks)


def tick_points(ticks: pd.DataFrame) -> list[Point]:
    """Return one point per use, for its sentence."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), f"{number}: {row['text']} ({row['place']:.0%})"),
            query=Query(
                title=f"\u201c{row['text']}\u201d in {row['outlet']}",
                sentence=(str(row["article_id"]), str(row["sentence_id"])),
            ),
        )
        for number, row in enumerate(ticks.to_dict("records"), start=1)
    ]


def shown_ticks(ticks: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Return the uses in text order with the column names shown to readers."""
    labels = {side.id: side.label for side in contrast.sides}
    names = {
        "outlet": "Outlet",
        "place": "Place (0 = start)",
        "text": "Words",
        "side": "Words for",
        "voice": "Whose words",
    }
    shown = ticks.assign(
        side=ticks["side"].map(labels),
        voice=ticks["voice"].map(words.VOICES),
        place=ticks["place"].round(2),
    )
    return shown[list(names)].rename(columns=names)
