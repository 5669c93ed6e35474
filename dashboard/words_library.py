"""The words of the page "Library"."""

TITLE = "What is kept, and what was decided?"

LOOK = "Look at"
ARTICLES, STORIES, COPIES = "Articles", "Stories", "Versions and copies"
ASIDE, HISTORY, SAFE = "Set aside", "History", "Keep safe"

WHO = "Who are you?"
WHO_HINT = (
    "A name or initials, kept with your edits so that others can ask you about them. You may "
    "leave it empty."
)
NOT_WRITABLE = "{why}. You can still read and look."
UNDO, UNDONE = "Undo", "Taken back: {text}"
NOTHING_CHANGED = "Nothing was changed: it was like that already."
GIVEN = "given by a reader"
"""How the library says that a field was corrected (article_rows.GIVEN)."""
OPEN_STORY = "Compare its articles"
ANYTHING = "any"
NOT_KNOWN = "not known"
NO_HEADLINE = "(no headline)"

# The list of articles

ARTICLES_INTRO = (
    "Everything that is kept: the articles you brought in, and those of the stories that come "
    "with Parallax. Choose a headline to see, correct or remove an article; choose several to "
    "change them at once."
)
FIND = "Find words in headline and text"
OUTLET, LANGUAGE, STORY = "Outlet", "Language", "Story"
FROM_MONTH, TO_MONTH = "From", "To"
ADDED, WHERE = "Added", "Where"
ADDED_SINCE = {
    "\0": "any time",
    "1": "in the last day",
    "7": "in the last 7 days",
    "30": "in the last 30 days",
}
"""Days back -> what the filter says."""
IN_LIBRARY, IN_BIN = "in the library", "in the bin"
CLEAR_SEARCH = "Clear the search"
FOUND = "{number} found"
SHOWN = "{first} to {last} of {number}"
NONE_FOUND = "No article is like this. Take a word or a filter away, or clear the search."
BIN_EMPTY = "The bin holds no article like this."
EMPTY_OWN = (
    "You have brought in no article yet: what is listed here comes with Parallax. Bring in your "
    "own on the page \u201cCollect\u201d."
)
EMPTY_ALL = (
    "There is no story yet, and no article. Bring in articles of your own on the page "
    "\u201cCollect\u201d."
)
COLLECT = "Bring in articles"
CHOOSE = "Choose \u201c{headline}\u201d"
CHOOSE_PAGE, CHOOSE_NONE = "Choose all on this page", "Choose none"
PREVIOUS, NEXT = "Previous {most}", "Next {most}"
COMES_WITH = "comes with Parallax"
IN_STORIES = "in {titles}"
IN_NO_STORY = "in no story"
NEAR_MARK = "\u2248 near copy"
DAMAGED_MARK = "\u26a0 damaged"

# Articles: many at once

BULK = "Change many at once"
BULK_WHICH = "Which articles"
BULK_CHOSEN, BULK_FOUND = "those chosen", "all that were found"
BULK_WHAT = "What to do"
BULK_NONE = "Choose articles with the boxes beside their headlines, or take all that were found."
SET_OUTLET, SET_RIGHTS, SET_LANGUAGE = "Set the outlet", "Set the rights", "Set the language"
PUT_IN, TAKE_OUT = "Put into a story", "Take out of a story"
TO_BIN, FROM_BIN = "Move to the bin", "Bring back from the bin"
NEW_OUTLET, NEW_LANGUAGE, NEW_RIGHTS = "Outlet", "Language code (en, kk, pt-BR)", "Rights"
BULK_EMPTY = "Leave it empty to say that it is not known."
A_NEW_STORY, NEW_TITLE = "a new story", "Title of the new story"
DO = "Change {number}"
DONE = "{what}: {number}."
STAYED = " Staying where they are, because they come with Parallax: {number}."
WHAT_VALUE = "{what} to \u201c{value}\u201d"
WHAT_UNKNOWN = "{what} to \u201cnot known\u201d"
WHAT_STORY = "{what} \u201c{title}\u201d"
NO_STORY = "There is no story to choose; make one under \u201cStories\u201d."

# One article

BACK = "Back to the list"
FIELDS = {
    "title": "Headline",
    "byline": "Author",
    "outlet": "Outlet",
    "published": "Published",
    "url": "Address",
    "language": "Language",
    "genre": "Form",
    "rights": "Rights",
}
FIELD_HELP = {
    "published": "2024-03-12, or with the time 2024-03-12T14:30+06:00",
    "language": "Its code: en, ru, kk",
    "url": "https://\u2026",
    "genre": "report, analysis, opinion, \u2026",
}
RIGHTS = {
    "": "not stated: sentences as evidence, and the link",
    "full": "the whole text may be passed on",
    "excerpt": "sentences as evidence, and the link",
    "link": "the link and the counts only",
}
GONE = "This article is not in the library any more: it was deleted, or its story is in the bin."
BINNED_NOW = "This article is in the bin: it is in no list, no story and no count."
DAMAGE = (
    "The text does not match its fingerprint, so it is not shown and not counted: {what}. Nothing "
    "was deleted. Bring back a backup under \u201cKeep safe\u201d, or bring the article in again."
)
ADDED_FACT, FROM_FACT, STORIES_FACT, SIZE_FACT = "Added", "Came from", "Stories", "Length"
BY = "{day}, by {who}"
WAYS = {
    "paste": "pasted text",
    "file": "file {name}",
    "table": "table {name}",
    "archive": "archive {name}",
    "web": "page {name}",
    "feed": "feed {name}",
}
PART = "{origin}, {part}"
CORRECT = "Correct what is known of it"
CORRECT_HINT = (
    "The text itself never changes. An empty field says that it is not known. A comparison takes "
    "a correction over when it is opened again."
)
SAVE = "Save corrections"
SAVED = "Corrected: {fields} of \u201c{headline}\u201d."
TEXT = "The text as it came in"
EDITS = "Edits of this article"
NO_EDITS = "Nobody has changed anything about this article."
UNDO_ALL = "Undo all {number}"
TAKEN_BACK = "taken back"

NOTES = "Notes"
NOTE_NEW, NOTE_ADD = "A new note", "Add the note"
NOTE_CHANGE, NOTE_SAVE, NOTE_REMOVE, NOTE_CANCEL = "Change", "Save the note", "Remove", "Cancel"
NOTE_TEXT = "The note, changed"
NOTE_ADDED, NOTE_CHANGED, NOTE_REMOVED = "Note added.", "Note changed.", "Note removed."
NOTE_EMPTY = "The note is empty: write something first."
NOTE_CONFLICT = (
    "{problem}. What you wrote is still in the field; saving it once more replaces the note that "
    "is shown now."
)
NOTE_GONE = (
    "Somebody else removed this note in the meantime. What you wrote stands in the field for a "
    "new note."
)
NOTE_ABOUT = "about \u201c{words}\u201d"

REMOVE = "Remove"
REMOVE_INTRO = (
    "The bin takes an article out of all lists, stories and counts; it can be brought back at any "
    "time."
)
OUT_OF_STORY = "Take out of its story"
BACK_INTO_STORY = "Put back into its story"
BINNED, BROUGHT_BACK = (
    "In the bin: \u201c{headline}\u201d.",
    "Brought back: \u201c{headline}\u201d.",
)
DELETE = "Delete for good"
DELETE_INTRO = (
    "Deletes the text, what is known of it, every edit and note about it, and the kept analyses "
    "of its stories. This cannot be undone. Backups and exported files are left as they are; "
    "those in the backup folder that hold the article are named afterwards."
)
DELETE_WORD = "delete"
DELETE_TYPE = "Type \u201cdelete\u201d to confirm"
DELETE_NOT_TYPED = "Nothing was deleted: type \u201cdelete\u201d first."
DELETED = "Deleted for good: \u201c{headline}\u201d, with its edits and notes{caches}.{backups}"
DELETED_CACHES = " and {number}"
DELETED_NO_BACKUP = " No backup in the backup folder holds it."
DELETED_BACKUPS = (
    " These backups in the backup folder still hold it; delete them by hand if it must be gone "
    "there too: {names}."
)
SHIPPED_STAYS = (
    "This article comes with Parallax: it can be taken out of its story, but not deleted."
)
