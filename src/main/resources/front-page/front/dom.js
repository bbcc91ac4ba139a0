const isThere = (value) => value !== null && value !== undefined && value !== false;

/** An element. Text among its children stays text, whatever is in it; what is null or false is left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (isThere(value)) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(Infinity).filter(isThere));
  return element;
}

/** A link out of the page, or the words alone where the address is none of the web: "javascript:" is an address, too. */
export function outward(url, ...children) {
  return /^https?:\/\//i.test(url ?? "") ? el("a", { href: url }, ...children) : el("span", {}, ...children);
}

/** What is wider than a phone scrolls in a box of its own, which a keyboard can reach. */
export function scrolling(label, child) {
  return el("div", { class: "scrolling", role: "group", "aria-label": label, tabindex: 0 }, child);
}

/** A command to copy. */
export function command(text) {
  return scrolling("Command", el("pre", {}, el("code", {}, text)));
}

/** A word of the page's own inside an article, which may be in another language. */
export function own(text) {
  return el("span", { lang: "en" }, text);
}

/** Children with something between them, which begins no line. */
export function joined(children, separator = "\u00a0· ") {
  return children.filter(isThere).flatMap((child, i) => (i === 0 ? [child] : [separator, child]));
}

/** Links in a row. */
export function chips(label, links) {
  return (
    links.length > 0 &&
    el("nav", { class: "chips", "aria-label": label }, el("ul", {}, links.map((link) => el("li", {}, link))))
  );
}
