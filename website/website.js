// A small convenience: on a touch screen the first tap on a number tells what it is, the second follows its link.
document.addEventListener("click", (gebeurtenis) => {
  const link = gebeurtenis.target.closest?.("a.herkomst");
  if (!link || gebeurtenis.pointerType !== "touch" || link.classList.contains("open")) return;
  gebeurtenis.preventDefault();
  document.querySelectorAll("a.herkomst.open").forEach((ander) => ander.classList.remove("open"));
  link.classList.add("open");
});

document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "Escape") document.querySelectorAll("a.herkomst").forEach((link) => { link.classList.remove("open"); link.blur(); });
});
