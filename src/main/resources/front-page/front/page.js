import { asking, hrefOf, Refused } from "./api.js";
import { article } from "./article.js";
import { el } from "./dom.js";
import { list, search } from "./lists.js";
import { problem } from "./notes.js";

/**
 * A page is what its query says: ?article=, ?q=, ?topic=, or nothing for all that is published. So every state of it has
 * an address that can be reloaded, kept and sent, from a server that knows of none of them.
 */

const NAME = "Galley";

const main = document.getElementById("Main");
const status = document.getElementById("Status");
const calls = document.getElementById("Calls");
const searchField = document.getElementById("Search");

let shown;
let turn = 0;

function view(query, ask) {
  if (query.get("article")) {
    return article(query, ask);
  }
  return query.get("q")?.trim() ? search(query, ask) : list(query, ask);
}

/** Shows what the address says. `isMove` where the reader came from another state of the page. */
async function show({ isMove, scroll = 0 }) {
  const mine = ++turn;
  const query = new URLSearchParams(location.search);
  const asked = [];
  shown = location.search;
  main.setAttribute("aria-busy", "true");
  status.textContent = "Loading";
  const next = await view(query, asking(asked)).catch((failure) => {
    if (!(failure instanceof Refused)) {
      reportError(failure);
    }
    return problem(failure);
  });
  if (mine !== turn) {
    // The reader has gone on: the answer to an older question must not take the place of a newer one's.
    return;
  }
  if (next.address && next.address !== location.search) {
    history.replaceState(history.state, "", next.address + location.hash);
    shown = location.search;
  }
  main.replaceChildren(next.content);
  main.removeAttribute("aria-busy");
  document.title = next.title ? `${next.title} · ${NAME}` : NAME;
  status.textContent = next.status;
  searchField.value = query.get("q") ?? "";
  tell(asked);
  arrive(isMove, scroll);
}

/** The proof that a frontend needs nothing but these. */
function tell(asked) {
  calls.hidden = asked.length === 0;
  calls
    .querySelector("ul")
    .replaceChildren(
      ...asked.map((url) =>
        el("li", {}, el("a", { href: url.href }, el("code", {}, `GET ${decodeURI(url.pathname + url.search)}`))),
      ),
    );
}

function arrive(isMove, scroll) {
  const target = open();
  if (isMove) {
    main.querySelector("h1").focus({ preventScroll: true });
  }
  if (target) {
    target.scrollIntoView();
  } else if (isMove) {
    scrollTo(0, scroll);
  }
}

/** The part that the address names, unfolded where it is a question. */
function open() {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
  }
  return target;
}

function go(address) {
  history.replaceState({ scroll: scrollY }, "");
  history.pushState(null, "", address);
  show({ isMove: true });
}

addEventListener("popstate", ({ state }) => {
  // Moves inside of an article are the browser's own.
  if (location.search !== shown) {
    show({ isMove: true, scroll: state?.scroll });
  }
});

addEventListener("hashchange", open);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented) {
    return;
  }
  const isHere = link.origin === location.origin && link.pathname === location.pathname;
  if (isHere && (link.search !== location.search || !link.hash)) {
    event.preventDefault();
    go(link.href);
  }
});

document.querySelector("form[role=search]").addEventListener("submit", (event) => {
  event.preventDefault();
  go(hrefOf({ q: searchField.value.trim() }));
});

show({ isMove: false });
