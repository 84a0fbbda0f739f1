// The document page's ease: cards and words light each other, single keys go from one to the next. Without this file every page works as links and forms.

const page = document.documentElement;
page.classList.add("js");

const panel = () => document.querySelector(".panel");
const cards = () => [...document.querySelectorAll(".card")];
const openCard = () => document.querySelector(".card[open]");
const cardOf = number => document.querySelector(`.card[data-n="${number}"]`);
const numbersOf = (element, name) => (element.dataset[name] ?? "").split(" ").filter(Boolean);
const lights = ["on-a", "on-e", "on-p"];

/** Lights the words of a card; the class tells what they are to it. */
function light(card) {
  for (const lit of document.querySelectorAll(".on-a, .on-e, .on-p")) lit.classList.remove(...lights, ...[...lit.classList].filter(c => c.startsWith("lit-")));
  document.querySelectorAll("[data-lent]").forEach(lent => { lent.classList.remove(lent.dataset.lent); delete lent.dataset.lent; });
  if (!card) return;
  const number = card.dataset.n;
  const kind = [...card.classList].find(c => c.startsWith("k-"));
  for (const [name, className] of [["a", "on-a"], ["e", "on-e"], ["p", "on-p"]]) {
    for (const words of document.querySelectorAll(`[data-${name}~="${number}"]`)) {
      words.classList.add(className);
      if (!words.classList.contains(kind) && !(className !== "on-a" && [...words.classList].some(c => c.startsWith("k-")))) {
        words.classList.add(kind);
        words.dataset.lent = kind;
      }
    }
  }
}

function select(card, { scrollText = true, focus = false, behavior = "auto" } = {}) {
  page.classList.toggle("no-card", !card);
  for (const other of cards()) {
    if (other === card) continue;
    other.open = false;
    other.removeAttribute("aria-current");
  }
  light(card);
  if (!card) return;
  card.open = true;
  card.setAttribute("aria-current", "true");
  card.scrollIntoView({ block: "nearest", behavior: "instant" });
  if (focus) card.querySelector("summary").focus({ preventScroll: true });
  if (scrollText) reveal(card, behavior);
  if (location.protocol.startsWith("http")) {
    const address = new URL(location.href);
    address.searchParams.set("record", card.id);
    address.hash = "";
    history.replaceState(null, "", address);
  }
}

/** Brings a card's words into the part of the screen that the panel leaves free. */
function reveal(card, behavior = "auto") {
  const words = document.querySelector(`[data-a~="${card.dataset.n}"]`) ?? document.querySelector(`[data-e~="${card.dataset.n}"]`);
  if (!words) return;
  const isSheet = getComputedStyle(panel()).position === "fixed";
  const bottom = isSheet ? panel().getBoundingClientRect().top : innerHeight;
  const box = words.getBoundingClientRect();
  if (box.top < 90 || box.bottom > bottom - 40) scrollBy({ top: box.top - bottom * .36, behavior });
}

function step(by) {
  const all = cards();
  const at = all.indexOf(openCard());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
  if (all[next]) select(all[next], { focus: true });
  else document.querySelector(`.more-cards[rel=${by > 0 ? "next" : "prev"}]`)?.click();
}

function announce(text) {
  const place = document.querySelector(".announce");
  if (place) place.textContent = text;
}

/** The card that a click on these words means: one that they evoke, else the shortest that they show, else one that they are part of. */
function meantBy(words) {
  const evoked = numbersOf(words, "a");
  const shown = numbersOf(words, "e").sort((l, r) => lengthOf(l) - lengthOf(r));
  const candidates = [...evoked, ...shown, ...numbersOf(words, "p")].map(cardOf).filter(Boolean);
  const at = candidates.indexOf(openCard());
  return candidates[(at + 1) % candidates.length];
}

function lengthOf(number) {
  return [...document.querySelectorAll(`[data-e~="${number}"]`)].reduce((sum, words) => sum + words.textContent.length, 0);
}

const isTyping = element => !!element.closest("input:not([type=checkbox]), select, textarea");

function prepare() {
  const switcher = document.querySelector("[data-keys]");
  if (switcher) switcher.checked = !page.classList.contains("no-keys");
}

document.addEventListener("click", event => {
  const summary = event.target.closest(".card > summary");
  if (summary) {
    event.preventDefault();
    select(summary.parentElement.open ? null : summary.parentElement);
    return;
  }
  const toWords = event.target.closest(".to-words");
  if (toWords) {
    event.preventDefault();
    reveal(toWords.closest(".card"));
    return;
  }
  const stepper = event.target.closest("[data-step]");
  if (stepper) {
    step(Number(stepper.dataset.step));
    return;
  }
  const words = event.target.closest(".article .s");
  if (words && getSelection().isCollapsed) select(meantBy(words) ?? openCard(), { scrollText: false });
});

document.addEventListener("pointerover", event => {
  for (const near of document.querySelectorAll(".near")) near.classList.remove("near");
  const words = event.target.closest?.(".article .s");
  if (words) for (const number of [...numbersOf(words, "a"), ...numbersOf(words, "e")]) cardOf(number)?.classList.add("near");
  const card = event.target.closest?.(".card");
  if (event.pointerType === "mouse") light(card ?? openCard());
});

document.addEventListener("change", event => {
  if (!event.target.matches("[data-keys]")) return;
  page.classList.toggle("no-keys", !event.target.checked);
  try { localStorage.setItem("single-keys", event.target.checked ? "on" : "off"); } catch { /* a browser that keeps nothing */ }
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || page.classList.contains("no-keys") || !panel()) return;
  if (isTyping(event.target)) return;
  const act = { j: () => step(1), k: () => step(-1) }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

try { page.classList.toggle("no-keys", localStorage.getItem("single-keys") === "off"); } catch { /* a browser that keeps nothing */ }
prepare();
if (panel()) select(openCard() ?? cards().find(card => !matchMedia("(min-width: 52rem)").matches && card) ?? null, { scrollText: !!openCard(), behavior: "instant" });

export { announce, cardOf, cards, isTyping, numbersOf, openCard, panel, prepare, select, step };
