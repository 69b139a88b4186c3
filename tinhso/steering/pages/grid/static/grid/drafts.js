// What is typed and not yet saved is kept in this browser, for this person and this grid, and offered again.
import { cameWith, cellsOf, isTick, put, rowsOf, valueOf } from "./cells.js";

const PREFIX = "tinhso.grid:";
const DAYS = 14;

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
};

function write(key, draft) {
  try {
    if (Object.keys(draft.rows).length) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden store: the page works as before, only nothing is kept.
  }
}

function forgetOld() {
  const limit = Date.now() - DAYS * 86_400_000;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && !(read(key)?.at > limit)) localStorage.removeItem(key);
  }
}

export class Draft {
  constructor(grid) {
    this.grid = grid;
    this.key = PREFIX + grid.dataset.draft;
    // Rows that are offered and not yet answered: saving others, or typing beside, does not lose them.
    this.offered = new Set();
    forgetOld();
    this.dropSaved(grid.dataset.saved.split(" "));
  }

  dropSaved(keys) {
    const draft = read(this.key);
    if (!draft) return;
    for (const key of keys) delete draft.rows[key];
    write(this.key, draft);
  }

  // What a page has saved while one went on typing: of these rows, those that still hold what was sent.
  saved(keys, sent) {
    const rows = rowsOf(this.grid).filter((row) => keys.includes(row.dataset.row));
    const same = rows.filter((row) => cellsOf(row).every((cell) => valueOf(cell) === (sent.get(cell.name) ?? "")));
    for (const cell of same.flatMap(cellsOf)) {
      if (isTick(cell)) cell.defaultChecked = cell.checked;
      else cell.defaultValue = cell.value;
    }
    this.dropSaved(same.map((row) => row.dataset.row).filter((key) => !this.offered.has(key)));
  }

  // Rows that differ from what the page holds: what may be offered.
  waiting() {
    const kept = read(this.key)?.rows ?? {};
    const found = rowsOf(this.grid).filter((row) => kept[row.dataset.row]);
    return found.flatMap((row) =>
      cellsOf(row)
        .filter((cell) => cell.dataset.column in kept[row.dataset.row] && kept[row.dataset.row][cell.dataset.column] !== valueOf(cell))
        .map((cell) => [cell, kept[row.dataset.row][cell.dataset.column]]),
    );
  }

  get at() {
    return new Date(read(this.key)?.at ?? Date.now());
  }

  keep(row) {
    const draft = read(this.key) ?? { rows: {} };
    const cells = cellsOf(row);
    const before = this.offered.has(row.dataset.row) ? draft.rows[row.dataset.row] : {};
    const worth = (cell) => (valueOf(cell) === cameWith(cell) ? (before[cell.dataset.column] ?? valueOf(cell)) : valueOf(cell));
    const changed = this.offered.has(row.dataset.row) || cells.some((cell) => valueOf(cell) !== cameWith(cell)) || row.classList.contains("grid-wrong") || row.classList.contains("grid-doubtful");
    if (changed) draft.rows[row.dataset.row] = Object.fromEntries(cells.map((cell) => [cell.dataset.column, worth(cell)]));
    else delete draft.rows[row.dataset.row];
    draft.at = Date.now();
    write(this.key, draft);
  }

  take() {
    const waiting = this.waiting();
    this.offered.clear();
    for (const [cell, value] of waiting) put(cell, value);
  }

  drop() {
    this.offered.clear();
    localStorage.removeItem(this.key);
  }
}

export function offer(form, draft) {
  const place = form.querySelector("[data-grid-offer]");
  const cells = draft.waiting();
  if (!place || !cells.length) return;
  place.querySelector("[data-grid-offer-count]").textContent = cells.length;
  place.querySelector("[data-grid-offer-when]").textContent = draft.at.toLocaleString("vi-VN", { dateStyle: "short", timeStyle: "short" });
  for (const [cell] of cells) draft.offered.add(cell.closest("tr").dataset.row);
  place.hidden = false;
  place.addEventListener("click", (event) => {
    if (event.target.closest("[data-grid-take]")) draft.take();
    else if (event.target.closest("[data-grid-drop]")) draft.drop();
    else return;
    place.hidden = true;
  });
}
