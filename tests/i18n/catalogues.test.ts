import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messagesOf, textFor } from "#app/i18n/catalogues.server.ts";
import { interfaceLocales } from "#app/i18n/languages.ts";
import { createText } from "#app/i18n/text.ts";

const root = join(import.meta.dirname, "../..");
const english = messagesOf("en");
const others = interfaceLocales.filter((locale) => locale !== "en");

describe.each(others)("the %s catalogue", (locale) => {
  const messages = messagesOf(locale);

  it("has the keys of the English one", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it("has the placeholders of the English one", () => {
    const wrong = Object.keys(english).filter(
      (key) => placeholders(english[key]!).join() !== placeholders(messages[key] ?? "").join(),
    );
    expect(wrong).toEqual([]);
  });

  it("leaves nothing empty and nothing in English", () => {
    const empty = Object.keys(messages).filter((key) => !messages[key]!.trim());
    const same = Object.keys(messages).filter(
      (key) => messages[key] === english[key] && /[a-z]{4}/i.test(messages[key]!.replace(/\{\w+\}/g, "")),
    );
    expect({ empty, same: same.filter((key) => !alike.test(key)) }).toEqual({ empty: [], same: [] });
  });
});

// Names that are the same in both languages.
const alike =
  /^(cities\.|codes\.sharing\.|codes\.kind\.|shell\.news$|codes\.needType\.protocol$|actions\.filter$|calendars\.program\.|sessions\.templateLength$|mail\.)/;

it("uses every key of the English catalogue that it declares, or makes it from a code", () => {
  const sources = walk(join(root, "app"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  // Keys made from data: `codes.kind.${code}`, `errors.title${status}`, `area.flash.key` of an address, and the like.
  const made = [...sources.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map((match) => match[1]!);
  const flash = [...sources.matchAll(/"([a-zA-Z]+)\.([a-zA-Z]+)"/g)].map((match) => `${match[1]}.flash.${match[2]}`);
  const unused = Object.keys(english).filter(
    (key) =>
      !sources.includes(`"${key}"`) &&
      !made.some((prefix) => key.startsWith(prefix)) &&
      !flash.includes(key) &&
      !sources.includes(`\`${key}\``),
  );
  expect(unused.filter((key) => !/^(cities|searchNotes|guard|codes)\./.test(key))).toEqual([]);
});

it("fills placeholders and chooses plural forms by the rules of the language", () => {
  const bosnian = createText("bs", {
    "x.y": "{n, plural, one {# zapis} few {# zapisa} other {# zapisa ukupno}} za {who}",
  });
  const say = (n: number) => bosnian("x.y" as never, { n, who: "{n}" });
  expect([1, 2, 5, 21, 22].map(say)).toEqual([
    "1 zapis za {n}",
    "2 zapisa za {n}",
    "5 zapisa ukupno za {n}",
    "21 zapis za {n}",
    "22 zapisa za {n}",
  ]);
});

it("gives the key where a message is missing, so that the page still works", () => {
  expect(textFor("en")("nothing.here" as never)).toBe("nothing.here");
});

function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]!))].sort();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
