// A chart as a picture: drawn from the page's own SVG with the colours it has there. Without script the SVG is a link.
const NAMES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-family", "text-anchor"];
const SHARPNESS = 2;

function resolved(chart) {
  const copy = chart.cloneNode(true);
  const [from, to] = [chart, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of NAMES) to[place].setAttribute(name, style.getPropertyValue(name));
  });
  const { width, height } = chart.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width * SHARPNESS);
  copy.setAttribute("height", height * SHARPNESS);
  return copy;
}

async function drawn(chart) {
  const copy = resolved(chart);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
  const pen = canvas.getContext("2d");
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface") || "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

async function give(chart, name) {
  const address = URL.createObjectURL(await drawn(chart));
  Object.assign(document.createElement("a"), { href: address, download: `${name}.png` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

for (const verbs of document.querySelectorAll("[data-picture]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-quiet", textContent: "Tải PNG" });
  button.addEventListener("click", () => give(verbs.closest("figure").querySelector("svg.chart"), verbs.dataset.picture));
  verbs.prepend(button);
}
