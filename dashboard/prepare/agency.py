"""Who did what to whom: parts of the bars, lists of few tellings, triples, sentences of counts."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.agency import ALL, NAMED, PARTS, part_of
from analysis.harm import harm
from analysis.measures.agency import MIN_TELLINGS
from dashboard import words
from dashboard.query import Point, Query

if TYPE_CHECKING:
    from collections.abc import Mapping

UNIT = "tellings"

NOT_TOLD = "not told"

NOTE = (
    "The one who did it may be unknown to anyone, or named a sentence earlier: leaving it out is "
    "a way of telling, not a fault. Counted are killings, injuries, arrests and other force told "
    "as having happened; what is denied, feared or planned, and what illness, accident or nature "
    "did, is left out. Who was harmed is read from the noun alone: a name or a pronoun stands "
    "under \u201cnot clear\u201d. On 213 tellings in sentences not seen before, 3 were missed and "
    "3 put into the wrong form; 6 of 193 who acted and 9 of 201 who were harmed were read wrongly."
)

WHO_NOTE = (
    "The words are those of the text, without article and relative clause; \u201che\u201d or "
    "\u201cthey\u201d stand for somebody named before. Reported claims are in the list as well: "
    "open the sentences to see who says so."
)


def parts(forms: pd.DataFrame, outlets: Sequence[str], voice: str) -> pd.DataFrame:
    """Return the parts of the bars: one row per outlet and way of telling, with its share.

    ``forms`` is the table ``agency_forms``; outlets with too few tellings are left out.
    """
    rows = [
        {
            "outlet": outlet,
            "part": part,
            "kind": PARTS[part],
            "tellings": count,
            "n": sum(counts.values()),
            "share": count / sum(counts.values()),
            "key": f"{outlet}|{part}",
        }
        for outlet in outlets
        if sum((counts := _by_part(forms, outlet, voice)).values()) >= MIN_TELLINGS
        for part, count in counts.items()
        if count
    ]
    return pd.DataFrame(rows, columns=["outlet", "part", "kind", "tellings", "n", "share", "key"])


def _by_part(forms: pd.DataFrame, outlet: str, voice: str) -> dict[str, int]:
    """Return the number of tellings of each part, in the order of ``PARTS``."""
    counts = dict.fromkeys(PARTS, 0)
    for row in _rows(forms, outlet, voice):
        if row["form"] != ALL:
            left_out = int(str(row["left_out"]))
            counts[NAMED] += int(str(row["k"])) - left_out
            if left_out:
                counts[part_of(str(row["form"]), None)] += left_out
    return counts


def _rows(
    forms: pd.DataFrame, outlet: str, voice: str, harmed: str = ALL
) -> list[dict[Hashable, object]]:
    return forms[
        (forms["outlet"] == outlet) & (forms["voice"] == voice) & (forms["harmed"] == harmed)
    ].to_dict("records")


def kinds(table: pd.DataFrame) -> list[str]:
    """Return the names of the parts that occur, in the order of their colours."""
    return [label for part, label in PARTS.items() if part in set(table["part"])]


def points(table: pd.DataFrame, voice: str) -> list[Point]:
    """Return one point per part of a bar."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), str(row["kind"])),
            query=Query(
                title=f"Harm told: {row['kind']}. {row['outlet']}, {words.VOICES[voice]}",
                outlet=str(row["outlet"]),
                telling=str(row["part"]),
                voice=_one(voice),
            ),
        )
        for row in table.to_dict("records")
    ]


def _one(voice: str) -> str | None:
    return None if voice == ALL else voice


def takeaway(forms: pd.DataFrame, outlets: Sequence[str], voice: str) -> str:
    """Return, per outlet, in how many tellings of harm nobody is said to have done it."""
    totals = [(outlet, row) for outlet in outlets if (row := _total(forms, outlet, voice))]
    counted = [(o, r) for o, r in totals if r["k"]]
    if not counted:
        return "No harm or force is told of in the chosen texts and voice."
    first, *rest = counted
    text = f"{first[0]} tells of harm {words.plural(int(str(first[1]['k'])), 'time')}"
    text += f", {first[1]['left_out']} of them without saying in the clause who did it"
    others = "; ".join(f"{o} {r['left_out']} of {r['k']}" for o, r in rest)
    silent = [outlet for outlet in outlets if outlet not in {o for o, _ in counted}]
    text += f"; {others}." if others else "."
    text += f" None told of in {words.listed(silent)}." if silent else ""
    return text if voice == ALL else f"{text} Counted: {words.VOICES[voice]}."


def _total(forms: pd.DataFrame, outlet: str, voice: str) -> Mapping[Hashable, object] | None:
    return next((row for row in _rows(forms, outlet, voice) if row["form"] == ALL), None)


def few(forms: pd.DataFrame, outlets: Sequence[str], voice: str) -> list[tuple[str, str]]:
    """Return the outlets with too few tellings for shares, each with its counts in words."""
    result = []
    for outlet in outlets:
        counts = _by_part(forms, outlet, voice)
        total = sum(counts.values())
        if total < MIN_TELLINGS:
            listed = ", ".join(f"{PARTS[part]} {k}" for part, k in counts.items() if k)
            text = f"{words.plural(total, 'telling')}: {listed}" if listed else "no tellings"
            result.append((outlet, text))
    return result


def harmed_label(kind: str) -> str:
    """Return the name shown for a kind of whoever was harmed."""
    return {**harm().kinds, ALL: "all", "unknown": "not clear"}[kind]


def shown_forms(forms: pd.DataFrame, outlets: Sequence[str], voice: str) -> pd.DataFrame:
    """Return how often the one who did it is left out, by who was harmed, for readers."""
    names = {
        "outlet": "Outlet",
        "harmed": "Who was harmed",
        "k": "Tellings",
        "left_out": "Nobody said to have done it",
        "elsewhere": "of these, named in another clause",
        "low": "Share from",
        "high": "to",
        "status": "Note",
    }
    rows = forms[
        forms["outlet"].isin(list(outlets)) & (forms["voice"] == voice) & (forms["form"] == ALL)
    ]
    usable = rows["status"].isin(["ok", "zero"])
    shown = rows.assign(
        harmed=rows["harmed"].map(harmed_label),
        status=rows["status"].map(words.STATUSES),
        low=rows["low"].where(usable),
        high=rows["high"].where(usable),
    )
    return shown[list(names)].round(2).rename(columns=names)


def who(triples: pd.DataFrame) -> pd.DataFrame:
    """Return who did what to whom, with the words shown for what is not told and a key."""
    events = {key: event.label for key, event in harm().events.items()}
    return triples.assign(
        who=triples["agent"].fillna(NOT_TOLD),
        what=triples["event"].map(events),
        whom=triples["victim"].fillna(NOT_TOLD),
        key=[f"triple|{number}" for number in range(len(triples))],
    )


def who_takeaway(table: pd.DataFrame) -> str:
    """Return how many different tellings there are, and in how many both sides are named."""
    if not len(table):
        return "No harm or force is told of in the chosen texts."
    both = int(((table["who"] != NOT_TOLD) & (table["whom"] != NOT_TOLD)).sum())
    return (
        f"{words.plural(len(table), 'different telling')} of who did what to whom; "
        f"{both} of them name both sides. All voices are counted."
    )


def who_points(table: pd.DataFrame) -> list[Point]:
    """Return one point per row of the list."""
    return [
        Point(
            key=str(row["key"]),
            labels=(str(row["outlet"]), _in_words(row)),
            query=Query(
                title=f"{_in_words(row)}. {row['outlet']}",
                outlet=str(row["outlet"]),
                telling=ALL,
                event=str(row["event"]),
                agent=_small(row["agent"]),
                victim=_small(row["victim"]),
            ),
        )
        for row in table.to_dict("records")
    ]


def _in_words(row: Mapping[Hashable, object]) -> str:
    return f"{row['who']} \u2192 {row['what']} \u2192 {row['whom']}"


def _small(value: object) -> str:
    return value.lower() if isinstance(value, str) else ""


def shown_who(table: pd.DataFrame) -> pd.DataFrame:
    """Return the list with the column names shown to readers."""
    names = {
        "outlet": "Outlet",
        "who": "Who",
        "what": "did what",
        "whom": "to whom",
        "k": "Tellings",
    }
    return table[list(names)].rename(columns=names)
