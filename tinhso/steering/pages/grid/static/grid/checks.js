// While one types the server is asked about the rows that changed: one reader for cells, wherever they come from.
import { cellsOf, isTick } from "./cells.js";

const PAUSE = 400;

function tell(row, answer) {
  row.className = `grid-${answer.state}`;
  row.querySelector("[data-state]").innerHTML = answer.told;
  for (const cell of cellsOf(row)) {
    const id = `${cell.name}-sai`;
    document.getElementById(id)?.remove();
    const sentence = answer.errors[cell.dataset.column];
    cell.toggleAttribute("aria-invalid", Boolean(sentence));
    if (!sentence) {
      cell.removeAttribute("aria-describedby");
      continue;
    }
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", id);
    const words = Object.assign(document.createElement("div"), { id, className: "wrong", textContent: sentence });
    cell.closest("td").append(words);
  }
}

export class Checks {
  constructor(form, say) {
    this.form = form;
    this.say = say;
    this.rows = new Set();
    addEventListener("online", () => this.rows.size && this.send());
  }

  ask(row) {
    this.rows.add(row);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  fieldsOf(rows) {
    const sent = new FormData();
    sent.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    sent.set("viec", "kiem");
    for (const field of rows.flatMap((row) => [...row.querySelectorAll("input, textarea")])) {
      if (!isTick(field) || field.checked) sent.set(field.name, field.value);
    }
    return sent;
  }

  async send() {
    const rows = [...this.rows];
    this.rows.clear();
    try {
      const answer = await fetch(this.form.dataset.check || location.href, { method: "POST", body: this.fieldsOf(rows), headers: { Accept: "application/json", "HX-Request": "true" } });
      if (!answer.ok) throw new Error(answer.status);
      const told = (await answer.json()).rows;
      for (const row of rows) if (told[row.dataset.row] && !this.rows.has(row)) tell(row, told[row.dataset.row]);
      this.say("");
    } catch {
      for (const row of rows) this.rows.add(row);
      this.say("Chưa hỏi được máy chủ; những gì bạn gõ vẫn được giữ trên máy này.");
    }
  }
}
