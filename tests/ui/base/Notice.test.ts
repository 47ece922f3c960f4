import { expect, it } from "vitest";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { interfaceLocales } from "#app/i18n/languages.ts";
import { sure } from "#app/sure.ts";
import { read, walk } from "#tests/support/source-tree.ts";

/** A notice whose title a sentence follows on the same line. */
const FOLLOWED = /<Notice\b[^<]*?title=\{t\("([\w.]+)"[^<]*?>\s*\{t\(/g;

it("ends the title of a notice before the sentence that follows it", () => {
  const titles = walk("app/ui")
    .filter((file) => file.endsWith(".tsx"))
    .flatMap((file) => [...read(file).matchAll(FOLLOWED)].map(([, key]) => sure(key)));
  const open = interfaceLocales.flatMap((locale) =>
    titles.filter((key) => !/[.?!:]\}*$/.test(messagesOf(locale)[key] ?? "")).map((key) => `${locale} ${key}`),
  );
  expect(titles.length).toBeGreaterThan(10);
  expect(open).toEqual([]);
});
