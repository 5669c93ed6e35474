"""AnnotatedArticle <-> the JSON object of the public data contract (one per article)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any

from analysis.spans import n_words
from analysis.types import (
    ARTICLE_KINDS,
    Agency,
    AgencyAside,
    AgencyForm,
    AnnotatedArticle,
    Article,
    Basis,
    Block,
    BlockKind,
    Bound,
    CueClass,
    Figure,
    Label,
    LabelForm,
    Lemma,
    Measurement,
    Quote,
    QuoteKind,
    Role,
    Searched,
    Sentence,
    Span,
    Statement,
    Status,
    TermHit,
    Use,
    Voice,
    VoiceSpan,
)

Record = dict[str, Any]
"""One JSON object; the only place where untyped data crosses, because JSON has no types."""


def to_record(annotated: AnnotatedArticle) -> Record:
    """Return the article as plain lists, numbers and strings, ready for ``json.dumps``."""
    return {
        "article": _article_record(annotated),
        "text": annotated.text,
        "blocks": [_plain(block) for block in annotated.blocks],
        "sentences": [_plain(sentence) for sentence in annotated.sentences],
        "voices": [_plain(span) for span in annotated.voices],
        "quotes": [_plain(quote) for quote in annotated.quotes],
        "terms": [_plain(hit) for hit in annotated.terms],
        "labels": [_plain(label) for label in annotated.labels],
        "figures": [_plain(figure) for figure in annotated.figures],
        "agency": [_agency_record(row) for row in annotated.agency],
        "wordings": [_plain(hit) for hit in annotated.wordings],
        "statements": [_plain(row) for row in annotated.statements],
        "lemmas": [list(row) for row in annotated.lemmas],
        "measures": [_plain(row) for row in annotated.measures],
        "names": [list(span) for span in annotated.names],
        "searched": [_plain(row) for row in annotated.searched],
        "notices": list(annotated.notices),
    }


def from_record(record: Mapping[str, Any]) -> AnnotatedArticle:
    """Return the annotated article that ``to_record`` wrote."""
    head = dict(record["article"])
    for counted in ("n_words", "n_sentences"):
        head.pop(counted)
    for basis in ("outlet_basis", "published_basis"):
        head[basis] = Basis(head[basis])
    return AnnotatedArticle(
        article=Article(text=record["text"], **head),
        blocks=tuple(Block(**{**row, "kind": BlockKind(row["kind"])}) for row in record["blocks"]),
        sentences=tuple(
            Sentence(**{**row, "block": BlockKind(row["block"])}) for row in record["sentences"]
        ),
        voices=tuple(
            VoiceSpan(**{**row, "voice": Voice(row["voice"])}) for row in record["voices"]
        ),
        quotes=tuple(_quote(row) for row in record["quotes"]),
        terms=tuple(_hit(row) for row in record["terms"]),
        names=tuple(Span(*pair) for pair in record["names"]),
        searched=tuple(Searched(**row) for row in record["searched"]),
        wordings=tuple(_hit(row) for row in record["wordings"]),
        labels=tuple(_label(row) for row in record["labels"]),
        figures=tuple(_figure(row) for row in record["figures"]),
        agency=tuple(_agency(row) for row in record["agency"]),
        statements=tuple(_statement(row) for row in record["statements"]),
        lemmas=tuple(Lemma(*row) for row in record["lemmas"]),
        measures=tuple(_measurement(row) for row in record["measures"]),
        notices=tuple(record["notices"]),
    )


def _article_record(annotated: AnnotatedArticle) -> Record:
    article = annotated.article
    # The blocks say what became of the layout.
    left_out = {"text", "layout"}
    record = {key: value for key, value in _plain(article).items() if key not in left_out}
    counted = [s for s in annotated.sentences if s.block in ARTICLE_KINDS]
    blocks = (block.span for block in annotated.blocks if block.kind in ARTICLE_KINDS)
    return {**record, "n_words": n_words(article.text, blocks), "n_sentences": len(counted)}


def _plain(value: object) -> Record:
    """Return a frozen value's fields as JSON types; spans become two-element lists."""
    names, values_of = _fields(type(value))
    # Most fields are text or numbers: only tuples need a second look.
    return {
        name: _json(each) if isinstance(each, tuple) else each
        for name, each in zip(names, values_of(value), strict=True)
    }


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Return the names of a type's fields, and what reads them all at once."""
    names: tuple[str, ...] = kind.__slots__  # pyright: ignore[reportAttributeAccessIssue] -- every noun is slotted
    return names, attrgetter(*names)


def _json(value: object) -> object:
    if isinstance(value, Span):
        return list(value)
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return value


def _quote(row: Mapping[str, Any]) -> Quote:
    return Quote(
        **{
            **row,
            "kind": QuoteKind(row["kind"]),
            "content": tuple(Span(*pair) for pair in row["content"]),
            "quoted": tuple(Span(*pair) for pair in row["quoted"]),
            "cue": Span(*row["cue"]) if row["cue"] else None,
            "cue_class": CueClass(row["cue_class"]),
            "source": Span(*row["source"]) if row["source"] else None,
            "role": Role(row["role"]),
        }
    )


def _hit(row: Mapping[str, Any]) -> TermHit:
    return TermHit(**{**row, "voice": Voice(row["voice"]), "use": Use(row["use"])})


def _label(row: Mapping[str, Any]) -> Label:
    return Label(**{**row, "voice": Voice(row["voice"]), "form": LabelForm(row["form"])})


def _figure(row: Mapping[str, Any]) -> Figure:
    return Figure(**{**row, "bound": Bound(row["bound"]), "voice": Voice(row["voice"])})


def _agency_record(agency: Agency) -> Record:
    """Return the row with its form under the contract's name, a reserved word in Python."""
    record = _plain(agency)
    record["class"] = record.pop("form")
    return record


def _agency(row: Mapping[str, Any]) -> Agency:
    fields = {name: value for name, value in row.items() if name != "class"}
    spans = {
        name: Span(*row[name]) if row[name] else None for name in ("agent_span", "victim_span")
    }
    enums = {
        "form": AgencyForm(row["class"]),
        "voice": Voice(row["voice"]),
        "aside": AgencyAside(row["aside"]) if row["aside"] else None,
    }
    return Agency(**{**fields, **spans, **enums})


def _statement(row: Mapping[str, Any]) -> Statement:
    return Statement(**{**row, "lemmas": tuple(row["lemmas"]), "names": tuple(row["names"])})


def _measurement(row: Mapping[str, Any]) -> Measurement:
    voice = Voice(row["voice"]) if row["voice"] else None
    return Measurement(**{**row, "status": Status(row["status"]), "voice": voice})
