"""What the quicker parse is held against."""

import pytest
import spacy

from analysis.nlp import model_version


@pytest.fixture(scope="module")
def stock():
    """Return spaCy's pipeline as it comes."""
    return spacy.load(model_version().split()[0])
