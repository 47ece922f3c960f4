import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FindingKind, findPersonalData } from "#app/domain/privacy/personal-data.ts";
import { NOW, withCheckDigit } from "#tests/domain/privacy/identifier.ts";

/** Each example with the part that has to be pointed at between square brackets. */
const WARNINGS: Record<Exclude<FindingKind, "jmbg" | "nid">, string[]> = {
  "kosovo-number": [
    "Personal number: [1234567890]",
    "numri personal [1 234 567 890]",
    "Nr. personal: [1234567890]",
    "lični broj je [1234567890]",
    "лични број: [1234567890]",
    "личен број [1234567890]",
    "Personal identification no. [１２３４５６７８９０]",
  ],
  document: [
    "passport no. [A1234567]",
    "Pasoš br. [B0123456] izdat je",
    "broj lične karte glasi [012345678]",
    "osobna iskaznica broj [1A2B3C4D5]",
    "пасош бр. [012345678]",
    "лична карта број [001234567]",
    "патна исправа бр. [C1234567]",
    "pasaporta nr. [BA1234567]",
    "letërnjoftim nr. [034567891]",
    "ID card number [123 456 789]",
    "JMBG [1234567890123]",
    "матичен број [1234567890123]",
  ],
  "prison-number": [
    "prisoner no. [1234/20]",
    "Prison number: [A1234BC]",
    "matični broj osuđenika: [345/19]",
    "zatvorenički broj [1207]",
    "матични број осуђеника [345/19]",
    "матичен број на осуденикот [345/19]",
    "numri i dosjes [1452/18]",
    "numri i të burgosurit [1452]",
  ],
  "birth-date": [
    "date of birth: [12.03.1985]",
    "He was born on [12 March 1985] in",
    "born [March 12, 1985]",
    "DOB [1985-03-12]",
    "datum rođenja [12. 3. 1985]",
    "rođen [12.3.1985.] u",
    "rodjena dana [12. marta 1985]",
    "рођен [12. марта 1985]. године",
    "датум на раѓање: [12.03.1985]",
    "роден на [12 март 1985]",
    "datëlindja: [12/03/1985]",
    "i lindur më [12 mars 1985]",
    "lindur më datë [12.03.85]",
  ],
  "named-prisoner": [
    "the prisoner [John Example] said",
    "Prisoner [John Example] was moved",
    "inmate named [Example]",
    "osuđenik [Marko Primjer] je",
    "Osuđenika [M. P.] smo",
    "osuđena [Ana Primjer]",
    "zatvorenik po imenu [Marko]",
    'zatvorenik "[Marko]"',
    "osuđenik [MARKO PRIMJER]",
    "осуђеник [Марко Пример] је",
    "осуђеног лица [Марко П.]",
    "осуденикот [Петар Пример]",
    "i burgosuri [Arben Shembull] u",
    "e dënuara me emrin [Ana]",
    "те затвореник [Љубо Његован]",
  ],
  email: [
    "pišite na [ime.prezime@example.org].",
    "[ime＠example.org]",
    "[ime.prezime (at) example.org]",
    "[ime [at] example [dot] org]",
    "име: [ime\u200b@example.org]",
  ],
  phone: [
    "call [+387 61 123 456]",
    "+ [nothing]",
    "[00387 (0)61 123-456]",
    "tel. [033/123-456]",
    "mob: [061 123 456]",
    "телефон [02/3123-456]",
    "тел: [011 123 4567]",
    "telefoni [042 123 456]",
    "Phone number is [033 123 456]",
    "viber [٠٦١ ١٢٣ ٤٥٦]",
  ].filter((example) => !example.includes("nothing")),
};

describe("what is worth a warning", () => {
  for (const [kind, examples] of Object.entries(WARNINGS)) {
    it.each(examples)(`${kind}: %s`, (example) => {
      const start = example.indexOf("[");
      const end = example.lastIndexOf("]") - 1;
      const text = example.slice(0, start) + example.slice(start + 1, end + 1) + example.slice(end + 2);
      expect(findPersonalData(text, NOW).map((finding) => finding.kind)).toEqual([kind]);
      const found = findPersonalData(text, NOW)[0];
      expect(
        found && { severity: found.severity, text: text.slice(found.start, found.end).replace(/\.$/, "") },
      ).toEqual({
        severity: "warn",
        text: text.slice(start, end).replace(/\.$/, ""),
      });
    });
  }

  it("needs the context", () => {
    for (const text of [
      "1234567890",
      "A1234567",
      "012345678",
      "345/19",
      "12.03.1985",
      "Marko Primjer",
      "033/123-456",
      "the prisoner. John Example came",
      "osuđenik i Marko",
      "prisoners 1234, number of prisoners 1207",
      "pasoš 2015-2020, lična karta 12. 11. 2020.",
      "telefon 2018-2020",
      "born in 1985",
    ]) {
      expect({ text, found: findPersonalData(text, NOW) }).toEqual({ text, found: [] });
    }
  });

  it("reports the more serious of two readings of one place", () => {
    const digits = withCheckDigit("010199050000");
    expect(findPersonalData(`JMBG ${digits}, tel. ${digits}`, NOW).map(({ kind }) => kind)).toEqual(["jmbg", "jmbg"]);
  });

  it("finds several in the order of the text", () => {
    const text = "ime@example.org, osuđenik Marko Primjer, rođen 12.3.1985, tel. 033 123 456";
    expect(findPersonalData(text, NOW).map(({ kind }) => kind)).toEqual([
      "email",
      "named-prisoner",
      "birth-date",
      "phone",
    ]);
  });
});

describe("any text", () => {
  it("is answered, with places inside the text", () => {
    let found = 0;
    const some = fc.constantFrom(withCheckDigit("010199050000"), "ana@example.org", "+387 61 000 111");
    const texts = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), some), { maxLength: 6 });
    fc.assert(
      fc.property(texts, fc.constantFrom("", " ", "\n"), (pieces, between) => {
        const text = pieces.join(between);
        for (const { start, end } of findPersonalData(text, NOW)) {
          found++;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(1_000);
  });
});
