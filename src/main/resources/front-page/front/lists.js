import { hrefOf } from "./api.js";
import { inline } from "./blocks.js";
import { chips, el, joined } from "./dom.js";
import { inLocale, languageName, time } from "./language.js";
import { empty } from "./notes.js";

const PER_PAGE = 10;
const MOST_TOPICS = 12;

/** Where the takeaways of an article are; each has no anchor of its own. */
export const TAKEAWAYS = "Takeaways";

/** What an entry of a list shows; Galley reads nothing else from its database. */
const SHOWN = "slug,locale,title,summary,authors,topics,publishedAt,readingMinutes";

const TYPES = [
  [null, "All"],
  ["article", "Articles"],
  ["section", "Sections"],
  ["faq", "Questions"],
  ["takeaway", "Takeaways"],
];

/** Articles, newest first: all of them, or those of a topic, an author or a language. */
export async function list(query, ask) {
  const filters = Object.fromEntries(["topic", "author", "locale"].map((name) => [name, query.get(name)]));
  const cursor = query.get("cursor");
  const isFiltered = Object.values(filters).some(Boolean);
  const [articles, about, topics] = await Promise.all([
    ask("articles", { fields: SHOWN, limit: PER_PAGE, ...filters, cursor }),
    aboutList(filters, ask),
    isFiltered ? null : ask("topics", { fields: "slug,name", sort: "-articleCount", limit: MOST_TOPICS }),
  ]);
  if (articles.data.length === 0 && !isFiltered && !cursor) {
    return empty();
  }
  return {
    title: isFiltered ? about.title : null,
    status: counted(articles.data.length, "article"),
    content: el(
      "div",
      { class: "list" },
      el("h1", { tabindex: -1 }, about.title),
      about.description && el("p", { class: "summary" }, about.description),
      topics && topicLinks("Topics", topics.data),
      articles.data.length === 0
        ? el("p", {}, "There is nothing here.")
        : el("ol", { class: "entries" }, articles.data.map(entry)),
      pages(articles.page, filters, ["Newer", "Older"]),
    ),
  };
}

async function aboutList({ topic, author, locale }, ask) {
  if (topic) {
    const { name, description } = await ask(`topics/${encodeURIComponent(topic)}`);
    return { title: name, description };
  }
  if (author) {
    const { name } = await ask(`authors/${encodeURIComponent(author)}`);
    return { title: name };
  }
  return { title: locale ? `In ${languageName(locale, "en")}` : "What is published" };
}

export function topicLinks(label, topics) {
  return chips(
    label,
    topics.map(({ slug, name }) => el("a", { href: hrefOf({ topic: slug }) }, name)),
  );
}

function entry({ slug, locale, title, summary, authors, topics, publishedAt, readingMinutes }) {
  return el(
    "li",
    {},
    el("p", { class: "facts" }, time(publishedAt)),
    el(
      "article",
      {},
      el("h2", inLocale(locale), el("a", { href: hrefOf({ article: slug, locale }) }, title)),
      summary && el("p", inLocale(locale), summary),
      el(
        "p",
        { class: "facts" },
        joined([
          authors.length > 0 && authors.map((author) => author.name).join(", "),
          `${readingMinutes} min`,
          ...topics.slice(0, 3).map((topic) => el("a", { href: hrefOf({ topic: topic.slug }) }, topic.name)),
          !locale.startsWith("en") && el("a", { href: hrefOf({ locale }) }, languageName(locale, "en")),
        ]),
      ),
    ),
  );
}

/** Pages have addresses of their own, so that the way back from an article leads to the page that it was on. */
function pages({ prev, next }, parameters, [before, after]) {
  return (
    (prev || next) &&
    el(
      "nav",
      { class: "pages", "aria-label": "Pages" },
      prev && el("a", { rel: "prev", href: hrefOf({ ...parameters, cursor: prev }) }, before),
      next && el("a", { rel: "next", href: hrefOf({ ...parameters, cursor: next }) }, after),
    )
  );
}

/** What was found, the best first. */
export async function search(query, ask) {
  const asked = { q: query.get("q"), type: query.get("type") };
  const found = await ask("search", { ...asked, limit: PER_PAGE, cursor: query.get("cursor") });
  const counts = new Map(found.facets.type.map(({ value, count }) => [value, count]));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    title: `Search: ${asked.q}`,
    status: counted(total, "result"),
    content: el(
      "div",
      { class: "list" },
      el("h1", { tabindex: -1 }, `${counted(total, "result")} for “${asked.q}”`),
      found.didYouMean &&
        el("p", {}, "Did you mean ", el("a", { href: hrefOf({ q: found.didYouMean }) }, found.didYouMean), "?"),
      chips(
        "Kinds of results",
        TYPES.map(([type, name]) =>
          el("a", { href: hrefOf({ q: asked.q, type }), "aria-current": type === asked.type && "true" }, name),
        ),
      ),
      total === 0
        ? el("p", {}, "Nothing has these words. Fewer of them may find more; so may the beginning of one, as in tim*.")
        : el("ol", { class: "entries" }, found.data.map(hit)),
      pages(found.page, asked, ["Better", "More"]),
    ),
  };
}

/** By its article's id: a slug may stand in several languages, and a hit doesn't say in which it was found. */
function hit({ type, article, anchor, title, highlight, answer }) {
  const part = type === "takeaway" ? TAKEAWAYS : anchor;
  const href = hrefOf({ article: article.id }) + (part ? `#${part}` : "");
  return el(
    "li",
    {},
    el("p", { class: "facts" }, kindOf(type)),
    el(
      "article",
      {},
      el("h2", {}, el("a", { href }, title)),
      el("p", {}, answer ?? inline(highlight)),
      el("p", { class: "facts" }, joined([title !== article.title && article.title, time(article.publishedAt)])),
    ),
  );
}

function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function kindOf(type) {
  return { article: "Article", section: "Section", faq: "Question", takeaway: "Takeaway" }[type];
}
