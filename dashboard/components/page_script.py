"""The page's own small script: buttons that copy or print, the way of showing, the address."""

from __future__ import annotations

from streamlit.components.v2 import component

_SCRIPT = component(
    "parallax_page",
    js="""
const say = (text) => {
  let place = document.getElementById("px-said");
  if (!place) {
    place = document.createElement("div");
    place.id = "px-said";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  place.textContent = text;
};
const copy = async (text, beside) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {  // an address without https: the older way still works there
    const box = document.createElement("textarea");
    box.value = text;
    beside.after(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    beside.focus();
    return done;
  }
};
const wanted = ({ pxCopy, pxLink, pxHere }) =>
  pxCopy ?? (pxLink !== undefined ? new URL(pxLink, location.href).href
    : pxHere !== undefined ? location.href : undefined);
const click = async ({ target }) => {
  const button = target.closest?.("button[data-px-copy], button[data-px-link],"
    + " button[data-px-here], button[data-px-print]");
  if (!button) return;
  if (button.dataset.pxPrint !== undefined) return window.print();
  const done = await copy(wanted(button.dataset), button);
  const words = done ? "Copied" : "Not copied: the browser refused";
  say(words);
  button.dataset.pxSaid = words;
  setTimeout(() => { delete button.dataset.pxSaid; say(""); }, 2500);
};
// An attribute of the root, because a style sheet that asks ":root:has(...) x" is asked again
// for every piece of a figure: a page of 21 figures then takes twice as long.
const follow = () => {
  const view = document.querySelector("[data-px-view]:not(:root)")?.dataset.pxView;
  if (view && document.documentElement.dataset.pxView !== view)
    document.documentElement.dataset.pxView = view;
  for (const place of document.querySelectorAll("[data-px-address]"))
    if (place.textContent !== location.href) place.textContent = location.href;
};
const charts = () => [...document.querySelectorAll(".stPlotlyChart")]
  .map((chart) => chart.closest(".stElementContainer") ?? chart);
const fit = () => {
  follow();
  const page = document.querySelector(".stMainBlockContainer > div")?.clientWidth || 660;
  const share = Math.min(1, 660 / page);  // of A4 and of Letter, margins left out
  for (const chart of charts()) {
    // What is taller than half a page may be cut, or it leaves the page before it empty.
    const tall = chart.getBoundingClientRect().height * share > 500;
    chart.style.breakInside = tall ? "auto" : "avoid";
    chart.style.zoom = share;
  }
};
const unfit = () => {
  for (const chart of charts()) chart.style.zoom = "";
};
export default function () {
  follow();
  if (window.parallaxPage) return;
  window.parallaxPage = true;
  document.addEventListener("click", click);
  window.addEventListener("beforeprint", fit);
  window.addEventListener("afterprint", unfit);
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });
}
""",
)
"""Listens once per tab; the buttons themselves are written by ``components.html``."""


def run_page_script() -> None:
    """Let the copy and print buttons of this page act."""
    _SCRIPT(key="page-script")
