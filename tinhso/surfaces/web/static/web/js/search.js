// "/" goes to the search, unless a person is typing.
const TYPING = "input, textarea, select, [contenteditable]";

export function watchSearch(page) {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest(TYPING)) return;
    const field = page.querySelector("[data-search]");
    if (!field || field.offsetParent === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
