// The cells of a grid: where they stand, and moving between them as in Excel.
const SELECTOR = "[data-column]";

export const rowsOf = (table) => [...table.querySelectorAll("tr[data-row]")];
export const cellsOf = (row) => [...row.querySelectorAll(SELECTOR)];
export const cellAt = (table, row, column) => rowsOf(table)[row]?.querySelector(`[data-column="${column}"]`);
export const columnsOf = (table) => {
  const seen = [...table.querySelectorAll(SELECTOR)].map((cell) => cell.dataset.column);
  return [...new Set(seen)];
};

export function placeOf(table, cell) {
  return { row: rowsOf(table).indexOf(cell.closest("tr")), column: columnsOf(table).indexOf(cell.dataset.column) };
}

export const isTick = (cell) => cell.type === "checkbox";
export const valueOf = (cell) => (isTick(cell) ? (cell.checked ? "x" : "") : cell.value);
export const cameWith = (cell) => (isTick(cell) ? (cell.defaultChecked ? "x" : "") : cell.defaultValue);

const TICKED = ["x", "v", "✓", "✔", "1", "có", "kad", "không áp dụng"];
const UNTICKED = ["", "0", "không"];

// False where the cell cannot hold it: a tick takes no other words.
export function put(cell, value) {
  if (isTick(cell)) {
    const said = value.trim().toLowerCase();
    if (!TICKED.includes(said) && !UNTICKED.includes(said)) return false;
    cell.checked = TICKED.includes(said);
  } else if (cell.tagName === "INPUT") {
    cell.value = value.replace(/\s*\n\s*/g, " ");
  } else {
    cell.value = value;
  }
  cell.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function go(cell) {
  if (!cell) return false;
  cell.focus();
  if (!isTick(cell)) cell.select();
  return true;
}

const atStart = (cell) => isTick(cell) || (cell.selectionStart === 0 && (cell.selectionEnd === 0 || isWhole(cell)));
const atEnd = (cell) => isTick(cell) || cell.selectionEnd === cell.value.length;
export const isWhole = (cell) => cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;

// The next cell of the column that is there: a row that is not asked for it is passed over.
export function down(table, cell, step) {
  const rows = rowsOf(table);
  for (let row = placeOf(table, cell).row + step; rows[row]; row += step) {
    const next = cellAt(table, row, cell.dataset.column);
    if (next) return next;
  }
  return null;
}

export function beside(table, cell, step) {
  const cells = cellsOf(cell.closest("tr"));
  return cells[cells.indexOf(cell) + step] ?? null;
}

export function moved(table, cell, event) {
  const many = cell.tagName === "TEXTAREA";
  if (event.key === "ArrowDown" && (!many || atEnd(cell))) return go(down(table, cell, 1));
  if (event.key === "ArrowUp" && (!many || atStart(cell))) return go(down(table, cell, -1));
  if (event.key === "Enter" && !many) return go(down(table, cell, event.shiftKey ? -1 : 1)) || true;
  if (event.key === "ArrowRight" && atEnd(cell)) return go(beside(table, cell, 1));
  if (event.key === "ArrowLeft" && atStart(cell)) return go(beside(table, cell, -1));
  return false;
}
