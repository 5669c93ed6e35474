"""Cue word -> the word that heads its speaker's mention, by grammar alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.extract.cues import cue_lexicon

if TYPE_CHECKING:
    from analysis.parsing import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
CLIMBS = frozenset(
    "conj xcomp advcl acl pcomp prep dep ccomp pobj dobj attr oprd acomp parataxis appos "
    "amod".split()
)
LIGHT_VERBS = frozenset(
    "add bear deliver express file get give have hear hold issue launch level lodge make "
    "offer post press publish push raise register reiterate release repeat send share show sign "
    "state take tell voice write".split()
)
"""Verbs whose object is the statement of their subject: "issued a warning"."""

EXPERIENCED = frozenset(
    "afraid aim alarm amuse appal assure aware bother certain commit concern confuse convince "
    "delight determine devote disappoint disgust disturb encourage excite fascinate frustrate glad "
    "horrify impress incline interest intend oblige obsess oppose outrage persuade please "
    "prepare sadden satisfy scare shock surprise tempt terrify thrill trouble "
    "undecided upset worry".split()
)
"""Participles whose grammatical subject holds the view: "they were convinced that ..."."""

STOPS = frozenset({",", "(", "[", "—", "–", "--", ";", ":", "“", '"', "‘", "''", "``"})
"""Marks that end a speaker's words."""

MAX_CLIMB = 5
"""Steps up the tree after which a subject belongs to another statement."""

ADVERBIAL = frozenset({"ADV", "AUX", "PART"})


def source_head(cue: Token) -> Token | None:
    """Return the head word of the speaker of ``cue``, or None where grammar names none."""
    if cue.text == ":":
        return _beside_colon(cue)
    if cue.lower_ in {"according", "per"}:
        return _object_of(cue)
    if _is_passive(cue):
        return _of_passive(cue)
    token = cue
    for _ in range(MAX_CLIMB):
        found = _subject(token, cue) or (_noun_source(token) if token.pos_ != "VERB" else None)
        if found is not None and found.i != cue.i:
            return found
        if token.dep_ in {"relcl", "acl"} and _is_holder(token):
            return token.head
        if token.dep_ not in CLIMBS or token.head.i == token.i or not _may_climb(token):
            break
        token = token.head
    return _written_before(cue) or _opens_sentence(cue)


def _is_passive(cue: Token) -> bool:
    return cue.tag_ == "VBN" and (
        any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in cue.children)
        or (cue.dep_ in {"acl", "amod", "advcl"} and not any(c.dep_ == "aux" for c in cue.children))
    )


def _of_passive(cue: Token) -> Token | None:
    """Return who is behind a passive: its "by", or the subject of a state of mind."""
    agent = next((c for c in cue.children if c.dep_ == "agent"), None)
    if agent is not None:
        return _pobj(agent)
    if cue.lemma_.lower() in EXPERIENCED:
        own = next((c for c in cue.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
        return own or (cue.head if cue.dep_ in {"acl", "relcl"} else None)
    return None


def _subject(token: Token, cue: Token) -> Token | None:
    """Return the subject of a verb on the way up; a passive one only where it can have spoken."""
    for child in token.children:
        if child.dep_ == "nsubj":
            return child
    if token.i == cue.i or not any(c.dep_ == "nsubjpass" for c in token.children):
        return None
    if token.dep_ == "ccomp" and token.head.i != token.i and cue.dep_ == "conj":
        above = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
        if above is not None:
            return above
    return next(c for c in token.children if c.dep_ == "nsubjpass")


def _noun_source(noun: Token) -> Token | None:
    """Return whose statement it is: "X's claim", "a statement by X", "criticism from X"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "among"}:
            return _pobj(child)
    return None


def has_speaker(noun: Token) -> bool:
    """Return whether a noun of saying names its speaker or is the object of a verb of giving it."""
    given = noun.dep_ == "dobj" and noun.head.lemma_.lower() in LIGHT_VERBS
    return given or _noun_source(noun) is not None


def _is_holder(token: Token) -> bool:
    """Return whether the noun above a participle or relative clause is the one who speaks.

    In "issued a statement saying" it is not: the statement has an issuer.
    """
    if token.dep_ == "relcl":
        return token.head.pos_ in NOMINAL
    says_itself = token.head.lemma_.lower() in cue_lexicon().nouns
    return token.tag_ == "VBG" and token.head.pos_ in NOMINAL and not says_itself


def _may_climb(token: Token) -> bool:
    """Return whether the speaker of the governing word is the speaker of this one."""
    if token.dep_ == "ccomp":
        return token.tag_ in {"VBG", "VB"}
    if token.dep_ == "dobj":
        verb = token.head
        provoked = verb.lemma_ == "raise" and verb.dep_ == "advcl"
        return verb.lemma_.lower() in LIGHT_VERBS and not provoked
    return True


def _beside_colon(colon: Token) -> Token | None:
    """Return the head of the shorter side of a colon: "Source: content"."""
    sent = colon.sent
    left, right = colon.doc[sent.start : colon.i], colon.doc[colon.i + 1 : sent.end]
    side = left if len(left) <= len(right) else right
    return side.root if len(side) and side.root.pos_ in NOMINAL else None


def _written_before(cue: Token) -> Token | None:
    """Return a capitalised word just before a finite verb: names the tagger took for adverbs."""
    if cue.tag_ not in {"VBD", "VBZ", "VBP"} or cue.i == cue.sent.start:
        return None
    token = cue.nbor(-1)
    while token.i > cue.sent.start and token.pos_ in ADVERBIAL and token.is_lower:
        token = token.nbor(-1)
    mistagged = token.pos_ not in {"PROPN", "NOUN", "PRON"} and token.is_alpha
    return token if mistagged and token.text[:1].isupper() else None


def _opens_sentence(cue: Token) -> Token | None:
    """Return the name a sentence opens with, parted from its verb by commas or brackets.

    Long insertions break the parse: "Ana Silva (a farmer who ...) says".
    """
    if cue.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    for token in cue.doc[cue.sent.start : cue.i]:
        if token.pos_ not in {"PROPN", "DET", "ADJ", "NOUN"}:
            return None
        if token.nbor(1).text in {",", "("}:
            return token if token.pos_ == "PROPN" else None
    return None


def written_after(cue: Token) -> Token | None:
    """Return the noun just behind an inverted verb: "..., mused co-host X"."""
    if cue.i + 1 >= len(cue.doc) or cue.nbor(1).is_punct:
        return None
    for token in cue.doc[cue.i + 1 : min(cue.i + 8, len(cue.doc))]:
        if token.text in STOPS or token.text == ".":
            return None
        if token.pos_ in {"PROPN", "NOUN", "PRON"} and token.dep_ != "compound":
            return token
    return None


def _object_of(token: Token) -> Token | None:
    found = _pobj(token)
    if found is not None:
        return found
    return next((_pobj(c) for c in token.children if c.dep_ == "prep"), None)


def _pobj(prep: Token) -> Token | None:
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def antecedent(pronoun: Token) -> Token:
    """Return what a relative pronoun stands for, else the word itself."""
    clause = pronoun.head
    for _ in range(3):
        if clause.dep_ == "relcl":
            return clause.head
        clause = clause.head
    return pronoun


def source_tokens(head: Token) -> tuple[int, int]:
    """Return the token range of a speaker: the noun phrase up to a comma, clause or date."""
    doc = head.doc
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if not (_belongs(child) or _joins(child, head)):
            break
        end = child.right_edge.i + 1
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    stop = next((i for i in range(head.i + 1, end) if doc[i].text in STOPS), end)
    if doc[stop - 1].tag_ == "POS" and stop - 1 > head.i:
        stop -= 1
    return start, stop


def _belongs(child: Token) -> bool:
    """Return whether a word after a noun is part of its name: "Joel of California", not a date."""
    return child.dep_ in {"prep", "compound", "flat", "nmod", "amod"} or child.text == "-"


def _joins(child: Token, head: Token) -> bool:
    """Return whether a second speaker is joined directly: "Obama and Clinton"."""
    return child.dep_ in {"cc", "conj"} and child.i - head.i <= 4
