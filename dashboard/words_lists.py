"""The words of the page "Word lists"."""

TITLE = "Which words are looked for?"

INTRO = (
    "A word list holds rival words for one thing, each with a reason and a source. Lists count "
    "words; they do not say which word is right. Every list is looked for in every story."
)

OWN = "Your own lists"

OWN_INTRO = (
    "Give the list a name and two or more sides, with words one a line. Write "
    "\u201cword | note\u201d to say why a word is there; a star stands for any letters, as in "
    "peacekeep*. The list is kept on this computer, marked \u201cyour list\u201d wherever it is "
    "used, and the story is analysed again."
)

YOURS = "your list"

NEW = "A new list"

WHICH = "List"
NAME = "Name of the list"
QUESTION = "Question it asks (may stay empty)"
N_SIDES = "Number of sides"
SIDE = "Side {number}: name"
SIDE_WORDS = "Side {number}: words, one a line"
SAVE = "Save list"
DELETE = "Delete list"
EXPORT = "Export (.toml)"
IMPORT = "Import a list (.toml)"
KEEP = "Keep this list"
UNDO = "Undo"

ADVANCED = (
    "This list names word classes or guards, which the form cannot show. Export it, change the "
    "file, and import it again."
)

REPLACES = "A list of yours with this id is replaced; the change can be undone below."

PREVIEW = "What it would match in this story"

NO_PREVIEW = "Write words on two sides to see what they would match."

NO_MATCH = "None of these words stands in this story."

NOT_SEARCHED = "Not searched, because it cannot be read: {problem}"

TOO_LARGE = "{name}: {size:,} bytes; at most {most:,} are read. Split the list into several files."

CHANGES = "Changes to your lists"

CHANGE = {
    (False, True): "added",
    (True, True): "changed",
    (True, False): "deleted",
    (False, False): "deleted",
}
"""(there was a list before, there is one after) -> what was done."""

ALL = "All word lists"

FIND = "Find a word or a list"

NONE_FOUND = "No list holds this. Search for another word, or add a list of your own."

ANY_CLASS = "any"

HEADS = ("Word", "Side", "Part of speech", "Why it is listed", "Source")

NOT_IN_STORY = "Looked for and not found in this story"

NOTHING_IN_STORY = (
    "None of the listed words stands in the texts of this story. The lists that were looked for "
    "are named below; under \u201cWord lists\u201d you can add one of your own."
)
