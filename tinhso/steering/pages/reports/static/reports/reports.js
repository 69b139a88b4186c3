// A report is saved while somebody types: what is sent is told line by line; what could not be sent is kept in the
// browser and offered again when the page is opened.
const WAIT = 1200;

const form = document.querySelector("[data-report]");
const place = `tinhso:${form?.dataset.keeps}`;
const status = document.querySelector("[data-report-status]");
const own = (field) => field.name && !field.closest("[data-grid]") && !["hidden", "submit", "file"].includes(field.type);
const fields = () => [...form.elements].filter(own);

let timer = 0;
let busy = false;
let again = false;
let pressed = null;
// What the browser kept from before, until the person says whether to take it: typing beside it does not lose it.
let offered = {};

const isTyped = (field) => (field.type === "radio" ? field.checked && !field.defaultChecked : field.value !== field.defaultValue);

function keep() {
  const typed = Object.fromEntries(fields().filter(isTyped).map((field) => [field.name, field.value]));
  const kept = { ...offered, ...typed };
  try {
    if (Object.keys(kept).length) localStorage.setItem(place, JSON.stringify(kept));
    else localStorage.removeItem(place);
  } catch {
    tell("Trình duyệt không giữ được nháp; hãy bấm “Lưu nháp”.");
  }
}

// What was sent is saved; what was typed while it was on its way is not.
function keepOnlyNewer(sent) {
  for (const field of fields()) {
    const saved = sent.get(field.name);
    if (field.type === "radio") field.defaultChecked = field.value === saved;
    else if (saved !== null) field.defaultValue = saved;
  }
  keep();
}

// What is refused is told at its line, and in the bar that is always in sight, from where it leads there.
function refuse(key, line) {
  const place = form.querySelector(`#${key} [data-line-error]`);
  if (!place) return;
  place.querySelector("span").textContent = line.error;
  place.hidden = !line.error;
  if (line.error) place.closest("details").open = true;
}

function tell(words, place) {
  status.classList.toggle("bad", Boolean(place));
  if (!place) status.textContent = words;
  else status.replaceChildren(Object.assign(document.createElement("a"), { href: `#${place}`, textContent: words }));
}

// What was sent and is saved is no draft of this browser any more; what was typed since still is.
function forgetSaved(answer, sent) {
  const keys = Object.entries(answer.figures).filter(([, line]) => !Object.keys(line.errors).length);
  form.dispatchEvent(new CustomEvent("tinhso:saved", { detail: { keys: keys.map(([key]) => key), sent } }));
}

// A file that is kept is not sent with every further draft.
function emptyKept(field, sent) {
  const [chosen, kept] = [field?.files[0], field && sent.get(field.name)];
  if (chosen && kept?.name === chosen.name && kept.size === chosen.size) field.value = "";
}

function settle(answer, sent) {
  form.elements["phien-ban"].value = answer.version;
  document.querySelector("[data-unsaid]").textContent = answer.unsaid;
  for (const [key, line] of Object.entries(answer.tasks)) {
    const seen = form.elements[`${key}-seen`];
    if (seen && !line.error) seen.value = line.seen;
    if (!line.error) emptyKept(form.elements[`${key}-tep`], sent);
    if (line.now) form.querySelector(`#${key} [data-now]`).innerHTML = line.now;
    refuse(key, line);
  }
  for (const [key, line] of Object.entries(answer.figures)) {
    const seen = form.elements[`${key}-thay`];
    if (seen && !Object.keys(line.errors).length) seen.value = line.seen;
  }
  const cells = Object.entries(answer.figures).flatMap(([key, line]) => Object.values(line.errors).map((words) => [words, key]));
  const lines = Object.entries(answer.tasks).map(([key, line]) => [line.error, key]);
  const refused = [[answer.refused, "texts-head"], ...lines, ...cells].filter(([words]) => words);
  forgetSaved(answer, sent);
  form.querySelector("[data-report-blocking]").innerHTML = answer.blocking;
  const blocks = answer.blocks ? ` Còn ${answer.blocks} điều chặn gửi, ghi ở cuối trang.` : "";
  const at = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
  if (refused.length) tell(...refused[0]);
  else tell(`Đã lưu nháp lúc ${at}.${blocks}`);
  if (!refused.length) keepOnlyNewer(sent);
}

async function save() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  tell("Đang lưu nháp…");
  try {
    const sent = new FormData(form);
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    if (answer.ok && answer.headers.get("Content-Type")?.includes("json")) settle(await answer.json(), sent);
    else tell("Chưa lưu được lên máy chủ; nội dung đang giữ trong máy này. Hãy bấm “Lưu nháp”.");
  } catch {
    tell("Mất kết nối; nội dung đang giữ trong máy này và sẽ được lưu khi có mạng.");
  }
  busy = false;
  const further = again;
  again = false;
  if (pressed) form.requestSubmit(pressed);
  else if (further) save();
  pressed = null;
}

// While a draft is on its way the page does not know yet which version stands: what was pressed waits for it.
function send(event) {
  clearTimeout(timer);
  if (!navigator.onLine) {
    event.preventDefault();
    return tell("Mất kết nối nên chưa gửi được; nội dung đang giữ trong máy này và sẽ được lưu khi có mạng.");
  }
  if (!busy) return;
  event.preventDefault();
  pressed = event.submitter;
}

function offer() {
  const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
  const different = Object.entries(kept).filter(([name, value]) => form.elements[name] && form.elements[name].value !== value);
  const region = form.querySelector("[data-report-offer]");
  offered = Object.fromEntries(different);
  if (!different.length) return keep();
  region.hidden = false;
  const answered = () => {
    region.hidden = true;
    offered = {};
    keep();
  };
  region.querySelector("[data-report-take]").addEventListener("click", () => {
    for (const [name, value] of different) {
      form.elements[name].value = value;
      form.elements[name].closest?.("details")?.setAttribute("open", "");
    }
    answered();
    save();
  });
  region.querySelector("[data-report-drop]").addEventListener("click", answered);
}

function typed(event) {
  if (own(event.target)) keep();
  clearTimeout(timer);
  timer = setTimeout(save, WAIT);
}

if (form) {
  offer();
  form.addEventListener("input", typed);
  form.addEventListener("submit", send);
  addEventListener("online", save);
}
