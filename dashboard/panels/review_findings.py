"""What to check in a draft, by rule, each finding with its buttons."""

from __future__ import annotations

import streamlit as st

from analysis.review import Finding
from analysis.review.decisions import MAX_NOTE, Answer
from analysis.review.listing import summary
from dashboard import reviewing, state, words
from dashboard import words_review as said
from dashboard.components import frame, html
from dashboard.components.markup import show
from dashboard.prepare import review as prepared
from dashboard.reviewing import Review

_NOTE_OPEN, _ALL = "_review_note", "_review_all"


def findings(review: Review) -> None:
    """Show the findings of the draft."""
    found = reviewing.findings()
    st.header(said.FOUND, anchor=False)
    _head(review, found)
    choice = st.pills(
        said.SHOW,
        [said.OPEN, said.DECIDED, said.ALL],
        default=said.OPEN,
        required=True,
        key="review-show",
    )
    groups = prepared.shown(found, review.log, choice or said.OPEN)
    if not groups:
        frame.message(said.NONE_LEFT)
    for rule, members in groups.items():
        _group(review, rule, members)


def _head(review: Review, found: tuple[Finding, ...]) -> None:
    decided = prepared.n_decided(found, review.log)
    line = said.SUMMARY.format(
        version=review.version, label=review.label, summary=summary(found), answered=decided
    )
    show(html.takeaway(line))
    outlets = review.material.outlets
    beside = said.BESIDE.format(outlets=words.listed(list(outlets))) if outlets else said.ALONE
    show(html.paragraph(beside, kind="px-hint"))
    if review.same:
        same = said.SAME.format(outlets=words.listed(list(review.same)))
        show(html.paragraph(same, kind="px-hint"))
    for notice in review.material.draft.notices:
        frame.message(notice)
    if gone := prepared.n_gone(found, review.log):
        number = words.plural(gone, "decision")
        show(html.paragraph(said.GONE.format(number=number), kind="px-hint"))


def _group(review: Review, rule: str, members: list[Finding]) -> None:
    st.subheader(f"{members[0].title} ({len(members)})", anchor=False)
    if why := prepared.about(rule):
        show(html.paragraph(why, kind="px-hint"))
    is_whole = rule in state.kept(_ALL, frozenset[str]())
    for each in members if is_whole else members[: prepared.MAX_SHOWN]:
        _finding(review, each)
    if not is_whole and len(members) > prepared.MAX_SHOWN:
        st.button(
            said.SHOW_ALL.format(number=len(members)),
            key=f"review-all-{rule}",
            on_click=_show_all,
            args=(rule,),
        )


def _show_all(rule: str) -> None:
    state.keep(_ALL, state.kept(_ALL, frozenset[str]()) | {rule})


def _finding(review: Review, finding: Finding) -> None:
    answer = review.log.answers().get(finding.key)
    notes = review.log.notes().get(finding.key, ())
    with st.container(border=True, key=f"finding-{finding.key}"):
        show(prepared.finding_html(finding, review.material, prepared.guidance_names()))
        show(prepared.state_line(answer, notes))
        with st.container(horizontal=True, key=f"answers-{finding.key}"):
            if answer:
                _button(said.UNDO, finding, reviewing.undo, finding.key)
            else:
                _button(said.ACCEPT, finding, reviewing.answer, finding, Answer.ACCEPT)
                _button(said.DISMISS, finding, reviewing.answer, finding, Answer.DISMISS)
            is_open = state.kept(_NOTE_OPEN, "") == finding.key
            other = "" if is_open else finding.key
            label = said.CLOSE_NOTE if is_open else said.NOTE
            _button(label, finding, state.keep, _NOTE_OPEN, other)
        if is_open:
            _note(finding)


def _button(label: str, finding: Finding, act: object, *args: object) -> None:
    st.button(label, key=f"{label}-{finding.key}".lower(), on_click=act, args=args)  # pyright: ignore[reportArgumentType] -- any callback


def _note(finding: Finding) -> None:
    key = f"note-{finding.key}"
    st.text_area(said.NOTE_LABEL, key=key, max_chars=MAX_NOTE, height=90)
    st.button(said.SAVE_NOTE, key=f"save-{key}", on_click=_save_note, args=(finding, key))


def _save_note(finding: Finding, key: str) -> None:
    if words_ := state.chosen(key).strip():
        reviewing.answer(finding, Answer.NOTE, words_)
    state.keep(_NOTE_OPEN, "")
