// "/" goes to the search, unless a person is typing. What is found while typing opens under the field: arrows move
// through it, Enter opens, Escape closes.
const TYPING = "input, textarea, select, [contenteditable]";

function linksOf(finder) {
  const panel = finder.querySelector(".find-panel");
  return panel && !panel.hidden ? [...panel.querySelectorAll("a[href]")] : [];
}

function move(finder, step) {
  const field = finder.querySelector("[data-search]");
  const stops = [field, ...linksOf(finder)];
  const place = stops.indexOf(document.activeElement) + step;
  stops[(place + stops.length) % stops.length].focus();
}

function close(finder) {
  finder.querySelector(".find-panel").hidden = true;
}

function pressed(event) {
  const finder = event.target.closest("[data-finder]");
  if (!finder) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(finder, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && linksOf(finder).length) {
    event.preventDefault();
    finder.querySelector("[data-search]").focus();
    close(finder);
  }
}

function toSearch(page, event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest(TYPING)) return;
  const fields = [...page.querySelectorAll("[data-search], [data-find]")];
  const field = fields.find((each) => each.offsetParent !== null);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

export function watchSearch(page) {
  page.addEventListener("keydown", pressed);
  page.addEventListener("keydown", (event) => toSearch(page, event));
  page.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "find-panel") event.target.hidden = event.target.childElementCount === 0;
  });
  for (const finder of page.querySelectorAll("[data-finder]")) {
    finder.addEventListener("focusout", (event) => {
      if (!finder.contains(event.relatedTarget)) close(finder);
    });
    finder.querySelector("[data-search]").addEventListener("focus", () => {
      const panel = finder.querySelector(".find-panel");
      panel.hidden = panel.childElementCount === 0;
    });
  }
}
