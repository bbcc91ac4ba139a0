import { hrefOf } from "./api.js";
import { blocks, inline, picture } from "./blocks.js";
import { chips, el, joined, outward, own } from "./dom.js";
import { inLocale, languageName, time } from "./language.js";
import { TAKEAWAYS, topicLinks } from "./lists.js";

const DEEPEST_HEADING = 6;

/** One article, read whole in one call. */
export async function article(query, ask) {
  const asked = encodeURIComponent(query.get("article"));
  const it = await ask(`articles/${asked}`, { text: "html", include: "related", locale: query.get("locale") });
  return {
    title: it.title,
    status: it.title,
    // One address for each article, whichever way led there: a former slug, an id, another locale.
    address: `?article=${it.slug}${new URL(it.links.self).search.replace("?", "&")}`,
    content: el(
      "article",
      { class: "article", ...inLocale(it.locale) },
      header(it),
      contents(it),
      el("div", { class: "text" }, takeaways(it), blocks(it.lead), it.sections.map(section), faqs(it), afterwards(it)),
    ),
  };
}

function header(it) {
  return el(
    "header",
    {},
    it.series && el("p", { class: "series" }, seriesPlace(it.series)),
    el("h1", { tabindex: -1 }, it.title),
    it.summary && el("p", { class: "summary" }, it.summary),
    el(
      "p",
      { class: "facts", lang: "en" },
      joined([
        it.authors.length > 0 &&
          joined(it.authors.map(({ slug, name }) => el("a", { href: hrefOf({ author: slug }) }, name)), ", "),
        time(it.publishedAt),
        it.updatedAt.slice(0, 10) !== it.publishedAt.slice(0, 10) && ["updated ", time(it.updatedAt)],
        `${it.readingMinutes} min`,
      ]),
    ),
    languages(it),
    it.hero && picture(it.hero, "eager"),
  );
}

function seriesPlace({ slug, title, position }) {
  return [own(position ? `Part ${position} of ` : "Part of "), title ?? slug];
}

function languages({ locale, translations, fallback }) {
  return [
    fallback &&
      el("p", { class: "facts" }, own(`This article isn’t there in ${languageName(fallback.asked, "en")} yet.`)),
    translations.length > 0 &&
      chips("Languages", [
        el("span", { "aria-current": "true", ...inLocale(locale) }, languageName(locale, locale)),
        ...translations.map((other) =>
          el(
            "a",
            {
              href: hrefOf({ article: other.slug, locale: other.locale }),
              hreflang: other.locale,
              ...inLocale(other.locale),
            },
            languageName(other.locale, other.locale),
          ),
        ),
      ]),
  ];
}

function contents({ sections, takeaways: points, faqs: questions }) {
  const entries = [
    points.length > 0 && entry(TAKEAWAYS, own("Key takeaways")),
    ...sections.map(sectionEntry),
    questions.length > 0 && entry("Questions", own("Questions")),
  ].filter(Boolean);
  return (
    entries.length > 1 &&
    el("nav", { class: "contents", "aria-labelledby": "Contents" }, [
      el("h2", { id: "Contents" }, own("Contents")),
      el("ol", {}, entries),
    ])
  );
}

function sectionEntry({ anchor, heading, sections }) {
  return entry(anchor, heading, sections.length > 0 && el("ol", {}, sections.map(sectionEntry)));
}

function entry(id, name, inner) {
  return el("li", {}, el("a", { href: `#${id}` }, name), inner);
}

function takeaways({ takeaways: points }) {
  return (
    points.length > 0 &&
    el(
      "section",
      { id: TAKEAWAYS, class: "takeaways", "aria-labelledby": "TakeawaysHeading" },
      el("h2", { id: "TakeawaysHeading" }, own("Key takeaways")),
      el("ul", {}, points.map(({ text }) => el("li", {}, inline(text)))),
    )
  );
}

function section({ anchor, heading, level, blocks: text, sections }) {
  const tag = `h${Math.min(level + 1, DEEPEST_HEADING)}`;
  const link = el("a", { class: "anchor", href: `#${anchor}`, "aria-label": `Link to “${heading}”`, lang: "en" }, "#");
  return el("section", { id: anchor }, el(tag, {}, heading, " ", link), blocks(text), sections.map(section));
}

function faqs({ faqs: questions }) {
  return (
    questions.length > 0 &&
    el(
      "section",
      { id: "Questions", class: "faqs", "aria-labelledby": "QuestionsHeading" },
      el("h2", { id: "QuestionsHeading" }, own("Questions")),
      questions.map(({ anchor, question, answer }) =>
        el("details", { id: anchor }, el("summary", {}, el("h3", {}, question)), blocks(answer)),
      ),
    )
  );
}

/** Where to go from here. */
function afterwards({ topics, related, links }) {
  return el(
    "footer",
    { lang: "en" },
    topicLinks("Topics of this article", topics),
    related.length > 0 &&
      el(
        "section",
        { class: "related", "aria-labelledby": "Related" },
        el("h2", { id: "Related" }, "Read next"),
        el("ul", {}, related.map(relatedEntry)),
      ),
    el(
      "p",
      { class: "facts" },
      "As ",
      joined(
        [outward(links.self, "JSON"), outward(links.markdown, "Markdown"), outward(links.jsonld, "JSON-LD")],
        ", ",
      ),
    ),
  );
}

function relatedEntry({ slug, locale, title, summary }) {
  return el(
    "li",
    inLocale(locale),
    el("a", { href: hrefOf({ article: slug, locale }) }, title),
    summary && el("p", {}, summary),
  );
}
