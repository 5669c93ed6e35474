"use strict";
(() => {
  const main = document.querySelector("main");
  const parts = [...document.querySelectorAll("[data-step]")];
  const names = [...document.querySelectorAll(".steps li")];
  const inputs = [...document.querySelectorAll("[data-task]")];
  const byId = (id) => document.getElementById(id);
  const place = "parallax-" + main.dataset.lesson;
  const random = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const fresh = () => ({ pupil: random(), name: "", at: 0, committed: false, answers: {} });
  let kept = fresh();

  const tell = (words) => { byId("told").textContent = words; };
  const store = () => {
    try { sessionStorage.setItem(place, JSON.stringify(kept)); } catch { /* a private window keeps nothing */ }
  };
  const restore = () => {
    try { kept = { ...kept, ...JSON.parse(sessionStorage.getItem(place) || "{}") }; } catch { kept = fresh(); }
  };
  const same = (task, subject) =>
    inputs.filter((i) => i.dataset.task === task && i.dataset.subject === subject);

  const value = (task, group) => {
    if (task === "guess") return group[0].value || null;
    const ticked = group.filter((i) => i.checked);
    if (!ticked.length) return null;
    if (task !== "words") return ticked[0].value;
    const start = (text) => Number(text.split("-")[0]);
    return ticked.map((i) => i.value).filter(Boolean).sort((a, b) => start(a) - start(b)).join(" ");
  };

  const changed = (event) => {
    const { task, subject } = event.target.dataset;
    const group = same(task, subject);
    if (task === "words" && event.target.checked) {
      const none = "none" in event.target.dataset;
      group.forEach((i) => { if (i !== event.target && ("none" in i.dataset || none)) i.checked = false; });
    }
    const found = value(task, group);
    const key = task + " " + subject;
    if (found === null) delete kept.answers[key];
    else kept.answers[key] = { id: random(), value: found };
    store();
    tell(Object.keys(kept.answers).length + " answers in this tab. Save them as a file before you close it.");
  };

  const fill = () => {
    byId("name").value = kept.name;
    for (const [key, { value: found }] of Object.entries(kept.answers)) {
      const [task, subject] = key.split(" ");
      const chosen = task === "words" ? found.split(" ") : [found];
      same(task, subject).forEach((i) => {
        if (task === "guess") i.value = found;
        else i.checked = chosen.includes(i.value);
      });
    }
  };

  const words = (task, subject) => {
    const ticked = same(task, subject).filter((i) => i.checked);
    return ticked.map((i) => i.parentElement.textContent.trim()).join(", ") || "\u2013";
  };

  const show = (focus) => {
    parts.forEach((part, n) => { part.hidden = n !== kept.at; });
    names.forEach((name, n) => {
      if (n === kept.at) name.setAttribute("aria-current", "step");
      else name.removeAttribute("aria-current");
    });
    byId("back").disabled = kept.at === 0;
    byId("next").disabled = kept.at === parts.length - 1;
    byId("closed").hidden = kept.committed;
    byId("open").hidden = !kept.committed;
    byId("commit").disabled = kept.committed;
    inputs.forEach((i) => { i.disabled = kept.committed; });
    document.querySelectorAll("[data-own]").forEach((cell) => {
      cell.textContent = words(cell.dataset.own, cell.dataset.subject);
    });
    if (focus) parts[kept.at].querySelector("h2").focus();
  };

  const move = (by) => {
    kept.at = Math.min(Math.max(kept.at + by, 0), parts.length - 1);
    store();
    show(true);
  };

  const save = () => {
    if (!kept.name.trim()) {
      tell("Write your nickname or number on the first step, then save.");
      return;
    }
    const about = main.dataset;
    const answers = Object.entries(kept.answers).map(([key, each]) => {
      const [task, subject] = key.split(" ");
      return { id: each.id, task, subject, value: each.value };
    });
    const file = {
      format: "parallax-lesson-answers", version: 1, lesson: about.lesson, story: about.story,
      minutes: Number(about.minutes), seed: about.seed, articles: JSON.parse(about.articles),
      name: kept.name.trim(), pupil: kept.pupil, answers,
    };
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1)], { type: "application/json" }));
    link.download = "class-answers.json";
    link.click();
    tell("Saved " + answers.length + " answers as class-answers.json. Hand this file in.");
  };

  restore();
  fill();
  inputs.forEach((i) => i.addEventListener("change", changed));
  byId("name").addEventListener("input", (event) => { kept.name = event.target.value; store(); });
  byId("back").addEventListener("click", () => move(-1));
  byId("next").addEventListener("click", () => move(1));
  byId("save").addEventListener("click", save);
  byId("commit").addEventListener("click", () => {
    kept.committed = true;
    store();
    show(false);
    tell("Committed. Save the file if you have not, then go on to the names.");
  });
  show(false);
})();
