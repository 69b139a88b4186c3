// Rows of table[data-rows] by keyboard: arrows move, Home and End jump, Enter opens the row's first link.
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function rowsOf(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]);
}

function move(table, row, step) {
  const rows = rowsOf(table);
  const place = Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + step));
  for (const each of rows) each.tabIndex = -1;
  rows[place].tabIndex = 0;
  rows[place].focus();
}

function pressed(event) {
  const row = event.target.closest("tr");
  if (!row || event.target !== row) return;
  if (event.key === "Enter") {
    row.querySelector("a[href]")?.click();
  } else if (event.key in STEPS) {
    event.preventDefault();
    move(event.currentTarget, row, STEPS[event.key]);
  }
}

function prepare(table) {
  rowsOf(table).forEach((row, place) => {
    row.tabIndex = place === 0 ? 0 : -1;
  });
  if (!table.dataset.ready) table.addEventListener("keydown", pressed);
  table.dataset.ready = "yes";
}

export function watchTables(page) {
  const all = () => page.querySelectorAll("table[data-rows]").forEach(prepare);
  all();
  page.addEventListener("htmx:afterSwap", all);
}
