import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { NowPanel } from "#app/ui/live/NowPanel.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

const text = textFor("en");
const startsAt = "2026-11-04T08:00:00.000Z";
const endsAt = "2026-11-04T09:00:00.000Z";
const facts = [
  text("live.sessionBegins", { time: "5:00" }),
  text("live.sessionLeft", { time: "55:00" }),
  text("live.sessionLeft", { time: "1:05:00" }),
];

/** Which of the facts the panel says at a time. @param at "07:55" in UTC */
function said(at: string, phase: "ready" | "running"): string[] {
  const live = {
    ...{ session: { startsAt, endsAt }, items: [], lang: "en", may: { run: false } },
    course: { phase, itemId: null, since: null, startedAt: null, used: {}, version: 0 },
    now: Date.parse(`2026-11-04T${at}:00.000Z`),
  } as unknown as LiveView;
  const html = renderToStaticMarkup(
    <TextProvider text={text}>
      <NowPanel live={live} />
    </TextProvider>,
  );
  return facts.filter((fact) => html.includes(fact));
}

it("says of a session that nobody started when it begins, and only then what is left of it", () => {
  expect(said("07:55", "ready")).toEqual([facts[0]]);
  expect(said("08:05", "ready")).toEqual([facts[1]]);
  expect(said("07:55", "running")).toEqual([facts[2]]);
});
