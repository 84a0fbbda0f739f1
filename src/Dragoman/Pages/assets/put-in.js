// Putting documents in: files can be dropped, what is typed is kept until the desk has it, and the list tells how far the reading is.

const forget = document.querySelector("[data-forget]");
const keptAs = form => `dragoman.typed.${form.dataset.keep}`;

try { if (forget) localStorage.removeItem(`dragoman.typed.${forget.dataset.forget}`); } catch { /* a browser that keeps nothing */ }

for (const form of document.querySelectorAll("form[data-keep]")) {
  try {
    for (const [name, value] of JSON.parse(localStorage.getItem(keptAs(form)) ?? "[]")) form.elements.namedItem(name).value ||= value;
  } catch { /* nothing that can be used */ }
  form.addEventListener("input", () => {
    const typed = [...new FormData(form)].filter(([name, value]) => !name.startsWith("__") && value);
    try { localStorage.setItem(keptAs(form), JSON.stringify(typed)); } catch { /* too long, or a browser that keeps nothing */ }
  });
}

const drop = document.querySelector(".drop");
const files = drop?.querySelector("input[type=file]");
for (const kind of ["dragover", "dragenter"]) addEventListener(kind, event => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  drop?.classList.add("is-over");
});
addEventListener("dragleave", event => { if (!event.relatedTarget) drop?.classList.remove("is-over"); });
addEventListener("drop", event => {
  if (!drop || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  files.files = event.dataTransfer.files;
  drop.requestSubmit();
});

async function watch() {
  while (document.querySelector(".inbox[data-busy]")) {
    await new Promise(done => setTimeout(done, 1000));
    try {
      const answer = await fetch("/put-in", { headers: { "Dragoman-Part": "inbox" }, credentials: "same-origin" });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".inbox");
      if (fresh) document.querySelector(".inbox").replaceWith(fresh);
    } catch { /* the desk is closed; it goes on when it opens again */ }
  }
}

watch();
