// What is sent without leaving the page and fails is said in one sentence, and a choice that was not kept is taken back.
// Who has signed in again in another tab goes on here: the page fetches its new key (CSRF) before the next sending.
let isStale = false;

const regionOf = (page) => page.querySelector("[data-failed]");

function say(page, kind, sentence = "") {
  const words = page.importNode(page.querySelector(`template[data-failure=${kind}]`).content, true);
  const door = words.querySelector("a");
  if (door) door.search = `?next=${encodeURIComponent(location.pathname + location.search)}`;
  if (sentence) words.querySelector("[data-sentence]").textContent = sentence;
  const region = regionOf(page);
  if (region.dataset.kind === kind && kind === "ended") return;
  region.dataset.kind = kind;
  region.replaceChildren(words);
}

function unsay(page) {
  delete regionOf(page).dataset.kind;
  regionOf(page).replaceChildren();
}

const choicesOf = (sender) => sender.matches?.("[hx-post]") ? sender.querySelectorAll("[type=radio], [type=checkbox]") : [];

function takeBack(sender) {
  for (const choice of choicesOf(sender)) choice.checked = choice.defaultChecked;
}

function kept(sender) {
  for (const choice of choicesOf(sender)) choice.defaultChecked = choice.checked;
}

const read = (answer) => new DOMParser().parseFromString(answer, "text/html");

function refused(page, { xhr, requestConfig, elt }) {
  takeBack(elt);
  if (xhr.status === 401 || xhr.status === 403) isStale = true;
  if (xhr.status === 401) say(page, "ended");
  else if (!requestConfig.triggeringEvent) return;
  else if (xhr.status >= 500) say(page, "broken");
  else say(page, "refused", read(xhr.responseText).querySelector("h1")?.textContent.trim());
}

function unreached(page, { requestConfig, elt }) {
  takeBack(elt);
  if (requestConfig.triggeringEvent) say(page, "unreached");
}

function answered(page, { successful, requestConfig, elt }) {
  if (!successful) return;
  kept(elt);
  if (requestConfig.triggeringEvent || regionOf(page).dataset.kind === "ended") unsay(page);
}

async function renew(page) {
  const answer = await fetch(location.href).catch(() => null);
  const headers = answer?.ok && read(await answer.text()).body.getAttribute("hx-headers");
  if (!headers) return;
  page.body.setAttribute("hx-headers", headers);
  const key = JSON.parse(headers)["X-CSRFToken"];
  for (const field of page.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = key;
  isStale = false;
}

export function watchFailures(page) {
  if (!regionOf(page)) return;
  page.addEventListener("htmx:responseError", (event) => refused(page, event.detail));
  page.addEventListener("htmx:sendError", (event) => unreached(page, event.detail));
  page.addEventListener("htmx:timeout", (event) => unreached(page, event.detail));
  page.addEventListener("htmx:afterRequest", (event) => answered(page, event.detail));
  page.addEventListener("htmx:confirm", (event) => {
    if (!isStale || !event.detail.triggeringEvent) return;
    event.preventDefault();
    renew(page).then(() => event.detail.issueRequest(true));
  });
}
