/** The languages of interface and content, in the order in which pickers list them. */
export const languageCodes = ["en", "bs", "hr", "sr-Latn", "sr-Cyrl", "cnr", "mk", "sq"] as const;

export type LanguageCode = (typeof languageCodes)[number];

/** Languages that the interface speaks now; content may be in any of `languageCodes`. */
export const interfaceLocales = ["en", "bs"] as const satisfies readonly LanguageCode[];

export type InterfaceLocale = (typeof interfaceLocales)[number];

export type Script = "Latn" | "Cyrl";

interface Language {
  /** The language's own name for itself, never translated. */
  selfName: string;
  script: Script;
  /** Value of the HTML `lang` attribute (BCP 47). */
  tag: string;
}

export const languages: Readonly<Record<LanguageCode, Language>> = {
  en: { selfName: "English", script: "Latn", tag: "en" },
  bs: { selfName: "Bosanski", script: "Latn", tag: "bs" },
  hr: { selfName: "Hrvatski", script: "Latn", tag: "hr" },
  "sr-Latn": { selfName: "Srpski (latinica)", script: "Latn", tag: "sr-Latn" },
  "sr-Cyrl": { selfName: "Српски (ћирилица)", script: "Cyrl", tag: "sr-Cyrl" },
  cnr: { selfName: "Crnogorski", script: "Latn", tag: "cnr" },
  mk: { selfName: "Македонски", script: "Cyrl", tag: "mk" },
  sq: { selfName: "Shqip", script: "Latn", tag: "sq" },
};

export const selfNames: Readonly<Record<LanguageCode, string>> = {
  en: languages.en.selfName,
  bs: languages.bs.selfName,
  hr: languages.hr.selfName,
  "sr-Latn": languages["sr-Latn"].selfName,
  "sr-Cyrl": languages["sr-Cyrl"].selfName,
  cnr: languages.cnr.selfName,
  mk: languages.mk.selfName,
  sq: languages.sq.selfName,
};

/** Whether a text from outside (address, form, cookie) is one of our language codes, in exactly this spelling. */
export function isLanguageCode(value: unknown): value is LanguageCode {
  return typeof value === "string" && (languageCodes as readonly string[]).includes(value);
}

/** Whether the interface speaks this language. */
export function isInterfaceLocale(value: unknown): value is InterfaceLocale {
  return typeof value === "string" && (interfaceLocales as readonly string[]).includes(value);
}

/** Value of the HTML `lang` attribute for a code that comes from data. */
export function languageTag(code: string): string {
  return isLanguageCode(code) ? languages[code].tag : code;
}
