"""Who speaks, in whose words, with which verb: parsed article in, quotes out."""

from analysis.extract.quotes.extract import extract_quotes

__all__ = ["extract_quotes"]
