// A drawing of the page as PNG, painted from the SVG that the server gives. Without script the SVG is a link.
const SHARPNESS = 2;

async function painted(address) {
  const answer = await fetch(address);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * SHARPNESS, height: picture.height * SHARPNESS });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function give(link) {
  const address = URL.createObjectURL(await painted(link.href));
  Object.assign(document.createElement("a"), { href: address, download: `${link.dataset.png}.png` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export function watchPictures(root) {
  root.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-paint]");
    if (button) give(button.previousElementSibling);
  });
  const add = () => {
    for (const link of root.querySelectorAll("a[data-png]:not(:has(+ button))")) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button-quiet", textContent: "Tải PNG" });
      button.dataset.paint = "";
      link.after(" ", button);
    }
  };
  add();
  root.addEventListener("htmx:afterSwap", add);
}
