"""How each outlet names the same person or thing: what readers regrouped, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis import library
from analysis.corrections import Corrections, key_of, read_corrections
from analysis.library import Change, Edit, EditKind
from analysis.schema import records, table
from analysis.types import ARTICLE_KINDS, AnnotatedArticle, Label

if TYPE_CHECKING:
    import pandas as pd

ALL_VOICES = "all"

NO_GROUP = ""
"""The decision that naming words belong to no referent."""

_KINDS = frozenset({EditKind.REFERENT, EditKind.REFERENT_NAME})


def referents(
    articles: Sequence[AnnotatedArticle], corrections: Corrections
) -> tuple[AnnotatedArticle, ...]:
    """Return the articles with their labels under the referents that readers gave them.

    An edit is about naming words, capitals aside: it moves them wherever they stand in the
    story. A referent renamed to the name of another joins it; renaming twice is renaming
    to the last name. Words that no article has change nothing.
    """
    moved = {key[0]: name for key, name in corrections.of(EditKind.REFERENT).items()}
    names = {key[0]: name for key, name in corrections.of(EditKind.REFERENT_NAME).items()}
    if not moved and not names:
        return tuple(articles)
    return tuple(
        replace(each, labels=tuple(_decided(label, moved, names) for label in each.labels))
        for each in articles
    )


def _decided(label: Label, moved: Mapping[str, str], names: Mapping[str, str]) -> Label:
    name = moved.get(label.label.lower(), label.referent)
    return replace(label, referent=_last_name(name, names) if name else None)


def _last_name(name: str, names: Mapping[str, str]) -> str:
    """Return what a referent is called now, through all its renamings."""
    seen = {name}
    while name in names and names[name] not in seen:
        name = names[name]
        seen.add(name)
    return name


def move_label(story: str, label: str, referent: str) -> None:
    """Keep what some naming words name; an empty referent takes them out of any group."""
    library.edit(story, EditKind.REFERENT, key_of(label.lower()), referent.strip())


def rename_referent(story: str, name: str, new: str) -> None:
    """Keep what a referent is called; going back to a former name takes back what changed it."""
    new = new.strip()
    names = {k[0]: v for k, v in read_corrections(story).of(EditKind.REFERENT_NAME).items()}
    former = new
    way = []
    while former in names and former not in way:
        way.append(former)
        former = names[former]
    if way and former == name:
        library.record(Change(story, EditKind.REFERENT_NAME, key_of(each), None) for each in way)
    elif new and new != name:
        library.edit(story, EditKind.REFERENT_NAME, key_of(name), new)


def label_edits(story: str) -> tuple[Edit, ...]:
    """Return the edits of labels and referents in force, the latest first."""
    return library.decisions(story, _KINDS)


def label_counts(labels: pd.DataFrame) -> pd.DataFrame:
    """Return how often each outlet names each referent in which words.

    One row per referent, label, outlet and voice (``all`` = any): ``k`` times, of ``n``
    times that the outlet names the referent at all. Labels that differ in capitals only
    are one, under their most frequent form; captions and galleries are left out.
    """
    totals: Counter[tuple[str, str]] = Counter()
    counts: Counter[tuple[str, str, str, str]] = Counter()
    shown: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for row in records(_counted(labels)):
        referent, label, outlet = str(row["referent"]), str(row["label"]), str(row["outlet"])
        totals[referent, outlet] += 1
        shown.setdefault((referent, label.lower()), Counter())[label, str(row["form"])] += 1
        for voice in (ALL_VOICES, str(row["voice"])):
            counts[referent, label.lower(), outlet, voice] += 1
    best = {key: max(forms, key=lambda f: (forms[f], f)) for key, forms in shown.items()}
    rows: list[dict[str, object]] = [
        {
            "referent": referent,
            "label": best[referent, label][0],
            "form": best[referent, label][1],
            "outlet": outlet,
            "voice": voice,
            "k": k,
            "n": totals[referent, outlet],
        }
        for (referent, label, outlet, voice), k in counts.items()
    ]
    return table("label_counts", rows)


def several_ways(counts: pd.DataFrame) -> pd.DataFrame:
    """Return what is named in more than one way, that named most often first.

    One row per referent: ``k`` times named, in how many ``labels`` and ``outlets``.
    """
    rows = counts[counts["voice"] == ALL_VOICES]
    grouped = rows.groupby("referent", sort=True).agg(
        k=("k", "sum"), labels=("label", "nunique"), outlets=("outlet", "nunique")
    )
    kept = grouped[grouped["labels"] > 1].sort_values("k", ascending=False, kind="stable")
    return kept.reset_index()


def _counted(labels: pd.DataFrame) -> pd.DataFrame:
    in_article = labels["block"].isin([kind.value for kind in ARTICLE_KINDS])
    return labels[in_article & labels["referent"].notna()]
