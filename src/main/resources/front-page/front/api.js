/** Where this Galley is. Seen from this file, since a proxy may have the page below a path of its own. */
export const home = new URL("../", import.meta.url);
const v1 = new URL("v1/", home);

/** Why there is nothing to show: an answer that is a problem document (RFC 9457), or none (status 0). */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/** A function that asks the API; each address that it asks is added to `calls`. */
export function asking(calls) {
  return async (path, parameters = {}) => {
    const url = new URL(path, v1);
    for (const [name, value] of Object.entries(parameters)) {
      if (value) {
        url.searchParams.set(name, value);
      }
    }
    calls.push(url);
    // What was published a moment ago is to be seen; what hasn't changed costs a 304.
    const answer = await fetch(url, { cache: "no-cache" }).catch(() => {
      throw new Refused(0, "There was no answer.");
    });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Refused(answer.status, problem.detail ?? `The answer was ${answer.status}.`);
    }
    return answer.json();
  };
}

/** The article that a link of the API leads to, as an address of this page; null where it leads elsewhere. */
export function articleBehind(link) {
  if (!URL.canParse(link, location.href)) {
    return null;
  }
  const url = new URL(link, location.href);
  const path = url.href.startsWith(v1.href) ? url.pathname.slice(v1.pathname.length) : "";
  const name = /^articles\/([a-z0-9-]+)(?:\.html)?$/.exec(path)?.[1];
  return name ? hrefOf({ article: name, locale: url.searchParams.get("locale") }) + url.hash : null;
}

/** An address of this page; what is null is left out. */
export function hrefOf(parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return query.size === 0 ? "./" : `?${query}`;
}
