"""The words of the Voices page: who speaks, who does not, and how to correct a speaker."""

WHO_SPEAKS, KINDS, ABSENT, VERBS, WHO = (
    "Who speaks",
    "Kinds of speakers",
    "Not heard here",
    "Verbs of saying",
    "Who is who",
)
"""Names of the page's sections, as they stand in its address."""

QUOTES, QUOTED_WORDS = "quotes", "quoted words"
"""What the matrix of speakers counts."""

NOBODY = "Nobody known"

FEW_NOTE = "Fewer than five quotes, listed instead of drawn:"

DIVERSITY_NOTE = (
    "The effective number says over how many kinds the quotes are spread: 1 = one kind only. "
    "More quotes show more kinds, so only the number expected in equally many quotes may be "
    "compared. Speakers whose kind is not clear are left out."
)

GIVEN_NOTE = (
    "Unnamed speakers are described without a name. Words inside quotation marks, "
    "a single quoted word included, count as direct speech."
)

ABSENT_NOTE = (
    "Only these texts were read: whoever is missing here may be heard in another article of the "
    "same outlet. One person under two names looks absent under each; merge them under "
    f"\u201c{WHO}\u201d."
)

VERB_KIND_NOTE = (
    "Which verb goes with which kind of speaker. A list says what a verb adds; read the "
    "sentences before you conclude."
)

CORRECT = (
    "Who said what is found by rules, and rules err. What you correct here is kept on this "
    "computer, changes every count at once, and survives a new analysis of the story. The text "
    "is never changed."
)

ROLE_SET_BY = "words that decided"

NOT_APPLIED = "Kept, but it applies to nothing in these texts now:"

MADE = "Corrections made"

NONE_MADE = "No speaker of this story was corrected."

FIRST = "Heard first"
