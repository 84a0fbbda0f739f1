// The reading room: decisions go out behind the reviewer's back, and nothing that was decided or typed is lost when the page or the desk dies.
// Without this file the same is done by plain forms.

const { announce, cards, isTyping, numbersOf, openCard, panel, prepare, select, step } = await import(document.querySelector('script[src$="/dragoman.js"]').src);

const partHeader = { "Dragoman-Part": "card" };
const decided = []; // ids of records, the latest last
const words = { confirm: "confirmed", reject: "rejected", undo: "" };

/* What is on its way: kept in the browser until the desk has answered, and sent again until it does. */

const outbox = {
  key: "dragoman.outbox",
  items: [],
  isSending: false,

  load() {
    try { this.items = JSON.parse(localStorage.getItem(this.key) ?? "[]"); } catch { this.items = []; }
  },
  keep() {
    try { localStorage.setItem(this.key, JSON.stringify(this.items)); } catch { /* a browser that keeps nothing */ }
  },
  add(item) {
    this.items.push(item);
    this.keep();
    this.send();
  },
  async send() {
    if (this.isSending) return;
    this.isSending = true;
    for (let wait = 500; this.items.length > 0; wait = Math.min(wait * 2, 8000)) {
      const item = this.items[0];
      item.after ??= document.getElementById(item.record)?.dataset.after;
      this.keep();
      const outcome = await deliver(item);
      if (outcome === "later") {
        tell(`${this.items.length === 1 ? "One decision waits" : `${this.items.length} decisions wait`} for the desk, which does not answer. They are kept in this browser and sent as soon as it does.`);
        await new Promise(done => setTimeout(done, wait));
        continue;
      }
      wait = 500;
      this.items.shift();
      this.keep();
      tell("");
    }
    this.isSending = false;
  },
};

/** Posts one decision. The desk takes the same decision twice as once, so that a lost answer does no harm. */
async function deliver(item, isAnew = false) {
  const body = new URLSearchParams({ ...token(), query: item.query, scope: item.scope, decision: `${item.decision} ${item.record} ${item.after}` });
  let answer;
  let html;
  try {
    answer = await fetch(item.action, { method: "POST", body, headers: partHeader, credentials: "same-origin" });
    html = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return "later";
  }
  if (answer.status === 400 && !isAnew) return await renewToken() ? deliver(item, true) : "later";
  if (answer.status >= 500) return "later";
  if (answer.ok) takeCard(item.record, html);
  else takePage(html, item.record);
  return "done";
}

const token = () => {
  const field = document.querySelector("#decide input[name^=__], .room-form input[name^=__]");
  return field ? { [field.name]: field.value } : {};
};

/** The desk was started anew since this page was made: asks it for a token that it knows. */
async function renewToken() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("input[name^=__]");
    if (!fresh) return false;
    for (const field of document.querySelectorAll(`input[name="${fresh.name}"]`)) field.value = fresh.value;
    return true;
  } catch {
    return false;
  }
}

/* What comes back. */

function takeCard(record, html) {
  const list = html.querySelector("[data-records]");
  const old = document.getElementById(record);
  const fresh = list?.querySelector(".card");
  if (list) showProgress(Number(list.dataset.decided), Number(list.dataset.records));
  if (!old) return;
  if (!fresh) {
    old.closest("li").remove();
    return;
  }
  fresh.dataset.n = old.dataset.n; // the page's own numbers hold until it is made anew
  fresh.open = old.open;
  if (old.open) fresh.setAttribute("aria-current", "true");
  const hadFocus = old.contains(document.activeElement);
  old.closest("li").replaceWith(fresh.closest("li"));
  if (hadFocus) fresh.querySelector("summary").focus({ preventScroll: true });
}

function showProgress(count, all) {
  const bar = document.querySelector(".progress");
  if (!bar) return;
  bar.querySelector("progress").value = count;
  bar.querySelector("progress").max = all;
  bar.querySelector("span").textContent = `${count} of ${all} decided`;
}

/** Puts the cards and the article of a whole page in place of ours. */
function takePage(html, record) {
  const fresh = html.querySelector(".panel");
  const article = html.querySelector(".article");
  if (!fresh || !article || !panel()) {
    const main = html.querySelector("main");
    if (main) document.querySelector("main").replaceChildren(...main.childNodes);
    return;
  }
  const scroll = document.querySelector(".cards")?.scrollTop ?? 0;
  panel().replaceWith(fresh);
  document.querySelector(".article").replaceWith(article);
  const list = document.querySelector(".cards");
  if (list) list.scrollTop = scroll;
  prepare();
  select(document.getElementById(record) ?? openCard(), { focus: true });
}

function tell(text) {
  let place = document.querySelector(".outbox");
  if (!place && text) {
    place = Object.assign(document.createElement("p"), { className: "outbox notice" });
    place.setAttribute("role", "status");
    document.querySelector(".panel-head")?.after(place);
  }
  if (!place) return;
  if (text) place.textContent = text;
  else place.remove();
}

/* Deciding. */

function decide(decision) {
  const open = openCard();
  const card = decision === "undo" && open?.querySelector('[value^="undo"]') == null ? document.getElementById(decided.at(-1)) ?? open : open;
  if (!card || (decision === "undo" && !isDecided(card))) return;
  const form = document.getElementById("decide");
  const scope = document.querySelector(".scope select");
  outbox.add({ action: form.action, query: form.elements.query.value, scope: scope?.value ?? "record", decision, record: card.id });
  if (scope) scope.value = "record";
  show(card, decision);
  if (decision === "undo") {
    decided.splice(decided.lastIndexOf(card.id) >>> 0, 1);
    select(card, { focus: true });
    announce("Taken back.");
  } else {
    decided.push(card.id);
    const next = nextDraft(card);
    if (next) select(next, { focus: true });
    announce(`${decision === "confirm" ? "Confirmed." : "Rejected."}${next ? "" : " Nothing is left to decide here; d opens the next document."}`);
  }
}

const isDecided = card => !card.classList.contains("st-draft");

/** The card and its words as they will be, before the desk has answered. */
function show(card, decision) {
  card.classList.remove("st-draft", "st-confirmed", "st-amended", "st-rejected");
  card.classList.add(decision === "undo" ? "st-draft" : `st-${words[decision]}`);
  let state = card.querySelector(".state");
  if (!state) {
    state = Object.assign(document.createElement("span"), { className: "state" });
    card.querySelector(".line").before(state);
  }
  state.textContent = words[decision];
  for (const lit of document.querySelectorAll(`[data-a~="${card.dataset.n}"]`)) {
    const all = numbersOf(lit, "a").map(n => document.querySelector(`.card[data-n="${n}"]`)).filter(Boolean);
    lit.classList.toggle("off", all.length > 0 && all.every(each => each.classList.contains("st-rejected")));
  }
}

function nextDraft(card) {
  const all = cards();
  const at = all.indexOf(card);
  const draft = [...all.slice(at + 1), ...all.slice(0, at)].find(each => each.classList.contains("st-draft"));
  const later = document.querySelector(".more-cards[rel=next]");
  if (later && (!draft || all.indexOf(draft) < at)) later.click();
  return draft;
}

/* Forms: amend, split, merge, add. */

async function openForm(link) {
  const place = link.closest(".card")?.querySelector(".more") ?? link.closest(".panel-head");
  const picked = selection();
  let html;
  try {
    const answer = await fetch(link.href, { headers: partHeader, credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    html = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    announce("The desk does not answer.");
    return;
  }
  closeForm();
  const form = html.querySelector(".room-form");
  place.append(form);
  recall(form);
  const field = form.querySelector("[data-words]");
  if (picked && ["split", "add"].includes(form.dataset.room)) fill(field, picked);
  form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  form.scrollIntoView({ block: "nearest" });
}

function closeForm() {
  const form = document.querySelector(".panel .room-form");
  if (!form || document.querySelector(".form-panel")) return;
  const card = form.closest(".card");
  form.remove();
  card?.querySelector("summary").focus({ preventScroll: true });
}

async function sendForm(form, isAnew = false) {
  const body = new URLSearchParams(new FormData(form));
  for (const button of form.querySelectorAll("button")) button.disabled = true;
  let answer;
  let html;
  try {
    answer = await fetch(form.action, { method: "POST", body, headers: partHeader, credentials: "same-origin" });
    html = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    answer = null;
  }
  for (const button of form.querySelectorAll("button")) button.disabled = false;
  if (answer?.status === 400 && !isAnew && await renewToken()) return sendForm(form, true);
  if (!answer || answer.status >= 500 || answer.status === 400) {
    problem(form, "The desk does not answer. What you typed is kept in this browser; save it again in a moment.");
    return;
  }
  if (answer.status === 422) {
    const fresh = html.querySelector(".room-form");
    form.replaceWith(fresh);
    (fresh.querySelector(".problem")?.closest(".field")?.querySelector("textarea, input:not([type=hidden]), select") ?? fresh.querySelector("select"))?.focus();
    return;
  }
  if (answer.status === 409) {
    problem(form, html.querySelector(".notice")?.textContent ?? "The record has changed since you opened it.");
    return;
  }
  forget(form);
  if (document.querySelector(".form-panel")) {
    location.assign(answer.url);
    return;
  }
  const record = new URL(answer.url).searchParams.get("record");
  const act = form.dataset.room;
  const before = form.closest(".card")?.id;
  takePage(html, record);
  if (act === "amend" && before) decided.push(before);
  announce({ amend: "Amended.", split: "Split.", merge: "Merged.", add: "Added." }[act]);
  if (act === "add" || act === "split") document.getElementById(record)?.querySelector('[data-act="amend"]')?.click();
}

function problem(form, text) {
  let place = form.querySelector(".notice");
  if (!place) {
    place = Object.assign(document.createElement("p"), { className: "notice" });
    place.setAttribute("role", "alert");
    form.prepend(place);
  }
  place.textContent = text;
}

/* Words of the article, selected. */

/** The selected words of the article and where they stand in its text; null for none. */
function selection() {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  const text = chosen.toString().trim();
  return start === null || end === null || !text ? null : { text, at: `${start}-${end}` };
}

function placeOf(node, offset) {
  const region = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.(".article [data-at]");
  if (!region) return null;
  const before = document.createRange();
  before.setStart(region, 0);
  before.setEnd(node, offset);
  return Number(region.dataset.at) + before.toString().length;
}

function fill(field, picked) {
  field.value = picked.text;
  field.closest(".field").querySelector('input[type="hidden"]').value = picked.at;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

let lastPicked = null;
document.addEventListener("selectionchange", () => { lastPicked = selection() ?? lastPicked; });

/* What is typed stays in the browser until it is saved. */

const keptAs = form => `dragoman.typed.${form.dataset.keep}`;

function remember(form) {
  const typed = [...new FormData(form)].filter(([name]) => !name.startsWith("__") && name !== "after");
  try { localStorage.setItem(keptAs(form), JSON.stringify(typed)); } catch { /* a browser that keeps nothing */ }
}

function forget(form) {
  try { localStorage.removeItem(keptAs(form)); } catch { /* a browser that keeps nothing */ }
}

function recall(form) {
  let typed;
  try { typed = JSON.parse(localStorage.getItem(keptAs(form)) ?? "null"); } catch { return; }
  if (!typed) return;
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = typed.some(([name, value]) => name === box.name && value === box.value);
  for (const [name, value] of typed) {
    const field = form.elements.namedItem(name);
    if (field && "value" in field && field.type !== "checkbox") field.value = value;
  }
  problem(form, "What you had typed before is filled in again; it was not saved yet.");
}

/* What the reviewer does. */

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.id === "decide") {
    event.preventDefault();
    const card = event.submitter?.closest(".card");
    if (card && card !== openCard()) select(card);
    decide(event.submitter.value.split(" ")[0]);
  } else if (form.matches(".room-form")) {
    event.preventDefault();
    sendForm(form);
  }
});

document.addEventListener("click", event => {
  const act = event.target.closest("[data-act]");
  if (act && !event.ctrlKey && !event.metaKey && !event.shiftKey && ["amend", "split", "merge", "add"].includes(act.dataset.act)) {
    event.preventDefault();
    openForm(act);
  }
  if (event.target.closest("[data-close]") && !document.querySelector(".form-panel")) {
    event.preventDefault();
    forget(event.target.closest(".room-form"));
    closeForm();
  }
  const take = event.target.closest("[data-take]");
  if (take) {
    const picked = selection() ?? lastPicked;
    if (picked) fill(take.closest(".field").querySelector("[data-words]"), picked);
    else announce("Select words in the article first.");
  }
});

document.addEventListener("input", event => {
  const form = event.target.closest(".room-form");
  if (!form) return;
  if (event.isTrusted && event.target.matches("[data-words]")) event.target.closest(".field").querySelector('input[type="hidden"]').value = "";
  remember(form);
});

document.addEventListener("keydown", event => {
  const form = event.target.closest?.(".room-form");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (form && event.key === "Escape" && !document.querySelector(".form-panel")) {
    event.preventDefault();
    closeForm();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.documentElement.classList.contains("no-keys") || !panel() || isTyping(event.target)) return;
  const link = name => (openCard()?.querySelector(`[data-act="${name}"]`) ?? document.querySelector(`.panel-head [data-act="${name}"]`))?.click();
  const act = {
    c: () => decide("confirm"), x: () => decide("reject"), u: () => decide("undo"),
    a: () => link("amend"), s: () => link("split"), m: () => link("merge"), n: () => link("add"), d: () => link("next-document"),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

outbox.load();
outbox.send();
for (const form of document.querySelectorAll(".room-form")) recall(form);
document.documentElement.classList.add("room"); // the keys are listened to
