"""What a fetch can be refused for, and the error that says so."""

from __future__ import annotations

from enum import StrEnum

from analysis.errors import ParallaxError


class Rule(StrEnum):
    """Which rule a fetch broke."""

    ADDRESS = "not a web address"
    SCHEME = "http and https only"
    CREDENTIALS = "no name or password in the address"
    PORT = "ports 80 and 443 only"
    HOST = "plain host names only"
    NUMBER = "no odd forms of numeric addresses"
    LOCAL_NAME = "no local names"
    LOOKUP = "the name must be known"
    RANGE = "public addresses only"
    REDIRECTS = "few redirects"
    DOWNGRADE = "no redirect from https to http"
    CONNECTION = "the server must answer"
    CERTIFICATE = "the certificate must fit"
    STATUS = "the server must hand over the page"
    TYPE = "kinds of page that can be read"
    CODING = "plain or gzip only"
    HEADERS = "short headers"
    SIZE = "size"
    RATIO = "compression ratio"
    SHORT = "complete pages only"
    TIME = "time"
    PACE = "pages a minute"


class FetchError(ParallaxError):
    """A page that is not fetched, or not to its end; the message says which rule and what to do."""

    def __init__(self, rule: Rule, message: str) -> None:
        super().__init__(message)
        self.rule = rule
