// Runs before the first paint, so that a chosen scheme does not flash.
(() => {
  const chosen = localStorage.getItem("tinhso-theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
})();
