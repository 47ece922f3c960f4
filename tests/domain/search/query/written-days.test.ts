import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { daysWritten, writeDays } from "#app/domain/search/query/written-days.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { languageCodes } from "#app/i18n/languages.ts";

/** `2020-11-04` for a day, `2020-11-04..2020-11-06` for more, both ends included. */
function short(text: string): string | null {
  const days = daysWritten(text);
  if (!days) return null;
  const last = new Date(Date.parse(days.until) - 86_400_000).toISOString().slice(0, 10);
  return days.from === last ? last : `${days.from}..${last}`;
}

const NOVEMBER = "2020-11-01..2020-11-30";
const FOURTH = "2020-11-04";
const FOURTH_TO_SIXTH = "2020-11-04..2020-11-06";

describe("daysWritten", () => {
  test.each([
    ["2020", "2020-01-01..2020-12-31"],
    ["2020.", "2020-01-01..2020-12-31"],
    ["2020. godine", "2020-01-01..2020-12-31"],
    ["година 2020", "2020-01-01..2020-12-31"],
    ["viti 2020", "2020-01-01..2020-12-31"],
    ["2019-2021", "2019-01-01..2021-12-31"],
    ["2020-11", NOVEMBER],
    ["2020/11", NOVEMBER],
    ["11/2020", NOVEMBER],
    ["11.2020.", NOVEMBER],
    ["11-2020", NOVEMBER],
    ["studeni 2020", NOVEMBER],
    ["studenog 2020.", NOVEMBER],
    ["u studenome 2020", NOVEMBER],
    ["novembar 2020", NOVEMBER],
    ["novembra 2020. g.", NOVEMBER],
    ["новембар 2020", NOVEMBER],
    ["ноември 2020", NOVEMBER],
    ["noemvri 2020", NOVEMBER],
    ["во ноември 2020 година", NOVEMBER],
    ["nëntor 2020", NOVEMBER],
    ["nentor 2020", NOVEMBER],
    ["nëntori 2020", NOVEMBER],
    ["nëntorit 2020", NOVEMBER],
    ["November 2020", NOVEMBER],
    ["NOV 2020", NOVEMBER],
    ["2020 November", NOVEMBER],
    ["veljača 2020", "2020-02-01..2020-02-29"],
    ["fevruari 2021", "2021-02-01..2021-02-28"],
    ["dhjetor 2020", "2020-12-01..2020-12-31"],
    ["listopad – studeni 2020", "2020-10-01..2020-11-30"],
    ["decembar 2020 - januar 2021", "2020-12-01..2021-01-31"],
    ["2020-11-04", FOURTH],
    ["2020-11-4", FOURTH],
    ["2020.11.04", FOURTH],
    ["4.11.2020.", FOURTH],
    ["04.11.2020", FOURTH],
    ["4. 11. 2020.", FOURTH],
    ["04/11/2020", FOURTH],
    ["4-11-2020", FOURTH],
    ["4. studenog 2020", FOURTH],
    ["4. studenoga 2020.", FOURTH],
    ["4. novembra 2020", FOURTH],
    ["4. NOVEMBRA 2020. godine", FOURTH],
    ["4. новембар 2020.", FOURTH],
    ["4. новембра 2020. године", FOURTH],
    ["4 ноември 2020 г.", FOURTH],
    ["на 4-ти ноември 2020", FOURTH],
    ["4 nëntor 2020", FOURTH],
    ["më 4 nëntor 2020", FOURTH],
    ["4 November 2020", FOURTH],
    ["the 4th of November, 2020", FOURTH],
    ["November 4, 2020", FOURTH],
    ["4-Nov-2020", FOURTH],
    ["4. nov. 2020.", FOURTH],
    ["4. XI. 2020.", FOURTH],
    ["srijeda, 4. novembra 2020.", FOURTH],
    ["Wednesday 4 November 2020", FOURTH],
    ["e mërkurë, 4 nëntor 2020", FOURTH],
    ["1. siječnja 2021.", "2021-01-01"],
    ["1. sijecnja 2021", "2021-01-01"],
    ["1. јануара 2021.", "2021-01-01"],
    ["29. 2. 2020.", "2020-02-29"],
    ["31. децембар 2020", "2020-12-31"],
    ["4-6. Studenog 2020", FOURTH_TO_SIXTH],
    ["04-06 ноември 2020", FOURTH_TO_SIXTH],
    ["4–6 November 2020", FOURTH_TO_SIXTH],
    ["4. – 6. studenoga 2020.", FOURTH_TO_SIXTH],
    ["4.-6.11.2020.", FOURTH_TO_SIXTH],
    ["4/11/2020-6/11/2020", FOURTH_TO_SIXTH],
    ["November 4-6, 2020", FOURTH_TO_SIXTH],
    ["od 4. do 6. novembra 2020.", FOURTH_TO_SIXTH],
    ["nga 4 deri më 6 nëntor 2020", FOURTH_TO_SIXTH],
    ["from 4 to 6 November 2020", FOURTH_TO_SIXTH],
    ["2020-11-04..2020-11-06", FOURTH_TO_SIXTH],
    ["2020-11-04-2020-11-06", FOURTH_TO_SIXTH],
    ["30. oktobra – 2. novembra 2020.", "2020-10-30..2020-11-02"],
    ["30.12.2020. - 2.1.2021.", "2020-12-30..2021-01-02"],
    ["２０２０-１１-０４", FOURTH],
    ["4\u00a0.\u200b11.2020", FOURTH],
  ])("%s", (text, expected) => {
    expect(short(text)).toBe(expected);
    expect(short(text.normalize("NFD"))).toBe(expected);
  });

  it("knows every month by its names, in both cases, in every language and script", () => {
    const names = [
      "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
      "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
      "januar februar mart april maj juni juli august septembar oktobar novembar decembar",
      "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
      "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
      "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
      "јануари февруари март април мај јуни јули август септември октомври ноември декември",
      "januari fevruari mart april maj juni juli avgust septemvri oktomvri noemvri dekemvri",
      "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
      "janari shkurti marsi prilli maji qershori korriku gushti shtatori tetori nëntori dhjetori",
      "janarit shkurtit marsit prillit majit qershorit korrikut gushtit shtatorit tetorit nëntorit dhjetorit",
      "January February March April May June July August September October November December",
      "jan feb mar apr maj jun jul avg sep okt nov dec",
      "сијечањ вељача ожујак травањ свибањ липањ српањ коловоз рујан листопад студени просинац",
    ];
    const wanted = Array.from({ length: 12 }, (_, at) => `2021-${String(at + 1).padStart(2, "0")}`);
    for (const line of names) {
      const read = line.split(" ").map((name) => {
        const days = daysWritten(`${name} 2021`);
        return days && writeDays(days);
      });
      expect([line, read]).toEqual([line, wanted]);
    }
  });

  test.each([
    "",
    " ",
    "31.2.2020",
    "29.2.2021",
    "30. veljače 2020",
    "0.11.2020",
    "32.1.2020",
    "4.13.2020",
    "13/2020",
    "11/04/20",
    "4.11.",
    "4. novembra",
    "novembar",
    "20",
    "202",
    "20201104",
    "1899",
    "3000",
    "2020-00",
    "2020-11-31",
    "4 11-2020",
    "4 novembra decembra 2020",
    "6-4. novembra 2020",
    "2021..2020",
    "October - 2020",
    "2020 2021",
    "11-12/2020",
    "juče",
    "soon",
    "4 foo 2020",
    "4.11.2020 14:00",
    "m11 2020",
    "?",
    "..",
    "-",
    "~",
    "2020~",
    "2020-11-04..",
    "2020..2021..2022",
    "½ 2020",
    "٢٠٢٠",
    "constructor 2020",
    `${" ".repeat(90)}2020`,
  ])("refuses %j", (text) => {
    expect(daysWritten(text)).toBeNull();
  });

  it("reads every day as the pages of every language write it", () => {
    for (const locale of languageCodes) {
      const formats = createFormats(locale, "UTC");
      for (let day = 0; day < 731; day += 3) {
        const [from = "", to = ""] = [day, day + 2].map((at) => new Date(Date.UTC(2020, 0, 1 + at)).toISOString());
        const [first, last] = [from.slice(0, 10), to.slice(0, 10)];
        const read = [formats.date(from), formats.dateShort(from), formats.dateRange(first, last)].map(short);
        expect([locale, ...read]).toEqual([locale, first, first, `${first}..${last}`]);
      }
    }
  });

  it("takes any text, and reads again what it writes", () => {
    const part = fc.constantFrom(
      ...["4", "31", "11", "02", "2020", "1999", "20", " ", ".", "/", "-", "–", "..", ",", "m1", "do", "~", "0"],
      ...["novembra", "siječanj", "ноември", "nëntor", "May", "g", "e", "\u200d", "\ud800", "½", "🙂", "x"],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const days = daysWritten(parts.join(""));
        if (!days) return;
        expect(days.from < days.until).toBe(true);
        expect(daysWritten(writeDays(days))).toEqual(days);
        expect(writeDays(days)).toMatch(/^\d{4}(-\d\d){0,2}$|^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 5000 },
    );
  });
});
