// The switch between the light and the dark scheme; without it the page follows the system.
const KEY = "tinhso-theme";

function present() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function label(button) {
  button.querySelector("span").textContent = present() === "dark" ? "Giao diện sáng" : "Giao diện tối";
}

export function watchTheme(page) {
  for (const button of page.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    label(button);
    button.addEventListener("click", () => {
      const next = present() === "dark" ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      localStorage.setItem(KEY, next);
      label(button);
    });
  }
}
