import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import type { ShellData } from "#app/http/shell.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { ContributionPage } from "#app/ui/contributions/page/ContributionPage.tsx";
import { ShellContext } from "#app/ui/shell/ShellContext.tsx";
import type { Store } from "#db/store.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import { full, type RecordWorld, recordWorld, submitted } from "#tests/domain/knowledge/record-world.ts";
import { testStore } from "#tests/support/store.ts";

const cite = { address: "https://zbornik.example/x", accessedOn: null };

let store: Store;
let w: RecordWorld;

beforeEach(async () => {
  store = testStore();
  w = await recordWorld(store);
});

async function pageOf(number: string) {
  const record = await readContribution(store.read, await w.actor(w.people.participantBa), number);
  const html = renderToStaticMarkup(
    <TextProvider text={textFor("en")}>
      <ShellContext.Provider value={{ locale: "en" } as ShellData}>
        <ContributionPage record={record} cite={cite} />
      </ShellContext.Provider>
    </TextProvider>,
  );
  const { document } = parseHTML(`<main>${html}</main>`);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((node) => node.textContent?.replace(/\s+/g, " ").trim());
  return { over: texts(".over").join(" "), chain: texts("#chain li small"), words: texts("#chain").join(" ") };
}

it("says of each day under the title what was done on it", async () => {
  const { number } = await submitted(store, w, "participantBa", { depth: "full", full });
  const first = (await pageOf(number)).over;
  expect(first).toContain("submitted 4 Nov 2026");
  expect(first).not.toContain("last change");
  const checker = await w.actor(w.people.consultant);
  const decision = { number, decision: "checked", reason: "", revision: 1 } as const;
  await reviewContribution(store, checker, decision, new Date("2026-11-30T10:00:00.000Z"));
  const { over } = await pageOf(number);
  expect(over).toContain("submitted 4 Nov 2026");
  expect(over).toContain("last change 30 Nov 2026");
});

it("shows of the chain what there is, and nothing that is not there yet", async () => {
  const alone = await submitted(store, w, "participantBa");
  expect((await pageOf(alone.number)).chain).toEqual(["This record"]);
  const said = await submitted(store, w, "participantBa", { sessionId: w.session, itemId: w.item });
  const { chain, words } = await pageOf(said.number);
  expect(chain).toEqual(["Round", "Session", "Agenda item", "This record"]);
  expect(words).not.toMatch(/not yet|Paper|Matrix|Recommendation/);
});
