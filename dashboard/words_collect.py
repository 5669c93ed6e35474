"""The words of the page "Collect"."""

TITLE = "Which articles do you bring?"

INTRO = (
    "Paste a text, choose files, or give web addresses. You look at each article and correct it "
    "before anything is kept; what you save stays on this computer."
)

WAY = "How"
PASTE, FILES, FOLDER = "Paste text", "Files", "A folder"
WEB = "Web addresses and feeds"

PASTE_LABEL = "The text of one article, or web addresses one a line"
PASTE_HINT = (
    "Paste headline, author line and date with the text: they are found in it. For a second "
    "article, read the first one, then paste again."
)
READ_TEXT = "Read this text"

FILES_LABEL = "Articles, tables of articles, saved pages, or a .zip of them"
FILES_HINT = (
    "Text, Markdown, web pages, Word and PDF; CSV, JSON Lines and Parquet tables with one article "
    "a row; exports of Media Cloud, news services and Zotero; at most {most} MB a file. Larger "
    "tables: python -m analysis add FILE."
)
READ_FILES = "Read these files"

FOLDER_LABEL = "A folder, with the folders in it"
FOLDER_HINT = (
    "Files of these kinds are taken from it, at most {most} MB each; others, such as the pictures "
    "of a saved page, are left where they are: {kinds}."
)
READ_FOLDER = "Read this folder"

WEB_LABEL = "Addresses of articles or feeds, one a line"
WEB_NOTICE = (
    "Nothing is fetched until you press the button. When you do, the site you name sees the "
    "internet address of this computer and the name of this program, as it would with a browser. "
    "One page is fetched at a time, at most {rate} a minute; pictures and scripts are not loaded."
)
FETCH = "Fetch these pages"

NOTHING_GIVEN = "There is nothing to read yet: write or choose something first."

READING = "Reading: {words}"
SO_FAR = "{number} so far"
STOP = "Stop"
STOPPED = "Stopped. What was read until then stands below."
BROKE_OFF = (
    "Reading broke off. What was read until then stands below; try the rest again, or paste it."
)
TOO_MANY = (
    "The first {most:,} are shown here; the rest was not read. Save these, then bring the file in "
    "again, or use the command line: python -m analysis add FILE."
)

DESK = "To look at before saving"
DESK_HINT = "Nothing here is saved yet. It stays in this tab until you save it or clear it."
CLEAR = "Clear all"

REFUSED = "Could not be read"
DISMISS = "Take these messages away"

TO_FETCH = "Addresses without a text"
FETCH_NOTICE = (
    "Fetching shows the sites the internet address of this computer and the name of this program."
)
FETCH_ROWS = "Fetch {number}"
DROP_ROWS = "Leave them out"
MORE_ROWS = "and {number} more"

TAKE = "Add article {number}"
NO_HEADLINE = "(no headline found)"
CORRECT, DONE = "Correct", "Close the fields"
NOT_KNOWN = "not known"
YOURS = "corrected by you; found: {found}"
YOURS_NEW = "given by you"
ASIDE = "Cleaning sets aside: {kinds}. It stays with the article and is listed under Library."
NO_ASIDE = "Cleaning sets nothing aside."
APART = "Analysed apart: {kinds}."
NO_TEXT = "Cleaning finds no article text in it. Look at how it begins before you save it."
CHOOSE_PAGE = "Articles {first} to {last} of {number}"
PREVIOUS, NEXT = "Previous {most}", "Next {most}"

NOT_MEASURED = "Not measured: no word lists for {language}. It is kept and shown."
OUTLET_MISSING = "Name the outlet: articles are compared by who published them."

FIELDS = {
    "outlet": "Outlet",
    "title": "Headline",
    "byline": "Author",
    "published": "Published",
    "url": "Address",
    "language": "Language",
    "rights": "What may leave this computer",
}
"""Fields a person can correct, in the order of the form."""

FIELD_HELP = {
    "published": "2024-03-12, or with the time 2024-03-12T14:30+06:00",
    "language": "Its code: en, ru, kk",
    "url": "https://\u2026",
}

RIGHTS = {
    "": "sentences as evidence, and the link (not stated)",
    "full": "the whole text",
    "excerpt": "sentences as evidence, and the link",
    "link": "the link and the counts only",
}
"""What reports and shared files may hold of an article."""

RIGHTS_NOTE = (
    "On this computer you always see the whole text. Rights decide what of it reports and shared "
    "files may hold: choose \u201cthe whole text\u201d only if the publisher allows it."
)

SAME_TEXT = (
    "Already in the library: the same text as {what}, added on {day}. It is not added twice; "
    "what this copy knows and that one does not is filled in."
)
NEAR = {
    "version": "Looks like another version of {what}: {share} of the shorter text stands in both.",
    "copy": "Looks like a copy of {what}: {share} of the shorter text stands in both.",
}
MORE_NEAR = "{number} on this page or in the library are like it, too."
EQUAL = "The same text as {what}."
ON_DESK = "{what}, which is to be added too"
COMPARED = (
    "Near copies are looked for among the {most:,} articles added last; the same text is found "
    "among all."
)

BULK = "For all at once"
BULK_OUTLET = "Outlet"
BULK_OPEN = "Set where none is known ({number})"
BULK_ALL = "Set for all ({number})"
BULK_RIGHTS = "Set rights for all ({number})"
TAKE_ALL, TAKE_NONE = "Take all", "Leave all out"
TAKE_NEW = "Take only what is new ({number})"

PROPOSALS = "These may belong together"
PROPOSAL = "{number} articles, {days}. Words they share: {words}."
PROPOSAL_NOTE = (
    "Proposed because they share telling words and were published close to each other. Look "
    "before you save: likeness is not proof that the event is the same."
)
TAKE_GROUP = "Take only these {number}"

STORY = "Which story do they belong to?"
INTO = "Put them into"
NEW, THERE, NONE = "a new story", "a story that is there", "no story yet"
STORY_TITLE = "Title of the new story"
STORY_WHICH = "Story"
TITLE_MISSING = "Give the new story a title, or choose another place for the articles."
NO_STORY_NOTE = "They can be put into a story later, under Library."
NOTHING_TAKEN = "No article is chosen: take at least one."
CANNOT_KEEP = "{number} cannot be saved as it is; see the message with it, or leave it out."
SAVE = "Save {number}"
NOT_SAVED = "Nothing was saved: {problem}"

SAVED = "Saved: {new}{known}{place}."
ALREADY = "{number} already there"
IN_STORY = " In the story \u201c{title}\u201d."
UNDO = "Undo"
UNDONE = "Taken back. The articles stand below again, and nothing of them is in a story."
OPEN_STORY = "Compare the articles of this story"

NOT_WRITABLE = "Nothing can be saved now: {why}. You can still read and look."
