"""The words of the page Classroom: said to pupils and to teachers, no verdicts."""

from __future__ import annotations

from analysis.lesson.agreement import CROWD, FEWEST_UNITS, TRAINED
from analysis.lesson.types import Task
from analysis.library.class_values import KEEP_DAYS

TITLE = "Classroom"

FOR_PUPILS, FOR_TEACHERS = "Join a class", "Open a class or make its files"
WAY, WAYS = "What would you like to do?", (FOR_PUPILS, FOR_TEACHERS)
CODE, CODE_HINT = "Class code", "Six letters and digits, as your teacher shows them."
NAME = "Nickname or number"
NAME_HINT = "Not your full name, no e-mail address. It is deleted with the class."
JOIN = "Join"
AGAIN = "I was here before"
SEAT, SEAT_HINT = "Seat code", "Twelve letters and digits: you saw them when you joined."
COME_BACK = "Go back to my seat"
NO_CLASS = "There is no open class with this code. Look at it again: no O, 0, I, 1 or L is in it."
NO_SEAT = "This seat code leads nowhere. Ask your teacher for a new one."
GONE = "This class was closed and deleted. Nothing of it is kept. Ask your teacher for a new code."
NO_KEY = "This address leads to no class any more: it was deleted, or it has a newer key."
WAIT = "Too many wrong codes from here. Wait {seconds} seconds, then try again."

OPEN = "Open a class"
OPEN_ABOUT = (
    "A class reads one story without knowing who printed what, marks sentences, and then sees the "
    "names. It needs no accounts: pupils join with a code. Choose the story on the left."
)
PLAN, TEXTS = "Plan", "Texts to read (at most five)"
MINUTES = "{minutes} minutes, {asked} sentences to mark"
NO_STORY = "There is no story yet: bring in articles on the page \u201cCollect\u201d first."
TOO_MANY_TEXTS = "At most five texts can be held apart in one lesson; {number} are chosen."
KEEP = (
    f"What is kept: nicknames and answers, on this computer only, until you close the class, at "
    f"most {KEEP_DAYS} days. No addresses, no times of reading, no accounts."
)
PLAN_TABLE = "Plan and notes for the teacher"
PAPER = "Without a server"
PAPER_ABOUT = (
    "On paper: the texts with numbered sentences, and a separate key. Or a class pack: one file "
    "that opens in any browser without a network; pupils save their answers as a file for you."
)
PACK_HERE = "For pupils without a connection: answers from these files can be brought in here."
WORKSHEET, KEY, PACK = "Worksheet (HTML, to print)", "Key (HTML)", "Class pack (HTML)"

LEAD, AGREE, OWN_KEY, END = "Lead", "Agreement", "My key", "Files and end"
PARTS = (LEAD, AGREE, OWN_KEY, END)
NEXT, BACK = "Next step: {step}", "Back to: {step}"
SHOW_CODE = "Screen for the projector"
ADDRESS = "Pupils open {address} and type the code."
KEY_WARNING = (
    "The address of this page holds your key to the class. Keep it, and do not project it: use "
    "the screen for the projector."
)
PROGRESS = "Who is here, and how far"
NOBODY = "Nobody has joined yet."
N_JOINED = "{number} joined, {committed} committed."
NEW_SEAT, NEW_SEAT_FOR = "Give a new seat code", "Pupil who lost the way back"
NEW_SEAT_IS = "New seat code for {name}: {token}"
REMOVE = "Delete this pupil"
IMPORT = "Bring in answers from class packs"
IMPORTED = "Brought in: {name}, {number} answers."
EXPORT = "Save the class as a file (zip)"
CLOSE = "End the class"
CLOSED = "This class has ended: nobody can join or answer. Save it as a file, or delete it."
DELETE, DELETE_SURE = "Delete the class", "Delete every nickname and answer for good"
DELETED = "Deleted: every nickname and answer of this class. {more}"
KEY_ABOUT = "Your own answers, to compare with. Pupils never see them before the end."

STEPS = "Steps of the lesson"
WELCOME = "You are {name} in class {code}."
YOUR_SEAT = "Your seat code: {token}. With it you come back on another device."
HIDDEN = "Words in [brackets] are masked."
ASKED_HERE = "Sentences that the class marks are underlined."
SAVED = "Saved {time}, {done} of {total}"
NOT_SAVED = "Not saved: {why}."
NOTHING_CHOSEN = "Not saved: nothing is chosen yet."
SAVE_GUESSES, SAVE = "Save my guesses", "Save"
SENTENCE = "Sentence {place} of {total}"
GO_BACK, GO_ON = "Previous", "Next"
TO_OPEN = "Next one without an answer"
REREAD = "Read the text again"
COMMIT = "Commit my answers"
COMMITTED = "Your answers are committed. Wait for the reveal."
COMMIT_COUNT = "You have answered {done} of {total} sentences."
WHICH_OUTLET = "Text {letter}: which outlet printed it?"
CANNOT_TELL = "cannot tell"
ENDED = "The class has ended. Thank you."

QUESTIONS = {
    Task.GUESS: "Which outlet printed it?",
    Task.VOICE: "Whose words is this sentence?",
    Task.OWN: "Does the outlet claim something in it on its own account?",
    Task.TONE: "How does it sound?",
    Task.WORDS: "Which words are loaded?",
}
NO_LOADED = "No word is loaded here"
SHORT = {
    Task.GUESS: "Outlet",
    Task.VOICE: "Whose words",
    Task.OWN: "Own claim",
    Task.TONE: "Tone",
    Task.WORDS: "Loaded words",
}
ANSWERS = {
    Task.VOICE: {
        "outlet": "the outlet's own",
        "paraphrase": "somebody's, retold without quotation marks",
        "quote": "somebody's, quoted",
        "mixed": "several of these",
    },
    Task.OWN: {"yes": "yes", "no": "no"},
    Task.TONE: {
        "-2": "very negative",
        "-1": "rather negative",
        "0": "neither",
        "1": "rather positive",
        "2": "very positive",
    },
}
TOOL_TONES = {
    "-1": "more negative words",
    "0": "as many of both, or none",
    "1": "more positive words",
}

FEW_CLASS = "fewer than {n} answered"
REVEAL_HEADS = ["Sentence", "Question", "You", "The class", "The tool"]
REVEALED = "Text {letter} is from {outlet}"
GUESSED = "{k} of {n} guessed it."
TOOL_IS = "The tool is a set of rules. It makes mistakes, and it knows nothing but the words."

AGREE_HEADS = ["Question", "Pairs that agree", "Alpha", "95 % range", "Rests on"]
MAP_HEADS = ["Sentence", "Pupils", *(SHORT[task] for task in list(Task)[1:]), "Words"]
COMPARE_HEADS = ["Question", "Same as the tool", "Same as your key"]
AGREE_ABOUT = (
    "A pair agrees when two pupils gave the same answer to the same thing. Alpha takes away what "
    "chance would give: 1 = all agree, 0 = no more than by chance. The range comes from drawing "
    "the sentences anew; it says nothing of other pupils."
)
BENCHMARKS = (
    f"On a question of this kind trained people reached {TRAINED}, crowd workers {CROWD} (arXiv "
    "2112.07421). Low agreement is the usual result: a reason to talk, not a fault of the class."
)
TOO_FEW = f"too few (under {FEWEST_UNITS} sentences)"
NO_VARIATION = "not defined: one answer to everything"
MAP, DISPUTED, COMPARED = "Agreement map", "Most disputed", "Compared"
NOT_DISPUTED = "No two pupils differ yet."
CARDS = "Question cards"
ANSWER = "What the tool found"
