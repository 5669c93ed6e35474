"""The words of the Review page."""

from __future__ import annotations

TITLE = "What should be checked in this draft?"
AUDIT_TITLE = "Who is quoted, over time?"
INTRO = (
    "Read a draft beside the other articles of the story and your house's own rules. What comes "
    "out is a list of things to check, each with its sentence, the reason, the other articles' "
    "sentences and public guidance. Whoever signs decides."
)
PRIVACY = (
    "The draft never leaves this machine and is not kept: it stays in memory until you close "
    "this tab. Only \u201cKeep this review\u201d writes it, into the library on this machine; "
    "\u201cDelete for good\u201d removes every byte of it again."
)
PART = "Part of the page"
DRAFT_PART = "A draft"
AUDIT_PART = "Sources over time"

DRAFT = "The draft"
WAY = "How the draft comes in"
PASTE, FILE = "Paste", "File"
PASTE_LABEL = "The text of the draft, with its headline on the first line"
FILE_LABEL = "One file: .txt, .md, .html, .docx or .pdf"
LABEL = "Label of the review"
LABEL_HELP = "what you call it, such as \u201cPort strike, web\u201d"
NO_LABEL = "Untitled draft"
WITHOUT = "Whose draft is it?"
WITHOUT_HELP = "The articles of this outlet are left out of the comparison."
NOBODY = "none of the story's outlets"
READ = "Review the draft"
READ_AGAIN = "Review this version"
NOTHING_GIVEN = "There is no text yet. Paste the draft, or choose a file."
STOP = "Stop"
RUNNING = "Reading the draft beside the other articles: {done} of {total} texts done"
STARTING = "Starting to read"
STOPPED = "The review was stopped; nothing of it is kept."
NEW = "Begin another draft"

FOUND = "What to check"
SUMMARY = "Version {version} of \u201c{label}\u201d: {summary}; {answered} decided."
BESIDE = "Read beside {outlets}."
ALONE = "This story has no other article: only the rules about the draft itself were applied."
SAME = "Left out because it is the draft itself: {outlets}."
SHOW = "Show"
OPEN, DECIDED, ALL = "Open", "Decided", "All"
NONE_LEFT = "Nothing is left to show here."
SHOW_ALL = "Show all {number}"
WHOLE = "The whole draft"
ELSEWHERE = "In the other articles ({number})"
GUIDANCE = "Guidance"
NOT_OPENED = "(address not checked by us)"
SEVERITIES = {"must": "must be seen to", "check": "check", "note": "note"}

ACCEPT, DISMISS, NOTE, UNDO = "Accept", "Dismiss", "Note", "Undo"
SAVE_NOTE, CLOSE_NOTE = "Save the note", "Close"
NOTE_LABEL = "Note"
NOBODY_NAMED = "no label"

LOG = "Log ({number})"
LOG_EMPTY = "Nothing was decided yet."
UNDO_LAST = "Undo the last decision"
LOG_HEADS = ("When", "Who", "Version", "Rule", "Sentence", "Decision")
UNDONE = " (undone)"
GONE = "{number} of an earlier version whose sentence is not found any more: they stay in the log."

SIGN = "Keep, sign, hand on"
HTML, CSV, TOML = "Signed review (HTML)", "Findings (CSV)", "Profile (TOML)"
KEEP = "Keep this review"
KEEP_AGAIN = "Keep the new state"
KEPT = "Kept in the library on this machine, draft and decisions."
KEPT_ROW = "{label}, version {version}"
KEPT_LIST = "Kept reviews of this story"
OPEN_KEPT = "Open"
DELETE = "Delete for good"
DELETED = "Deleted for good."
CHANGED_KEPT = "This kept review cannot be read; it was written by another version."

PROFILE = "House profile"
WHICH = "Start from"
NO_PROFILE = "no house profile"
PROFILE_LABEL = "The profile as TOML (changes hold at once; Ctrl+Enter applies)"
PROFILE_HINT = (
    "Examples in our own words, not anybody's style guide. docs/review.md shows every field."
)
PROFILE_FINE = "{name}: {counts}. In this draft: {house}, of {summary}."
PROFILE_FINE_EMPTY = "{name}: {counts}. There is no draft to try it on yet."
PROFILE_WRONG = "{problem} Until it is corrected, the last profile that could be read holds."
PROFILE_FILE = "house-profile.toml"

AUDIT_INTRO = (
    "Who is quoted in one outlet's articles, month by month and section by section, over all "
    "stories of the library. What readers corrected holds here. It describes these articles; it "
    "says nothing of those that are not in the library, and it ranks nobody."
)
AUDIT_OUTLET = "Outlet"
AUDIT_BY = "Row by"
AUDIT_COUNT = "Count the sources"
AUDIT_READING = "Reading story {done} of {total}"
AUDIT_NONE = "No story of the library has an article of an outlet yet."
AUDIT_EMPTY = "No quote of this outlet was found in {articles}."
AUDIT_WHAT = "What is counted"
AUDIT_TAKEAWAY = "{outlet}: {quotes} in {articles}, {periods}."
AUDIT_CAVEAT = (
    "Shares are of the quotes of a row; the range draws the articles again (95 %) and is never "
    "narrower than counting alone. Under {quotes} quotes or {articles} articles a row is too few: "
    "its counts are shown and no share. The section is the form of the article or the first part "
    "of its address. Roles are read by rules and corrected on the page Voices."
)
AUDIT_DATELESS = "no date"
