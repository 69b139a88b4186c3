// The grid by keyboard. Without it the form works as a plain table.
import { Blocks } from "./blocks.js";
import { isTick, isWhole, moved, put, rowsOf, valueOf } from "./cells.js";
import { Checks } from "./checks.js";
import { Draft, offer } from "./drafts.js";

const UPRIGHT = ["ArrowUp", "ArrowDown"];
const SIDEWAYS = ["ArrowLeft", "ArrowRight"];
// Sideways a Shift within a word chooses letters, as everywhere.
const stretches = (key, cell, blocks) => UPRIGHT.includes(key) || (SIDEWAYS.includes(key) && (blocks.isWide || isTick(cell) || isWhole(cell)));
const isUndo = (event) => (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";

function watchKeys(table, blocks) {
  let came = "";
  table.addEventListener("focusin", ({ target }) => {
    if (!target.dataset.column) return;
    came = valueOf(target);
    blocks.begin(target);
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.dataset.column || event.isComposing) return;
    if (event.key === "Escape") put(cell, came);
    else if (event.shiftKey && stretches(event.key, cell, blocks)) blocks.stretch(cell, event.key);
    else if (isUndo(event)) {
      if (!blocks.undo()) return;
    } else if (event.key === "Delete" && blocks.isWide) blocks.clear();
    else if (event.ctrlKey || event.metaKey || event.altKey || !moved(table, cell, event)) return;
    event.preventDefault();
  });
}

function watchClipboard(table, blocks) {
  table.addEventListener("copy", (event) => {
    if (!blocks.isWide) return;
    event.clipboardData.setData("text/plain", blocks.text());
    event.preventDefault();
  });
  table.addEventListener("paste", (event) => {
    const cell = event.target;
    if (cell.dataset?.column && blocks.paste(cell, event.clipboardData.getData("text/plain"))) event.preventDefault();
  });
}

// Only the rows that were touched are sent: a grid of all communes stays small, and another's row is left alone.
function leaveOutUntouched(form, touched) {
  for (const row of rowsOf(form)) {
    const waits = touched.has(row) || row.matches(".grid-wrong, .grid-doubtful, .grid-new, .grid-changed");
    if (waits) continue;
    const fields = [...row.querySelectorAll("input, textarea")];
    for (const field of fields) field.disabled = true;
    // What is sent is gathered by then: who stops the sending goes on typing.
    setTimeout(() => fields.forEach((field) => (field.disabled = false)));
  }
}

function open(form) {
  const table = form.querySelector("[data-grid]");
  const say = (words) => {
    form.querySelector("[data-grid-status]").textContent = words;
  };
  const [blocks, checks, draft, touched] = [new Blocks(table, say), new Checks(form, say), new Draft(table), new Set()];
  watchKeys(table, blocks);
  watchClipboard(table, blocks);
  table.addEventListener("input", ({ target, isTrusted }) => {
    const row = target.closest("tr[data-row]");
    if (!row) return;
    if (isTrusted && !isTick(target)) blocks.typed();
    touched.add(row);
    draft.keep(row);
    if (target.dataset.column) checks.ask(row);
  });
  form.addEventListener("tinhso:saved", ({ detail }) => draft.saved(detail.keys, detail.sent));
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return leaveOutUntouched(form, touched);
    event.preventDefault();
    event.stopPropagation();
    return say("Mất kết nối nên chưa lưu được; những gì bạn gõ được giữ trên máy này.");
  });
  for (const row of rowsOf(table)) if (row.matches(".grid-wrong, .grid-doubtful, .grid-new, .grid-changed")) draft.keep(row);
  offer(form, draft);
}

for (const form of document.querySelectorAll("[data-grid-form]")) open(form);
