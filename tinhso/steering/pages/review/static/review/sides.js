// A click on one side lights and shows the same item on the other.
function marksOf(review, item) {
  return [...review.querySelectorAll(`mark[data-item="${CSS.escape(item)}"]`)];
}

export function rowOf(review, item) {
  return review.querySelector(`.review-items [data-item="${CSS.escape(item)}"]`);
}

// Lights the item on both sides and brings it into sight on the other one.
export function light(review, item, { scroll = "marks" } = {}) {
  for (const lit of review.querySelectorAll(".is-current")) lit.classList.remove("is-current");
  const marks = marksOf(review, item);
  const row = rowOf(review, item);
  for (const each of [...marks, row]) each?.classList.add("is-current");
  const other = scroll === "marks" ? marks[0] : row;
  if (other?.offsetParent) other.scrollIntoView({ block: "center" });
}

// The sign of an accepted item carries ✓, as the server writes it.
export function tick(review, item) {
  if (rowOf(review, item)?.classList.contains("is-proposed")) return;
  for (const sign of review.querySelectorAll(`mark[data-item="${CSS.escape(item)}"] .mark-sign`)) {
    if (!sign.textContent.includes("✓")) sign.textContent += " ✓";
  }
}

export function watchSides(review) {
  review.addEventListener("click", (event) => {
    const mark = event.target.closest(".review-text mark[data-item]");
    const row = mark && rowOf(review, mark.dataset.item);
    if (row && row.offsetParent) {
      event.preventDefault();
      light(review, mark.dataset.item, { scroll: "row" });
      row.focus({ preventScroll: true });
    }
    const source = event.target.closest("[data-source]");
    const item = source?.closest("[data-item]");
    if (item && marksOf(review, item.dataset.item)[0]?.offsetParent) {
      event.preventDefault();
      light(review, item.dataset.item);
    }
  });
}
