import { el } from "./dom.js";

const RIGHT_TO_LEFT = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"];

/** The attributes of an element with text in this locale. */
export function inLocale(locale) {
  const script = known(() => new Intl.Locale(locale).maximize().script);
  return { lang: locale, dir: RIGHT_TO_LEFT.includes(script) ? "rtl" : "ltr" };
}

/** A language by the name that it has in the language `inWords`; its tag where it has none. */
export function languageName(locale, inWords) {
  return known(() => new Intl.DisplayNames([inWords], { type: "language" }).of(locale)) ?? locale;
}

/** BCP 47 has tags that browsers refuse, and anything may stand in an address. */
function known(ask) {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

const days = new Intl.DateTimeFormat(undefined, { dateStyle: "long" });

/** A day as the reader writes days. */
export function time(instant) {
  return el("time", { datetime: instant, lang: days.resolvedOptions().locale }, days.format(new Date(instant)));
}
