// The queue's ease: one box chooses all, and j and k go along the lines.

document.documentElement.classList.add("js");
const all = document.querySelector("[data-all]");
const picks = () => [...document.querySelectorAll(".pick input")];

all?.addEventListener("change", () => { for (const pick of picks()) pick.checked = all.checked; });

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key !== "j" && event.key !== "k") return;
  const lines = [...document.querySelectorAll(".queue-lines a")];
  const at = lines.indexOf(document.activeElement?.closest("li")?.querySelector("a"));
  lines[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), lines.length - 1)]?.focus();
  event.preventDefault();
});
