import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { ActionTable } from "#app/ui/minutes/ActionTable.tsx";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";

const text = textFor("en");

/** An action point that the reader settles. */
const point = (id: string, what: string) =>
  ({ id, number: 1, text: what, lang: "bs", state: "open", settles: true }) as unknown as ActionView;

it("names the buttons of several sessions by what is to be done: their numbers begin at one in each", () => {
  const buttons = (named: boolean) => {
    const html = renderToStaticMarkup(
      <TextProvider text={text}>
        <ActionTable
          caption="Points"
          actions={[point("a", "Poslati obrazac"), point("b", "Napisati plan")]}
          named={named}
        />
      </TextProvider>,
    );
    return [...html.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, inner = ""]) => inner.replace(/<[^>]*>/g, ""));
  };
  const settle = text("actions.settle");
  expect(buttons(true)).toEqual([`${settle} Poslati obrazac`, `${settle} Napisati plan`]);
  const first = text("actions.pointNumber", { number: 1 });
  expect(buttons(false)).toEqual([`${settle} ${first}`, `${settle} ${first}`]);
});
