import { articleBehind } from "./api.js";
import { el, outward, own, scrolling } from "./dom.js";

/**
 * Inline text. ?text=html gives it as HTML that Galley has cleaned: a handful of inline elements, no attribute but where
 * links lead, and those to the web alone. So it may be parsed, here and nowhere else; all other text goes in as text.
 * Behind that stands the Content-Security-Policy, by which no script runs but those of this folder.
 */
export function inline(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const link of template.content.querySelectorAll("a[href]")) {
    const here = articleBehind(link.getAttribute("href"));
    if (here) {
      link.setAttribute("href", here);
    }
  }
  return template.content;
}

export function blocks(list) {
  return list.map((block) => types[block.type](block));
}

/** A picture with what it needs to keep its place before it has come. */
export function picture({ url, alt, caption, width, height }, loading) {
  return el(
    "figure",
    {},
    el("img", { src: url, alt: alt ?? "", width, height, loading }),
    caption && el("figcaption", {}, inline(caption)),
  );
}

/** A way to show each type of block. */
export const types = {
  paragraph: ({ text }) => el("p", {}, inline(text)),

  list: ({ style, start, items }) =>
    el(
      style === "ordered" ? "ol" : "ul",
      { class: style === "task" && "tasks", start: style === "ordered" && start },
      items.map((item) => el("li", {}, task(item.checked), inline(item.text), blocks(item.blocks))),
    ),

  code: ({ code, language, filename, caption }) => {
    const name = [filename, language].filter(Boolean);
    return el(
      "figure",
      { class: "code" },
      name.length > 0 && el("figcaption", { class: "name" }, name.map((part) => el("span", {}, part))),
      scrolling(["Code", ...name].join(", "), el("pre", { dir: "ltr" }, el("code", {}, code))),
      caption && el("figcaption", {}, inline(caption)),
    );
  },

  callout: ({ kind, title, blocks: inner }) =>
    el(
      "div",
      { class: "callout", role: "note", "data-kind": kind },
      el("p", { class: "label" }, own(kind), title && [" ", el("strong", {}, title)]),
      blocks(inner),
    ),

  quote: ({ blocks: inner, attribution }) =>
    el(
      "blockquote",
      {},
      blocks(inner),
      attribution && el("footer", {}, "— ", inline(attribution)),
    ),

  image: (image) => picture(image, "lazy"),

  table: ({ head, rows, align }) => {
    const cell = (tag, attributes) => (text, column) =>
      el(tag, { ...attributes, class: align[column] }, inline(text));
    return scrolling(
      "Table",
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, head.map(cell("th", { scope: "col" })))),
        el("tbody", {}, rows.map((row) => el("tr", {}, row.map(cell("td"))))),
      ),
    );
  },

  // A link and no frame: the page speaks to Galley alone, and nobody is told who reads what.
  embed: ({ url, provider, title }) =>
    el("p", { class: "embed" }, outward(url, title ?? url), provider && [" ", el("small", {}, provider)]),

  divider: () => el("hr"),
};

/** A mark of a task list: a picture for some, a word for others. */
function task(checked) {
  return (
    checked !== null && [
      el("span", { class: "mark", "aria-hidden": "true" }, checked ? "☑" : "☐"),
      el("span", { class: "unseen", lang: "en" }, checked ? "Done: " : "To do: "),
    ]
  );
}
