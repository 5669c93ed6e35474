"""Invented stories whose statements are their sentences, compared by plain search."""

from dataclasses import replace

from analysis.compare.facts import Alignment
from analysis.types import Statement
from tests.analysis.factories import annotated

_SMALL = frozenset("the a an of in on at and to was were by not no said that".split())


def article(name, *blocks, published=None, predicates=(), **more):
    """Return an article of outlet NAME; each sentence is a statement of its plain words."""
    made = annotated(*blocks, outlet=name, **more)
    statements = tuple(
        _statement(made, number, sentence) for number, sentence in enumerate(made.sentences)
    )
    head = replace(made.article, id=name.lower(), published=published)
    return replace(made, article=head, statements=statements)


def _statement(made, number, sentence):
    words = [w.strip(".,").lower() for w in sentence.span.of(made.text).split()]
    content = tuple(w for w in words if w not in _SMALL)
    return Statement(
        id=f"f{number + 1}",
        sentence_id=sentence.id,
        start=sentence.start,
        end=sentence.end,
        lemmas=content,
        names=(),
        predicate=content[1] if len(content) > 1 else None,
        negated="not" in words or "no" in words,
    )


def alignment(n_statements, pairs, nearest=(), threshold=0.5):
    """Return an alignment with these scored pairs."""
    return Alignment(n_statements, threshold, tuple(pairs), tuple(nearest))
