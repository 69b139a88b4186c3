// A password can be looked at while it is typed; when the form is sent it is hidden again, so that browsers keep it well.
function toggle(field, button) {
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.textContent = shown ? "Ẩn mật khẩu" : "Hiện mật khẩu";
  button.setAttribute("aria-pressed", String(shown));
}

function addButton(field) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-quiet password-look";
  button.textContent = "Hiện mật khẩu";
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-controls", field.id);
  button.addEventListener("click", () => toggle(field, button));
  field.form?.addEventListener("submit", () => (field.type = "password"));
  field.after(button);
}

export function watchPasswords(page) {
  page.querySelectorAll("input[type=password]").forEach(addButton);
}
