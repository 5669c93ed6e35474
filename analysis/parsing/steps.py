"""Texts in, parsed texts out: the components of a trained pipeline, each run the quickest way.

What cannot be run quicker, because a model is built differently, is run as spaCy runs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from spacy.pipeline import AttributeRuler, Lemmatizer, Tagger, Tok2Vec
from spacy.pipeline.transition_parser import Parser

from analysis.parsing import transitions
from analysis.parsing.doc import Doc
from analysis.parsing.entities import NameFinder
from analysis.parsing.reading import Reader
from analysis.parsing.word_classes import WordClasses, is_known

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc

KEPT_STRINGS = 60_000
"""Words whose memory spaCy keeps for good, about 30 MB. Those of later texts are freed after
each batch: texts bring new names and numbers for ever."""

Step = Callable[[Sequence["SpacyDoc"]], None]


class Steps:
    """The steps of one pipeline."""

    def __init__(self, nlp: Language, kept_strings: int = KEPT_STRINGS) -> None:
        self._nlp = nlp
        self._reader = Reader(nlp.vocab)
        self._classes: list[WordClasses] = []
        self._steps = tuple(self._planned(nlp.pipeline))
        self.stop_words = frozenset(nlp.Defaults.stop_words)
        self._full = len(nlp.vocab.strings) + kept_strings

    def parsed(self, texts: Sequence[str]) -> list[Doc]:
        """Return the texts parsed; all at once, so a caller gives no more than memory holds."""
        is_kept = len(self._nlp.vocab.strings) < self._full
        with nullcontext() if is_kept else self._nlp.memory_zone():
            documents = [self._nlp.make_doc(text) for text in texts]
            for step in self._steps:
                step(documents)
            found = [
                self._reader.read(text, document)
                for text, document in zip(texts, documents, strict=True)
            ]
            for classes in self._classes:
                classes.settle(keep=is_kept)
        return found

    def annotated(self, texts: Sequence[str]) -> list[SpacyDoc]:
        """Return the texts as spaCy's own documents, to compare them with its own pipeline's."""
        documents = [self._nlp.make_doc(text) for text in texts]
        for step in self._steps:
            step(documents)
        return documents

    def _planned(self, components: Sequence[tuple[str, Any]]) -> Iterator[Step]:
        """Yield a step for each component, one for two where they are run together."""
        waiting = [component for _, component in components]
        while waiting:
            component = waiting.pop(0)
            if (
                isinstance(component, AttributeRuler)
                and waiting
                and isinstance(waiting[0], Lemmatizer)
                and is_known(component, waiting[0])
            ):
                self._classes.append(WordClasses(component, waiting.pop(0)))
                yield _each(self._classes[-1].annotate)
            elif isinstance(component, Parser) and NameFinder.suits(component):
                yield NameFinder(component).annotate
            elif isinstance(component, Parser) and transitions.is_steppable(component):
                yield _parse_step(component)
            elif isinstance(component, Tok2Vec | Tagger):
                yield _predict_step(component)
            else:
                yield _each(component)


def _each(annotate: Callable[[SpacyDoc], object]) -> Step:
    def step(documents: Sequence[SpacyDoc]) -> None:
        for document in documents:
            annotate(document)

    return step


def _parse_step(parser: Parser) -> Step:
    return lambda documents: transitions.annotate(parser, documents)


def _predict_step(component: Tok2Vec | Tagger) -> Step:
    return lambda documents: component.set_annotations(documents, component.predict(documents))
