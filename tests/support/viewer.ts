import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Somebody whom pages are made for, weeks before the round of the world. */
export function viewer(
  zone = "Europe/Sarajevo",
  now = new Date("2026-10-01T08:00:00.000Z"),
  locale: InterfaceLocale = "en",
): Viewer {
  return { locale, zone, text: textFor(locale), formats: createFormats(locale, zone), now };
}
