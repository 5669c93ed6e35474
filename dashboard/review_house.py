"""The house profile of a session: an example or a text of one's own, as long as it can be read."""

from __future__ import annotations

from analysis.errors import ParallaxError
from analysis.review import NO_PROFILE, HouseProfile, parse_profile, shipped
from dashboard import state
from dashboard import words_review as said

PROFILE_TEXT, PROFILE_START = "review-profile-text", "review-profile-start"

_GOOD = "_review_good"


def profiles() -> dict[str, str]:
    """Return id -> TOML of the examples."""
    return {key: path.read_text(encoding="utf-8") for key, path in shipped().items()}


def start_profile() -> None:
    """Put the chosen example into the field, or nothing."""
    chosen = state.chosen(PROFILE_START)
    state.put(PROFILE_TEXT, profiles().get(chosen, ""))


def profile_text() -> str:
    """Return the text of the profile that holds: the last one that could be read."""
    return state.kept(_GOOD, "")


def hold(text: str) -> None:
    """Let a profile hold that could be read before, and show it in the field."""
    state.keep(_GOOD, text)
    state.put(PROFILE_TEXT, text)


def try_profile(text: str) -> str:
    """Let a profile hold if it can be read; return what is wrong with it, if anything."""
    try:
        if text.strip():
            parse_profile(text, said.PROFILE)
    except ParallaxError as err:
        return str(err)
    state.keep(_GOOD, text if text.strip() else "")
    return ""


def profile() -> HouseProfile:
    """Return the profile that holds."""
    text = profile_text()
    return parse_profile(text, said.PROFILE) if text else NO_PROFILE
