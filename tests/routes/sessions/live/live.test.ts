import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { aLiveStep } from "#tests/support/factories/minutes.ts";

// A session that goes on, at an item.

let target: Target;
beforeAll(async () => {
  target = await openTarget();
  const { store, things, w } = target;
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  await writeTransaction(store, async (db) => {
    const times = { starts_at: at(-10), ends_at: at(50) };
    await db.updateTable("session").set(times).where("id", "=", things.session).execute();
    const step = { session_id: things.session, item_id: things.item, number: 1, at: at(-5) };
    await aLiveStep(db, { ...step, by_id: w.people.organiser });
  });
});
afterAll(() => target.close());

const page = async (address: string) => parseHTML((await ask(target, "organiser", address)).body).document;

it.each([
  ["Note a decision", "A protocol is drafted."],
  ["Agree on an action point", "Send the guidelines."],
] as const)("leads from the live page to: %s, under the item that is spoken about, and back", async (name, said) => {
  const { things, w } = target;
  const live = paths.live(things.session);
  const link = [...(await page(live)).querySelectorAll("main a")].find((a) => a.textContent?.trim() === name);
  const address = link?.getAttribute("href") ?? "";
  const form = await page(address);
  const chosen = form.querySelector("select[name=itemId] option[selected]")?.getAttribute("value");
  const back = form.querySelector("input[name=back]")?.getAttribute("value") ?? "";
  const cancel = [...form.querySelectorAll("form .actions a")].map((a) => a.getAttribute("href"));
  expect([chosen, back, cancel]).toEqual([things.item, "live", [live]]);
  const owner = `person:${w.people.participantBa}`;
  const to = form.querySelector("select[name=itemId]")?.closest("form")?.getAttribute("action") ?? "";
  const send = (sent: string, text: string = said) =>
    ask(target, "organiser", to, { form: { text, owner, itemId: chosen ?? "", ...(sent ? { back: sent } : {}) } });
  // What came back to be completed still knows the way.
  const { body } = await send(back, "");
  expect(parseHTML(body).document.querySelector("input[name=back]")?.getAttribute("value")).toBe("live");
  const saved = await send(back);
  expect([saved.status, saved.headers.location]).toEqual([303, live]);
  // Nothing but a page of this session is led back to.
  expect((await send("https://elsewhere.example/")).status).toBe(422);
  expect((await send("//elsewhere.example")).status).toBe(422);
  expect(String((await send("")).headers.location)).toContain(paths.minutes(things.session));
});

it("chooses no item that is none of the session, and leads back to the minutes unless told otherwise", async () => {
  const { things } = target;
  for (const address of [paths.newDecision(things.session), paths.newAction(things.session)]) {
    const form = await page(`${address}?item=elsewhere&back=https%3A%2F%2Felsewhere.example`);
    expect(form.querySelector("select[name=itemId] option[selected]")?.getAttribute("value") ?? "").toBe("");
    expect(form.querySelector("input[name=back]")).toBeNull();
    expect(form.querySelector("form .actions a")?.getAttribute("href")).toBe(paths.minutes(things.session));
  }
});
