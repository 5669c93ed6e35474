"""The words of the Library page about what was set aside, the history, and backups."""

RETURNED = "Put back: it counts as article text from now on."
SET_ASIDE = "Set aside again: it is in no count."
WHICH_ARTICLE = "Article"

# History

HISTORY_INTRO = (
    "What people did to the library, the latest first. A deed is taken back whole; what held "
    "before it holds again, and the deed stays in this list."
)
HISTORY_NONE = "Nobody has changed anything yet."
OF_STORY = "Of story"
NOBODY = "no name given"
DELETED_ARTICLE = "an article that is not here any more"
TOLD_DEED = "What was changed"
MORE_EDITS = "and {number} more"

DEEDS = {
    "put_back": ("piece put back", "pieces put back"),
    "speaker": ("name of a speaker", "names of speakers"),
    "alias": ("mention of a speaker", "mentions of speakers"),
    "quote": ("speaker of a quotation", "speakers of quotations"),
    "role": ("role of a speaker", "roles of speakers"),
    "list": ("word list", "word lists"),
    "referent": ("naming word", "naming words"),
    "referent_name": ("name of what is named", "names of what is named"),
    "link": ("pair of statements", "pairs of statements"),
    "fact": ("name of a fact", "names of facts"),
    "field": ("field of an article", "fields of articles"),
    "member": ("article in or out of a story", "articles in or out of a story"),
    "story": ("field of a story", "fields of a story"),
    "kept": ("article kept or binned", "articles kept or binned"),
    "note": ("note", "notes"),
    "review": ("review of a draft", "reviews of drafts"),
}
"""What an edit of each kind is about: (one, several)."""

DONE_TO = {
    ("kept", "library"): ("article kept in the library", "articles kept in the library"),
    ("kept", "bin"): ("article moved to the bin", "articles moved to the bin"),
    ("member", "in"): ("article put into a story", "articles put into a story"),
    ("member", "out"): ("article taken out of a story", "articles taken out of a story"),
    ("story", "library"): ("story made", "stories made"),
    ("story", "bin"): ("story moved to the bin", "stories moved to the bin"),
}
"""The same where the value says more."""

EDIT_FIELD = "{field}: {value}"
EDIT_WAS = " (before: {value})"
EDIT_MEMBER = {"in": "put into {story}", "out": "taken out of {story}"}
EDIT_KEPT = {"library": "kept in the library", "bin": "moved to the bin"}
EDIT_STORY_KEPT = {"library": "story made", "bin": "story moved to the bin"}
EDIT_NOTE = "note: {value}"
EDIT_NOTE_GONE = "note removed"
EDIT_REVIEW = "review of a draft kept; open it on the page Review"
AS_FOUND = "as it was found"

# Keep safe

PLACE = "Where it lies"
PLACE_TEXT = (
    "The library is {where}. Backups made here lie in the folder \u201c{folder}\u201d beside it."
)
BACKUP = "Back up"
BACKUP_INTRO = (
    "One file with everything: articles, stories, edits, notes and word lists. It is read through "
    "before it counts as a backup. Keep a copy on another disk."
)
BACKUP_DO, BACKUP_GET = "Make a backup", "Download {name}"
BACKED_UP = "Backup {name}: {articles}, {edits}. SHA-256 of the file: {sha256}."
BACKUPS_THERE = "Backups in the folder, the latest first"
RESTORE = "Bring back a backup"
RESTORE_INTRO = (
    "Everything in the library is replaced by what the backup holds. What is there now is put "
    "aside in the backup folder first, so nothing is lost."
)
RESTORE_FROM = "From"
RESTORE_UPLOAD = "a file of yours"
RESTORE_FILE = "Backup file (.sqlite)"
RESTORE_SURE = "Replace what is in the library now"
RESTORE_DO = "Bring it back"
RESTORE_NOT_SURE = "Nothing was changed: tick the box first."
RESTORED = "Brought back: {articles}, {edits}.{before}"
RESTORED_BEFORE = " What was there before lies in the backup folder as {name}."
LARGE_FILE = "For files above {most} MB: python -m analysis library restore FILE"
EXPORT = "A story as one file"
EXPORT_INTRO = (
    "One zip with the story, its articles and what was decided about them, for another copy of "
    "Parallax."
)
EXPORT_RIGHTS = "Leave out texts that may not be passed on"
EXPORT_RIGHTS_HELP = (
    "Only articles whose rights say that the whole text may be passed on then have their text in "
    "the file; of the others, what is known and decided goes along."
)
EXPORT_DO, EXPORT_GET = "Make the file", "Download {name}"
EXPORTED = "The file of \u201c{title}\u201d holds {number} with text{without}."
EXPORTED_WITHOUT = "; without it: {number}"
IMPORT = "Take in a story file"
IMPORT_INTRO = (
    "A zip that was made here or by another copy of Parallax. Taking it in twice is once."
)
IMPORT_FILE, IMPORT_DO = "Story file (.zip)", "Take it in"
IMPORTED = "Taken in \u201c{title}\u201d: {new}, {known} there already.{without}{conflicts}"
IMPORTED_WITHOUT = " Without text, and so left out: {number}."
IMPORTED_CONFLICTS = " Not taken over, because others hold here: {number}."
CHECK = "Check"
CHECK_INTRO = (
    "Reads every article and every edit and compares each with its fingerprint. Nothing is changed."
)
CHECK_DO = "Check everything"
CHECK_WHOLE = "Everything is as it was written."
CHECK_DAMAGED = (
    "{number} found. Nothing was changed or deleted. Copy the library away, then bring back a "
    "backup."
)
CHECK_HEADS = ["Where", "What is wrong"]
