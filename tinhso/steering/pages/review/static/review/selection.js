// Words selected in the document are given to "Thêm mục" with their place: characters of the text, counted as the
// server counts them (signs before marks and notes in the margin are no text).
function offsetOf(node, offset) {
  const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!holder) return null;
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  const words = range.cloneContents();
  for (const sign of words.querySelectorAll(".mark-sign")) sign.remove();
  return Number(holder.dataset.start) + [...words.textContent].length;
}

// The place of the selection in the document, or null.
export function selected(review) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!review.querySelector(".review-text")?.contains(range.commonAncestorContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? { start, end } : null;
}

// The verb "Thêm mục" leads to the words selected.
function aim(review) {
  const verb = review.querySelector("[data-add]");
  if (!verb) return;
  const place = selected(review);
  const address = verb.getAttribute("href").split("?")[0];
  verb.setAttribute("href", place ? `${address}?tu=${place.start}&den=${place.end}` : address);
  verb.classList.toggle("button-primary", Boolean(place));
}

export function watchSelection(review) {
  // htmx has read the address before anything was selected; a quick key comes before the browser tells of the selection.
  document.addEventListener("htmx:configRequest", (event) => {
    if (!event.detail.elt.matches("[data-add]")) return;
    if (selected(review)) aim(review);
    event.detail.path = event.detail.elt.getAttribute("href");
  });
  document.addEventListener("selectionchange", () => aim(review));
}
