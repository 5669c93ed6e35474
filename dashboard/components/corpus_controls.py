"""What a reader chooses on the page of a batch; each choice stands in the URL."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analysis.corpus import Period
from dashboard import batches, reference, state
from dashboard import words_corpus as said
from dashboard.components import frame, html
from dashboard.components.markup import plain, show
from dashboard.prepare import followed as prepared
from dashboard.prepare.over_time import usual_step

MAX_LISTED = 20
"""Outlets listed to be ticked; any other can be added from a list that can be searched."""

MAX_PANELS, FIRST_PANELS = 6, 4
"""Outlets shown at most, and until somebody chooses."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be shown: which measure, in whose words, in which step, of which outlets."""

    followed: prepared.Followed
    words: state.Words
    period: Period
    outlets: tuple[str, ...]
    """By name, never by value."""

    @property
    def voice(self) -> str:
        """Return the name of the choice of words in the tables."""
        return self.words.voice


def choice(batch: batches.Batch) -> Choice:
    """Show the controls and return what they hold."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="corpus-controls"):
        followed = _followed(batch)
        state.check_url("voice", state.Words)
        voice = st.selectbox(
            said.WHOSE, [w.value for w in state.Words], key="voice", bind="query-params", width=180
        )
        state.check_url("step", Period)
        period = st.segmented_control(
            said.STEP,
            [each.value for each in Period],
            default=usual_step(batch.span).value,
            required=True,
            key="step",
            bind="query-params",
        )
    return Choice(followed, state.Words(voice), Period(str(period)), _outlets(batch.outlets))


def _followed(batch: batches.Batch) -> prepared.Followed:
    found = prepared.choices(
        batch.measures, batch.uses, reference.contrast_lists(), reference.measure_labels()
    )
    by_key = {each.key: each for each in found}
    labels = {each.key: each.label for each in found}  # a list of this kind reads no Markdown
    state.check_url("follow", labels.values())
    chosen = st.selectbox(
        said.FOLLOW,
        list(labels),
        format_func=labels.__getitem__,
        key="follow",
        bind="query-params",
        width=440,
    )
    return by_key[chosen]


def _outlets(outlets: tuple[str, ...]) -> tuple[str, ...]:
    """Show the outlets with most articles, by name, and a list of the rest."""
    listed, rest = sorted(outlets[:MAX_LISTED]), sorted(outlets[MAX_LISTED:])
    state.check_url("papers", [plain(name) for name in listed])
    ticked = st.pills(
        said.OUTLETS,
        listed,
        selection_mode="multi",
        default=list(outlets[:FIRST_PANELS]),
        format_func=plain,
        key="papers",
        bind="query-params",
    )
    chosen = {*ticked}
    if rest:
        state.check_url("another", rest)
        other = st.selectbox(
            said.OTHER,
            rest,
            index=None,
            placeholder=said.NO_OTHER,
            key="another",
            bind="query-params",
            width=320,
        )
        show(html.paragraph(said.FEWER.format(listed=MAX_LISTED), kind="px-hint"))
        chosen |= {other} if other else set()
    if len(chosen) > MAX_PANELS:
        frame.message(said.TOO_MANY.format(most=MAX_PANELS))
    return tuple(sorted(chosen)[:MAX_PANELS])
