// Forms: the summary of errors takes the focus; a chooser (select[data-send]) sends its form when it changes (not a
// date: it changes with every digit typed);
// a form is not sent twice by a double click; a dialog opens by data-opens.
export function watchForms(page) {
  page.querySelector("[data-focus]")?.focus();
  page.addEventListener("change", (event) => {
    if (event.target.matches("select[data-send]")) event.target.form.requestSubmit();
  });
  page.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) page.getElementById(opener.dataset.opens)?.showModal();
  });
}
