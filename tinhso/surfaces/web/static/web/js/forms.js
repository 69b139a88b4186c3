// Forms: the summary of errors takes the focus; a chooser (select[data-send]) sends its form when it changes (not a
// date: it changes with every digit typed);
// a form is not sent twice by a double click; a dialog opens by data-opens.

// By "back" the browser puts what was typed into the page fetched anew: it gets the key as well under which it was sent,
// so that the server knows a second sending. A reload begins anew.
const nameOf = (form) => `${form.getAttribute("action")} ${form.elements.ve?.value ?? ""}`;

function keepKey(form) {
  const once = form.elements.once;
  if (once) history.replaceState({ ...history.state, sent: { [nameOf(form)]: once.value } }, "");
}

function giveKeyBack(page) {
  const sent = history.state?.sent;
  if (!sent || performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
  for (const form of page.forms) {
    if (form.elements.once && sent[nameOf(form)]) form.elements.once.value = sent[nameOf(form)];
  }
}

export function watchForms(page) {
  giveKeyBack(page);
  page.querySelector("[data-focus]")?.focus();
  page.addEventListener("change", (event) => {
    if (event.target.matches("select[data-send]")) event.target.form.requestSubmit();
  });
  page.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
    keepKey(event.target);
  });
  addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) page.getElementById(opener.dataset.opens)?.showModal();
  });
}
