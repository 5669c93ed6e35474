"""What stands beside the numbers, on pages and in files: notices, caveats, limits; no verdicts."""

from __future__ import annotations

from collections.abc import Collection

_OPEN = "Word lists miss irony, quotation and context: open the sentences before you conclude."

NOTICE = (
    "One article per outlet, chosen by us. Differences describe these texts, not the outlets. "
    f"{_OPEN}"
)


def notice(articles: Collection[int], enough: int) -> str:
    """Return what the numbers may speak of, from how many articles each outlet has.

    ``enough`` articles of every outlet let a number speak of the outlets.
    """
    fewest, most = min(articles, default=1), max(articles, default=1)
    if most == 1:
        return NOTICE
    if fewest < enough:
        return (
            f"{fewest} to {most} articles per outlet, chosen by us. With fewer than {enough} of "
            f"each, differences describe these texts, not the outlets. {_OPEN}"
        )
    return (
        f"At least {fewest} articles per outlet, chosen by us. Ranges of word choice say how far "
        f"the numbers hang on which articles were chosen. {_OPEN}"
    )


RANGE_NOTE = "The line is the 95 % range from counting alone; the real uncertainty is larger."

HOLLOW_NOTE = "A hollow mark is a zero: the words were looked for and not found."

WHERE_NOTE = "A hollow mark stands in someone else's words. Captions and galleries are left out."

TONE_NOTE = (
    "Emotional vocabulary, not an opinion: reports of violence use negative words whoever "
    "tells them. The list was made for social media and misses much news vocabulary."
)

STRIP_NOTE = "A hollow mark is a sentence that is, in whole or in part, someone else's words."

ROLE_NOTE = "Roles are read from the words of the article alone and are sometimes wrong."

VERB_NOTE = "What a verb adds is taken from a list; the sentence may use it in another sense."

READING_NOTE = (
    "Formulas count syllables, letters and listed easy words; they do not know whether a text "
    "is clear. Long names raise them."
)

WORDING_NOTE = (
    "A word on these lists may be right where it stands: a hedge can be care, and praise can be "
    "deserved. The list says that it is there. Open the sentences before you conclude."
)

LABEL_NOTE = (
    "Which phrases name the same thing is a proposal made from the words alone: of 150 checked by "
    "hand, 126 stood in the right group."
)
"""Phrases of proposed groups judged by hand (docs/methods.md, "Names for the same thing")."""

DISTINCTIVE_NOTE = (
    "Leads to read, not results. Beyond chance means beyond the highest that any word reached in "
    "95 of 100 random deals of the same {units}. Of twenty stories without any difference, one "
    "would still show a word beyond it."
)

GAP_NOTE = "Gaps between short texts are easily chance: the ranges are on the pages behind."

METHOD = (
    "Parallax counts words, voices and sentences and shows each number with the sentences "
    "behind it. It gives no score for an outlet, no political label and no order of merit."
)

LIMITS = (
    "One article is not an outlet: differences describe the texts, not who published them.",
    "Word lists see words, not meanings; irony, negation and unlisted words escape them.",
    "Reported speech that the rules do not find counts as the outlet's own words.",
    "A role is read from the article's own words; names are not looked up and not profiled.",
    "Ranges come from counting alone: the choice of articles and errors of the rules add to them.",
    "Statements are reported, not checked: Parallax does not say what is true.",
)
