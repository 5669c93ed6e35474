"""Keeping a review when somebody asks for it: in the library, opened again, deleted for good."""

from __future__ import annotations

import json

from analysis import library
from analysis.collect import Paste
from analysis.errors import ParallaxError
from analysis.review.decisions import Kept, from_record, to_record
from dashboard import review_house, reviewing, state
from dashboard import words_review as said


def kept_id() -> str | None:
    """Return the id under which this review is kept, if it is."""
    return state.kept(reviewing.KEPT_ID, None)


def keep() -> None:
    """Write the draft and its decisions into the library."""
    review = reviewing.current()
    if review is None:
        return
    value = Kept(
        review.label,
        review.story,
        review.version,
        review.text,
        review_house.profile_text(),
        review.without,
        review.log,
    )
    try:
        made = library.keep_review(
            review.story,
            json.dumps(to_record(value), ensure_ascii=False),
            review_id=kept_id(),
            author=state.author(),
        )
    except ParallaxError as err:
        reviewing.tell(str(err))
        return
    state.keep(reviewing.KEPT_ID, made)
    reviewing.tell(said.KEPT)


def kept_reviews(story: str) -> dict[str, Kept]:
    """Return the kept reviews of a story that can be read, the last kept first."""
    found: dict[str, Kept] = {}
    for key, edit in library.reviews(story).items():
        try:
            found[key] = from_record(json.loads(edit.value or ""))
        except (ValueError, KeyError, TypeError):
            reviewing.tell(said.CHANGED_KEPT)
    return found


def open_kept(review_id: str, kept: Kept) -> None:
    """Take up a kept review: its draft is read again, its decisions hold."""
    review_house.hold(kept.profile)
    state.put(reviewing.LABEL, kept.label)
    state.put(reviewing.WITHOUT, kept.without or "")
    state.put(reviewing.PASTED, kept.text)
    reviewing.begin(Paste(kept.text), kept.story, kept.without)
    reviewing.go_on_from(kept)
    state.keep(reviewing.KEPT_ID, review_id)


def delete(review_id: str) -> None:
    """Delete a kept review for good."""
    try:
        left = library.forget_review(review_id)
    except ParallaxError as err:
        reviewing.tell(str(err))
        return
    if kept_id() == review_id:
        state.keep(reviewing.KEPT_ID, None)
    reviewing.tell(left or said.DELETED)
