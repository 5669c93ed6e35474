"""A reader who asks the system for less motion sees none of it."""

from __future__ import annotations

from tests.browser.conftest import LOAD_MS, drawn

MOST_MS = 10
"""What no eye sees as a movement."""

_MOVING = """most => {
  const seconds = list => Math.max(...list.split(",").map(
    each => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
  const name = each => each.tagName + "." + each.className;
  const able = [...document.body.querySelectorAll("*")].filter(each => {
    const style = getComputedStyle(each);
    return seconds(style.transitionDuration) > most
      || style.animationName !== "none" && seconds(style.animationDuration) > most;
  }).map(name);
  const running = document.getAnimations()
    .filter(each => each.effect.getComputedTiming().duration > most)
    .map(each => "running " + name(each.effect.target));
  return [...new Set([...able, ...running])];
}"""


def test_nothing_moves_for_readers_who_ask_for_less_motion(browser, address):
    with browser.new_context(reduced_motion="reduce") as context:
        context.set_default_timeout(LOAD_MS)
        page = context.new_page()
        for path in ("/framing", "/read?sent=dw.s8"):
            page.goto(address + path)
            drawn(page)
            page.get_by_role("link", name="Overview").hover()
            assert page.evaluate(_MOVING, MOST_MS) == []
            way = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
            assert way == "auto"
