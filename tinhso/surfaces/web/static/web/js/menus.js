// A menu (details[data-menu]) closes on Escape, and when something else is clicked.
export function watchMenus(page) {
  page.addEventListener("click", (event) => {
    for (const menu of page.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of page.querySelectorAll("details[data-menu][open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
