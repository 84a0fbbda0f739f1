// What makes the desk an app: pages last seen stay readable without network, and an open page says when the record has moved on.

const isDesk = document.body.classList.contains("desk") && location.protocol.startsWith("http");

/** One line at the foot of the screen, read out by screen readers. */
function say(words, link) {
  let line = document.getElementById("afloat");
  if (!line) {
    line = document.createElement("p");
    line.id = "afloat";
    line.className = "afloat";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.hidden = !words;
  line.textContent = words;
  if (!words || !link) return;
  const anchor = document.createElement("a");
  anchor.href = location.href;
  anchor.textContent = link;
  line.append(" ", anchor);
}

/** Says when the ledger has moved on, on pages that show it as a whole; while somebody reviews, their own decisions would set it off. */
function listen() {
  if (!document.body.dataset.live || document.hidden) return undefined;
  const events = new EventSource("/api/v1/live");
  let first;
  events.addEventListener("head", event => {
    const { head } = JSON.parse(event.data);
    first ??= head;
    if (head > first) say("The record has moved on.", "Show it");
  });
  return events;
}

if (isDesk) {
  if (window.isSecureContext && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js");
  const isKept = performance.getEntriesByType("navigation")[0]?.serverTiming?.some(word => word.name === "kept");
  const tell = () => say(navigator.onLine && !isKept ? "" : "The desk cannot be reached: this is the record as you last saw it. Decisions have to wait.");
  addEventListener("offline", tell);
  addEventListener("online", tell);
  if (isKept || !navigator.onLine) tell();

  let events = listen();
  document.addEventListener("visibilitychange", () => {
    events?.close();
    events = listen();
  });
}
