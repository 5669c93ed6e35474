"""Reviews of drafts that somebody asked to keep: one thing each, deleted for good when asked."""

from __future__ import annotations

import secrets

from analysis.errors import InputError
from analysis.library.edit_log import decisions, edit
from analysis.library.forgetting import forget_edits
from analysis.library.kinds import EditKind, key_of, parts_of
from analysis.library.values import Edit

MAX_REVIEW = 1_000_000
"""Longest review kept, in characters: a draft of 100,000 and a thousand long decisions."""


def keep_review(
    story: str, value: str, *, review_id: str | None = None, author: str | None = None
) -> str:
    """Keep a review of a draft, or what became of one that is kept; return its id.

    Raises
    ------
    InputError
        If it is too long.
    """
    if len(value) > MAX_REVIEW:
        message = f"the review has {len(value):,} characters; at most {MAX_REVIEW:,} are kept"
        raise InputError(message)
    review_id = review_id or secrets.token_hex(8)
    edit(story, EditKind.REVIEW, key_of(review_id), value, author=author)
    return review_id


def reviews(story: str) -> dict[str, Edit]:
    """Return the reviews kept of a story's drafts: id -> latest state, the last kept first."""
    return {parts_of(each.key)[0]: each for each in decisions(story, [EditKind.REVIEW])}


def forget_review(review_id: str) -> str | None:
    """Delete a review and all its former states for good.

    Returns
    -------
    str or None
        What keeps the last bytes from being overwritten now, and what to do.
    """
    return forget_edits(EditKind.REVIEW, key_of(review_id))
