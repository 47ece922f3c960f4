import { expect, it } from "vitest";
import { createFormats } from "#app/domain/time/format.server.ts";
import { referenceDate } from "#app/views/references/reference-date.ts";

const formats = createFormats("bs", "Europe/Sarajevo");
const read = (date: string) => referenceDate(date, { formats });

it.each([
  ["2010-01-20", "20. januara 2010."],
  ["2021-12", "decembar 2021."],
  ["2019", "2019"],
  ["2023-2026", "2023–2026"],
  ["", ""],
  // No day of any calendar: as it was typed.
  ["2010-02-31", "2010-02-31"],
])("writes the date %j in the viewer's language", (date, text) => {
  expect(read(date)).toEqual({ text });
});

it.each([
  ["2006-01-11; revised 2020-07-01", "11 January 2006; revised 1 July 2020"],
  [
    "draft approved 2021-11; before the Deputies 2022-03-30",
    "draft approved November 2021; before the Deputies 30 March 2022",
  ],
  ["2023-05-16 (meeting 29-30 March 2023)", "16 May 2023 (meeting 29-30 March 2023)"],
  ["VERA 2009; VERA-2R 2017-2018", "VERA 2009; VERA-2R 2017–2018"],
])("writes %j in English, as the words beside the dates are", (date, text) => {
  expect(read(date)).toEqual({ text, lang: "en" });
});
