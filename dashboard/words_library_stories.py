"""The words of the Library page about stories, proposals, versions and copies."""

STORIES_INTRO = (
    "A story holds articles on one event; only articles of one story are compared. Put articles "
    "into stories under \u201cArticles\u201d, or take a proposal below."
)
STORY_HEADS = ["Story", "Articles", "Made"]
NO_STORIES = "There is no story yet. Give one a title below, or bring in articles."
NEW_STORY, MAKE_STORY = "A new story", "Make the story"
MADE = "Made the story \u201c{title}\u201d{articles}."
WITH_ARTICLES = " with {number}"
ONE_STORY = "Look at one story"
STORY_FIELDS = {
    "title": "Title",
    "summary": "What happened, in a sentence",
    "place": "Place",
    "time_zone": "Time zone of the place (Asia/Almaty)",
    "event_start": "First day of the event (2022-01-02)",
    "event_end": "Last day of the event",
    "note": "Note on the choice of articles",
}
DESCRIBE = "Title, place and days"
SAVE_STORY = "Save the story"
DESCRIBED = "Saved: {fields} of \u201c{title}\u201d."
STORY_EMPTY = "This story has no articles yet. Put some into it under \u201cArticles\u201d."
MERGE, MERGE_WHICH, MERGE_DO = "Merge another story into it", "Story", "Merge"
MERGE_INTRO = (
    "Its articles and the decisions about them come into this story; the other story goes to the "
    "bin."
)
MERGED = "Merged \u201c{other}\u201d into \u201c{title}\u201d."
NO_OTHER = "There is no other story to merge."
SPLIT, SPLIT_DO = "Split it", "Make them a story of their own"
SPLIT_INTRO = (
    "Choose the articles that belong to another event. They leave this story with what was "
    "decided about them."
)
SPLIT_NONE = "Choose at least one article to split off."
SPLIT_DONE = "Split off {number} as \u201c{title}\u201d."
BIN_STORY, BIN_STORY_DO = "Bin", "Move the story to the bin"
BIN_STORY_INTRO = (
    "The story leaves all lists; its articles stay in the library. Undo it here or under "
    "\u201cHistory\u201d."
)
STORY_BINNED = "In the bin: the story \u201c{title}\u201d. Its articles stay."
TAKEN_OUT = "Taken out of this story"
PUT_BACK = "Put back"

PROPOSALS = "Articles that may belong together"
PROPOSALS_INTRO = (
    "Proposed because they share telling words and were published close to each other. Likeness "
    "is not proof that the event is the same: look at the headlines first."
)
PROPOSALS_NONE = (
    "Nothing to propose: no articles outside of stories are like one another or like a story. "
    "Bring in more on the page \u201cCollect\u201d."
)
PROPOSED_LIMIT = "Looked through: the {most:,} articles added last."
PROPOSED_NEW, PROPOSED_INTO = "Make this a story", "Put {number} into \u201c{title}\u201d"
PROPOSED_TITLE = "Title of the story"
PROPOSED_THERE = "in \u201c{title}\u201d already"

# Versions and copies

COPIES_INTRO = (
    "Texts that are one text, or were: versions of one report, and copies that several outlets "
    "print. At least half of the shorter text stands in the other word for word, or both have "
    "one address."
)
COPIES_NONE = (
    "No two articles here are near copies. Bring in a later version of an article, or another "
    "outlet's print of it, and the difference is shown here."
)
COPIES_LIMIT = "Compared: the {most:,} articles added last and those that come with Parallax."
COPY_HEADS = ["Earlier", "Later", "What they are", "In both", "Of all in both"]
COPY_KINDS = {"version": "two versions", "copy": "a copy"}
COPY_HINT = (
    "In both: share of the shorter text that stands in the other. Of all in both: share of "
    "everything in the two texts that they have in common; 100 % = nothing was added either."
)
COMPARING = "Comparing the texts"
WHICH_PAIR = "Show the difference between"
DIFFERENCE = "What changed"
DIFFERENCE_NONE = "Nothing but spacing differs."
OLD, NEW = "Earlier", "Later"
TAGS = {"added": "added", "removed": "removed", "reworded": "reworded"}
TAG_KEY = (
    ("added", "only in the later text"),
    ("removed", "only in the earlier text"),
    ("reworded", "one sentence in other words; each changed word is marked"),
)
SAME = "{number} the same in both"
CHANGES = "{added} added, {removed} removed, {reworded} reworded; spacing is not compared."
