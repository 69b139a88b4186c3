// The chooser over a list: one box for the whole page, and how many are chosen. Without it each row is ticked by hand.
function boxes() {
  return [...document.querySelectorAll('input[form="bulk"][name="viec"]')];
}

function tell() {
  const chooser = document.querySelector("[data-bulk]");
  if (!chooser) return;
  const all = boxes();
  const chosen = all.filter((box) => box.checked).length;
  const whole = chooser.querySelector("[data-bulk-all]");
  whole.hidden = all.length === 0;
  const box = whole.querySelector("input");
  box.checked = all.length > 0 && chosen === all.length;
  box.indeterminate = chosen > 0 && chosen < all.length;
  chooser.querySelector("[data-bulk-count]").textContent = chosen ? `(${chosen})` : "";
}

document.addEventListener("change", (event) => {
  if (event.target.closest("[data-bulk-all]")) {
    for (const box of boxes()) box.checked = event.target.checked;
  }
  tell();
});
document.addEventListener("htmx:afterSwap", tell);
addEventListener("pageshow", tell);
tell();
