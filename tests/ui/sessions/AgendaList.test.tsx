import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { AgendaList } from "#app/ui/sessions/AgendaList.tsx";
import type { AgendaItemView } from "#app/views/sessions/agenda-view.server.ts";

const item: AgendaItemView = {
  ...{
    id: "i1",
    title: "Uvod",
    minutes: 5,
    start: "09:00",
    internal: false,
    attribution: null,
    questionId: "q",
    descriptionHtml: "",
  },
  kind: { captures: "none", isBreak: false, label: "Uvod" },
};

it("keeps the narrow column for times: what stands beside the clock says so under its title", () => {
  const items = [{ ...item, id: "i0", title: "Priprema", start: null, internal: true }, item];
  const session = {
    ...{ id: "s1", lang: "bs", cancelled: false, attribution: "beneficiary" },
    agenda: { items, total: 5, excess: 0 },
    may: { post: false, editAgenda: false },
  };
  const html = renderToStaticMarkup(
    <TextProvider text={textFor("bs")}>
      <AgendaList session={session as unknown as Parameters<typeof AgendaList>[0]["session"]} />
    </TextProvider>,
  );
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const words = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  expect(words("li > :first-child")).toEqual(["", "09:00"]);
  const answers = (title: string) => `${textFor("bs")("questions.answers")}: ${title}`;
  expect(words(".note .fact-line > span")).toEqual([
    textFor("bs")("codes.visibility.internal"),
    textFor("bs")("sessions.aside"),
  ]);
  expect(words(".note .deeds > a")).toEqual([answers("Priprema"), answers(item.title)]);
});
