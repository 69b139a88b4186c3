// Blocks of cells: chosen with Shift, copied to Excel, pasted from it, and a paste taken back.
import { beside, cellAt, columnsOf, down, isTick, placeOf, put, rowsOf, valueOf } from "./cells.js";

// What Excel puts on the clipboard: tabs between cells, a line a row, quotes round what holds either.
export function readBlock(text) {
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let place = 0; place < source.length; place += 1) {
    const sign = source[place];
    if (quoted && sign === '"' && source[place + 1] === '"') cell += source[(place += 1)];
    else if (sign === '"' && (quoted || cell === "")) quoted = !quoted;
    else if (!quoted && (sign === "\t" || sign === "\n")) {
      rows.at(-1).push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows.at(-1).push(cell);
  return rows;
}

const quotedFor = (value) => (/[\t\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function cornersOf(table, anchor, head) {
  const [a, b] = [placeOf(table, anchor), placeOf(table, head)];
  return {
    rows: [Math.min(a.row, b.row), Math.max(a.row, b.row)],
    columns: [Math.min(a.column, b.column), Math.max(a.column, b.column)],
  };
}

export class Blocks {
  constructor(table, say) {
    this.table = table;
    this.say = say;
    this.anchor = this.head = null;
    this.undone = [];
  }

  get isWide() {
    return this.anchor && this.head && this.anchor !== this.head;
  }

  // The block's cells, row by row; null where a row is not asked for the column.
  cells() {
    const { rows, columns } = cornersOf(this.table, this.anchor, this.head);
    const names = columnsOf(this.table).slice(columns[0], columns[1] + 1);
    return rowsOf(this.table).slice(rows[0], rows[1] + 1).map((_row, step) => names.map((name) => cellAt(this.table, rows[0] + step, name)));
  }

  begin(cell) {
    this.anchor = this.head = cell;
    this.mark();
  }

  stretch(cell, key) {
    this.anchor ??= cell;
    const from = this.head ?? cell;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    const next = key === "ArrowDown" || key === "ArrowUp" ? down(this.table, from, step) : beside(this.table, from, step);
    this.head = next ?? from;
    this.mark();
  }

  mark() {
    for (const each of this.table.querySelectorAll(".grid-picked")) each.classList.remove("grid-picked");
    if (!this.isWide) return;
    for (const cell of this.cells().flat()) cell?.closest("td").classList.add("grid-picked");
  }

  text() {
    return this.cells().map((row) => row.map((cell) => quotedFor(cell ? valueOf(cell) : "")).join("\t")).join("\n");
  }

  paste(cell, text) {
    const block = readBlock(text);
    const one = block.length === 1 && block[0].length === 1;
    if (one && !this.isWide && !isTick(cell)) return false;
    const targets = one && this.isWide ? this.cells().map((row) => row.map((each) => [each, block[0][0]])) : this.under(cell, block);
    this.keep(targets.flat().map(([each]) => each));
    const left = targets.flat().filter(([each, value]) => value.trim() && !(each && put(each, value))).length;
    this.say(left ? `Đã dán; ${left} ô không có chỗ hoặc không nhận được nên không dán. Ctrl+Z để lấy lại.` : "Đã dán. Ctrl+Z để lấy lại.");
    return true;
  }

  under(cell, block) {
    const { row, column } = placeOf(this.table, cell);
    const names = columnsOf(this.table);
    return block.map((values, down_) => values.map((value, right) => [names[column + right] && cellAt(this.table, row + down_, names[column + right]), value]));
  }

  clear() {
    const cells = this.cells().flat();
    this.keep(cells);
    for (const cell of cells) if (cell) put(cell, "");
    this.say("Đã xóa các ô đã chọn. Ctrl+Z để lấy lại.");
  }

  keep(cells) {
    this.undone.push(cells.filter(Boolean).map((cell) => [cell, valueOf(cell)]));
  }

  // Only what came at once is taken back here; single letters the browser takes back itself.
  undo() {
    const last = this.undone.pop();
    if (!last) return false;
    for (const [cell, value] of last) put(cell, value);
    this.say("Đã lấy lại như trước.");
    return true;
  }

  typed() {
    this.undone = [];
  }
}
