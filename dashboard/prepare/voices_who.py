"""Who is who: each speaker with aliases and what decided the role; corrections in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.library import EditKind
from dashboard import words
from dashboard.prepare.voices import UNNAMED
from dashboard.speakers import Correction
from dashboard.words_voices import NOBODY

if TYPE_CHECKING:
    import pandas as pd

NOT_FOUND = "-"
"""Choice that stands for the quotes without a speaker; no speaker's id is a hyphen."""

LONGEST_QUOTE = 90
"""Characters of a quote in a list to choose from."""


def names(aliases: pd.DataFrame) -> dict[str, str]:
    """Return id -> name of every speaker, by name; the quotes without one last."""
    known = aliases.dropna(subset="speaker_id")
    found = dict(zip(known["speaker_id"].astype(str), known["speaker"].astype(str), strict=True))
    return {**found, NOT_FOUND: UNNAMED} if len(known) < len(aliases) else found


def of_speaker(aliases: pd.DataFrame, speaker_id: str) -> pd.DataFrame:
    """Return the rows of one speaker, or of the quotes without one."""
    if speaker_id == NOT_FOUND:
        return aliases[aliases["speaker_id"].isna()]
    return aliases[aliases["speaker_id"] == speaker_id]


def facts(rows: pd.DataFrame) -> list[tuple[str, str]]:
    """Return what is known of a speaker: quotes, role and its words, institution, former name."""
    top = rows.iloc[0]
    institutions = sorted(set(rows["institution"].dropna()))
    was = sorted(set(rows["was"].dropna()))
    basis = top["role_basis"]
    decided = f", from \u201c{basis}\u201d" if isinstance(basis, str) else ""
    found = [
        ("Quotes", f"{rows['quotes'].sum()} in {words.listed(sorted(set(rows['outlet'])))}"),
        ("Kind of speaker", f"{words.ROLES[top['role']]}{decided}"),
    ]
    if institutions:
        found.append(("Speaks for", words.listed(institutions)))
    if was:
        found.append(("Was, before a correction", words.listed(was)))
    return found


def mentions(rows: pd.DataFrame) -> list[str]:
    """Return the words by which a speaker is mentioned, the most frequent first."""
    totals = rows[rows["alias"] != ""].groupby("alias", sort=False)["quotes"].sum()
    return [str(each) for each in totals.sort_values(ascending=False, kind="stable").index]


def quotes_of(quotes: pd.DataFrame, speaker_id: str) -> dict[str, tuple[str, int]]:
    """Return the quotes of a speaker in words -> article and first offset of each."""
    own = (
        quotes["speaker_id"].isna()
        if speaker_id == NOT_FOUND
        else (quotes["speaker_id"] == speaker_id)
    )
    rows = quotes[own & (quotes["kind"] != "scare")]
    return {
        f"{place}. {row['outlet']}: {words.shortened(str(row['text']), LONGEST_QUOTE)}": (
            str(row["article_id"]),
            int(row["start"]),
        )
        for place, row in enumerate(rows.to_dict("records"), start=1)
    }


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a speaker's mentions with the column names shown to readers."""
    heads = {
        "alias": "In the text",
        "outlet": "Outlet",
        "quotes": "Quotes",
        "institution": "Speaks for",
        "was": "Was",
    }
    return rows[list(heads)].rename(columns=heads)


def line(
    correction: Correction, before: Mapping[str, str], quotes: Mapping[tuple[str, str], str]
) -> str:
    """Return one correction in words.

    ``before`` maps ids to the names that the analysis gave, ``quotes`` articles and offsets
    to quotes in words.
    """
    who = f"\u201c{correction.value}\u201d" if correction.value else NOBODY.lower()
    key = correction.key
    if correction.kind is EditKind.QUOTE:
        return f"The quote \u201c{quotes.get((key[0], key[1]), 'no longer there')}\u201d: {who}"
    name = before.get(key[0], key[0])
    if correction.kind is EditKind.ALIAS:
        return f"\u201c{key[1]}\u201d, taken for {name}: {who}"
    if correction.kind is EditKind.ROLE:
        return f"{name} is: {words.ROLES.get(correction.value, correction.value)}"
    return f"{name} is called {who}"


def quote_words(quotes: pd.DataFrame) -> dict[tuple[str, str], str]:
    """Return (article, first offset) -> the words of each quote, shortened."""
    return {
        (str(row["article_id"]), str(row["start"])): words.shortened(
            str(row["text"]), LONGEST_QUOTE
        )
        for row in quotes.to_dict("records")
    }


def choices(found: Mapping[str, str], speaker_id: str) -> list[str]:
    """Return the names of the other speakers, to choose from."""
    return [name for each, name in found.items() if each not in {speaker_id, NOT_FOUND}]
