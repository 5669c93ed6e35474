"""The words of the page about a batch over time."""

from __future__ import annotations

TITLE = "How does coverage change over time?"

NO_BATCH = (
    "No batch is open. A batch is the analysis of any number of articles, kept as a folder of "
    "tables; this page follows outlets through its weeks, months and years, and opens the "
    "sentences behind each number. Make one, and start the dashboard with it:"
)
COMMANDS = (
    "python -m analysis batch news.parquet more/ result/\npython -m dashboard --batch result/"
)
WHO_CHOOSES = (
    "The folder is named where the dashboard is started, so that nobody who only opens this page "
    "can read other folders of this computer."
)
NOTHING = "This batch holds no article that can be counted."
NO_OUTLET = "No outlet is chosen. Choose one or more."
NO_NUMBER = "There is nothing to count in these words for the chosen outlets."

FOLLOW = "What to follow"
WHOSE = "Whose words"
STEP = "One mark per"
OUTLETS = "Outlets"
OTHER = "One more outlet"
NO_OTHER = "none"

TOO_MANY = "{most} outlets at a time stay readable: the first {most} by name are shown."
FEWER = (
    "The {listed} outlets with most articles are listed; \u201cOne more outlet\u201d has the rest."
)

UNDATED = "date not known"

RANGE = (
    "The vertical line is the 95 % range. From five articles on it takes the article as its "
    "unit, because the sentences of one article are alike. A hollow mark rests on fewer than "
    "five articles and speaks of those texts only"
)
TONE_RANGE = "; tone has no range then."
GAPS = "Where no mark stands, no article could be counted."
AS_STATED = (
    "A batch takes articles as its files state them: outlets and dates are not checked, and what "
    "readers corrected in the library is not used."
)
LISTS = "Word lists miss irony, quotation and context: open the sentences before you conclude."
CUT = "The end of the axis cuts off {n} of the ranges; the table has them whole."
OLDER = "Only the newest {most} {steps} are shown; a longer step shows what is older."
SHARE = "share of sentences"
MEAN = "mean share of a sentence"
NOT_DRAWN = "Without a known date, and so not in the picture: {which}."

MORE = "Show more sentences"
AS_CSV = "These sentences as CSV"
BEHIND = "The sentences behind the number"
NONE_BEHIND = "0 sentences found."
LOOKED_FOR = "Words looked for: {words}."
ALL_BEHIND = "All {n}, the newest articles first."
FIRST_BEHIND = "The first {shown} of {of:,} sentences, the newest articles first."
SOME_BEHIND = "The first {n}, the newest articles first; there may be more."
ON_BALANCE = {
    "tone_positive": (
        "The number is a mean over all sentences; here are those whose words are on balance "
        "positive."
    ),
    "tone_negative": (
        "The number is a mean over all sentences; here are those whose words are on balance "
        "negative."
    ),
}
