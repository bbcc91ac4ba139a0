import { home } from "./api.js";
import { command, el } from "./dom.js";

/** What to do about an answer that isn't there, by its status. */
const ADVICE = {
  0: "Is Galley running, and is this computer online? Try again in a moment.",
  400: "Something in the address of this page has no meaning to Galley.",
  404: "The address may be misspelt, or what was here was never published.",
  410: "It was withdrawn, and may come back under the same address.",
  429: "This was too much at once. Try again in a minute.",
  503: "Galley is busy or starting. Try again in a moment.",
};

/** For a Galley with nothing in it: the way to the first article. */
export function empty() {
  const step = (heading, text) => el("li", {}, el("h2", {}, heading), command(text));
  return {
    title: null,
    status: "Nothing is published yet",
    content: el(
      "div",
      { class: "note" },
      el("h1", { tabindex: -1 }, "Nothing is published yet"),
      el("p", { class: "summary" }, "Three commands change that. Type them into a shell, then look again."),
      el(
        "ol",
        { class: "steps" },
        step("Set the key that Galley printed at its first start", "export GALLEY_ADMIN_KEY='the key'"),
        step("Put an article in, and publish it", importing()),
        step("Read it", `curl -sS "${home}v1/articles/hello?text=html"`),
      ),
      again(),
    ),
  };
}

function importing() {
  return `curl -sS -X POST "${home}v1/editorial/imports?slug=hello&publish=true" \\
  -H "Authorization: Bearer $GALLEY_ADMIN_KEY" \\
  -H "Content-Type: text/markdown" \\
  --data-binary @- <<'MARKDOWN'
# Hello, Galley

An article is more than a blob of HTML.

## What this shows

- Sections, lists and code stay what they are.
- Every part has an address of its own.

## Key Takeaways

- It took three commands.

## FAQ

### Where is this kept?

In Galley's own database, until you give it another one.
MARKDOWN`;
}

/** Where delivery is for those with a key alone. This page has none, and asks nobody for theirs. */
function keyNeeded() {
  return note(
    "Reading needs a key",
    el("p", { class: "summary" }, "This Galley hands out its articles to those with a key, and this page has none."),
    el("p", {}, "With a key, a shell or a frontend of your own reads them:"),
    command(`curl -sS "${home}v1/articles" -H "Authorization: Bearer $GALLEY_KEY"`),
  );
}

/** Whatever else went wrong. */
export function problem({ status, message }) {
  if (status === 401) {
    return keyNeeded();
  }
  return note(
    status === 404 || status === 410 ? "There is nothing here" : "That didn’t work",
    el("p", { class: "summary" }, message),
    el("p", {}, ADVICE[status] ?? "The log of Galley may say more."),
    el("p", {}, el("a", { href: "./" }, "What is published")),
    again(),
  );
}

function note(title, ...content) {
  return { title, status: title, content: el("div", { class: "note" }, el("h1", { tabindex: -1 }, title), content) };
}

function again() {
  const button = el("button", { type: "button" }, "Look again");
  button.addEventListener("click", () => location.reload());
  return el("p", {}, button);
}
