// The list by keyboard: J K and arrows move, the other letters press what the row offers, only while nothing is typed;
// Ctrl+Enter sends the form that is typed into.
import { tick } from "./sides.js";

const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

const OPEN = "[autofocus], form.review-form :is(textarea, input[type=radio], input[type=text])";

const rowsOf = (review) => [...review.querySelectorAll("[data-rows-of-review] > li")];

function currentOf(review) {
  return document.activeElement.closest?.("[data-rows-of-review] > li") ?? review.querySelector(".review-row.is-current");
}

function go(review, light, row) {
  if (!row) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  light(review, row.dataset.item);
}

function move(review, light, step) {
  const rows = rowsOf(review);
  const place = rows.indexOf(currentOf(review));
  go(review, light, rows[place < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, place + step))]);
}

function merge(review, row) {
  const ticks = () => review.querySelectorAll(".review-row input[name=muc]:checked");
  const following = row?.nextElementSibling;
  if (ticks().length < 2) {
    for (const each of [row, following]) {
      const tick = each?.querySelector("input[name=muc]");
      if (tick) tick.checked = true;
    }
  }
  review.querySelector("[data-merge]")?.click();
}

const DEEDS = {
  Enter: (review, row) => row?.querySelector("[data-key=e]")?.click(),
  a: (review, row) => row?.querySelector("[data-key=a]")?.click(),
  e: (review, row) => row?.querySelector("[data-key=e]")?.click(),
  s: (review, row) => row?.querySelector("[data-key=s]")?.click(),
  x: (review, row) => row?.querySelector("[data-key=x]")?.click(),
  m: merge,
  t: (review) => review.querySelector("[data-add]")?.click(),
  v: (review, row) => row?.querySelector("[data-source]")?.click(),
  " ": (review, row) => row?.querySelector("input[name=muc]")?.click(),
};

function pressed(event, review, light) {
  if (event.ctrlKey && event.key === "Enter") event.target.form?.requestSubmit();
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPING)) return;
  const here = event.target === document.body || review.contains(event.target);
  const onVerb = event.target.closest("a, button, summary, input");
  if (!here || (onVerb && (event.key === "Enter" || event.key === " "))) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key in STEPS && rowsOf(review).length) {
    event.preventDefault();
    move(review, light, STEPS[key]);
  } else if (key in DEEDS) {
    const row = currentOf(review);
    event.preventDefault();
    DEEDS[key](review, row);
  }
}

// What was accepted is swapped for its new row: the next one still to be looked at comes under the hand.
function afterSwap(event, review, light) {
  const row = event.detail.elt?.closest?.("[data-rows-of-review] > li") ?? null;
  if (!row) {
    if (event.detail.elt?.id === "cac-muc") showOpened(review, light);
    return;
  }
  tick(review, row.dataset.item);
  const rows = rowsOf(review);
  const following = rows.slice(rows.indexOf(row) + 1).find((each) => each.classList.contains("is-proposed"));
  go(review, light, following ?? row);
}

// The item whose form stands at the right is lit at the left, and its first field takes the keys.
function showOpened(review, light) {
  const opened = review.querySelector("[data-opened]");
  if (opened) light(review, opened.dataset.opened);
  const side = review.querySelector(".review-items");
  (side.querySelector("[data-focus]") ?? side.querySelector(OPEN))?.focus();
}

export function watchKeys(review, light) {
  document.addEventListener("keydown", (event) => pressed(event, review, light));
  document.addEventListener("htmx:afterSettle", (event) => afterSwap(event, review, light));
  const named = new URLSearchParams(location.search).get("muc");
  const first = rowsOf(review).find((row) => row.dataset.item === named) ?? rowsOf(review)[0];
  if (review.querySelector("[data-opened], .review-form")) showOpened(review, light);
  else if (first && matchMedia("(min-width: 64rem)").matches) go(review, light, first);
}
