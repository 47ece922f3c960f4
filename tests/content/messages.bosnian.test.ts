import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const content = join(import.meta.dirname, "../../content");
const texts = [
  ...readFolder("messages/bs").flatMap(([file, text]) => flatten(file, JSON.parse(text))),
  ...readFolder("pages/bs"),
  ...readdirSync(join(content, "news")).map((slug): [string, string] => [slug, read(`news/${slug}/bs.md`)]),
  ...["codes", "taxonomy", "agenda-templates", "references"].flatMap((folder) =>
    readFolder(folder).flatMap(([file, text]) => bosnianIn(file, JSON.parse(text))),
  ),
  ...bosnianIn("programme.json", JSON.parse(read("demonstration/programme.json"))),
];

/** Words that mean something else to the people who read them, or stand in two spellings; and what we write instead. */
it.each([
  [/korisnik|korisnic|korisnika/i, "strana u programu, delegacija: a beneficiary is nobody's client or account"],
  [/(?<![a-zčćđšž])račun(?!ar)/i, "korisnički nalog: račun is a bill"],
  [/post-penal/i, "postpenalna"],
  [/koordinacijsk/i, "koordinaciono"],
  [/bezbjednost/i, "sigurnost"],
  [/P\/CVE/, "sprečavanje i suzbijanje nasilnog ekstremizma"],
  [/ogledn/i, "demonstracijski program"],
  [/nadležnosti uče/i, "pravni sistemi"],
  [/satnic/i, "raspored"],
  [/stepen\w* dokaza/i, "nivo utemeljenosti"],
  [/Čeka me/, "Moje obaveze"],
  [/(?:od|do|Ističe) (?:ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja)/, "a weekday in its case"],
  [/Pridruži se/, "Ulaz: one form in buttons"],
  [/govor\S* u (?:\S+ )?ime/i, "daje saglasnost za delegaciju"],
  [/\b[nu]a? Zborniku/, "na platformi Zbornik"],
  [/podijel\S*(?: šire)?: (?:\{level\}|Radna|Javno)/i, "Traženi nivo: {level}, in a sentence of its own"],
  [/stajat\S* ovdje|(?:stoji|stoje) ovdje/, "bit će prikazano ovdje"],
  [/(?:^|: )(?:Krugovi|Rad|Radovi|Minuta)$/m, "Krugovi sastanaka, Dokument, Trajanje (min)"],
  [/Zabilježi rečeno/, "Zabilježi šta je rečeno"],
  [/Odnos veze|Broj zapisa veze|stav reference/, "Veza {row}: vrsta: what stands in a row says first which row"],
  [/Prati se podacima/, "praćeno uz podatke"],
  [/„[^”]*[“"]/, "„…”"],
])("does not write %s", (word, instead) => {
  const allowed = /korisničk\w+ nalog/gi;
  const found = texts.filter(([, text]) => word.test(text.replace(allowed, "")));
  expect(
    found.map(([place]) => place),
    instead,
  ).toEqual([]);
});

/** Mails are letters, and write to the reader with a capital; pages do not. */
it("addresses the reader with a small letter on pages and a capital in mails", () => {
  const capital = /[^.!?:"„#] (?:Vas|Vam|Vama|Vi|Vaš[a-zčćđšž]*)(?![A-Za-zčćđšž])/;
  const small = /(?<![A-Za-zčćđšž])(?:vas|vam|vama|vi|vaš[a-zčćđšž]*)(?![A-Za-zčćđšž])/;
  const wrong = texts.filter(([place, text]) => (place.startsWith("mail.json") ? small : capital).test(text));
  expect(wrong.map(([place]) => place)).toEqual([]);
});

function readFolder(folder: string): [string, string][] {
  return readdirSync(join(content, folder)).map((file) => [file, read(`${folder}/${file}`)]);
}

function read(path: string): string {
  return readFileSync(join(content, path), "utf8");
}

/** What a library says in Bosnian, however deep. */
function bosnianIn(place: string, value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    if (key !== "bs") return bosnianIn(`${place}: ${key}`, inner);
    return [[place, typeof inner === "string" ? inner : JSON.stringify(inner)]];
  });
}

function flatten(file: string, messages: Record<string, string>): [string, string][] {
  return Object.entries(messages).map(([key, text]) => [`${file}: ${key}`, text]);
}
