import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";
import { afterEach, beforeEach, expect, it } from "vitest";
import { formAddresses } from "#app/http/form-address.ts";
import { paths } from "#app/paths.ts";
import { routes } from "#app/routes.ts";
import { ask } from "#tests/routes/asking.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

async function page(asker: Asker, at: string): Promise<Document> {
  return parseHTML((await ask(target, asker, at)).body).document as unknown as Document;
}

/** Pages that people type into, and who. */
const pages: [Asker, () => string][] = [
  ["participant", () => paths.newContribution({ session: target.things.session, item: target.things.item })],
  ["participant", () => paths.contributionEdit(target.things.record)],
  ["participant", () => paths.contributionTranslation(target.things.record)],
  ["participant", () => paths.withdrawal(target.things.record)],
  ["organiser", () => paths.review(target.things.record, "archived")],
  ["organiser", () => paths.newRound()],
  ["organiser", () => paths.roundEdit(target.w.roundId)],
  ["organiser", () => paths.newSession(target.w.roundId, "plenary")],
  ["organiser", () => paths.sessionEdit(target.things.session)],
  ["organiser", () => paths.sessionCancellation(target.things.session)],
  ["organiser", () => paths.newAgendaItem(target.things.session)],
  ["organiser", () => paths.agendaItem(target.things.session, target.things.item)],
  ["administrator", () => paths.adminProgramme()],
  ["administrator", () => paths.adminBeneficiary(target.w.beneficiaries.ba)],
  ["administrator", () => paths.adminInstitution(target.w.institutions.ba)],
  ["administrator", () => paths.adminGroup(target.w.groupId)],
];

it("takes the form along with every choice in the head, and Enter presses none of them", async () => {
  for (const [asker, at] of pages) {
    const document = await page(asker, at());
    const forms = [...document.querySelectorAll("form#typed")].map((form) => form.getAttribute("method"));
    const buttons = [...document.querySelectorAll('button[form="typed"]')].map((one) => one.getAttribute("formaction"));
    expect([at(), forms, buttons]).toEqual([
      ...[at(), ["post"]],
      [null, "/language?to=en", "/language?to=bs", "/theme?to=light", "/theme?to=dark", "/theme?to=system"],
    ]);
  }
});

it("brings back what was typed to its author at its address, until it is thrown away", async () => {
  for (const [asker, at] of pages) {
    const document = await page(asker, at());
    const field = document.querySelector<HTMLInputElement>(
      "#typed textarea[name], #typed input[type=text][name], #typed input[name]:not([type])",
    );
    const name = field?.getAttribute("name") ?? "none";
    const own = Object.fromEntries(
      [...document.querySelectorAll<HTMLInputElement>("#typed input[type=hidden]")].map((one) => [
        one.getAttribute("name") ?? "",
        one.getAttribute("value") ?? "",
      ]),
    );
    const sent = await ask(target, asker, paths.language("en"), { form: { ...own, [name]: "Typed and not sent" } });
    expect([at(), sent.status, sent.headers.location]).toEqual([at(), 303, at()]);
    const again = await page(asker, at());
    const back = again.querySelector(`#typed [name="${name}"]`);
    expect([at(), back?.getAttribute("value") ?? back?.textContent]).toEqual([at(), "Typed and not sent"]);
    expect(again.querySelector("#typed .notice")?.textContent).toContain("This form is as you left it");
    const pending = again.querySelector('[name="_pending"]')?.getAttribute("value") ?? "";
    const gone = await ask(target, asker, paths.pendingEdits({ discard: 1 }), {
      form: { _at: at(), _pending: pending },
    });
    expect([pending, gone.status, gone.headers.location]).toEqual(["1", 303, at()]);
    expect((await ask(target, asker, at())).body).not.toContain("Typed and not sent");
  }
});

it("shows nobody else's, and nothing where the page itself is closed by now", async () => {
  const at = paths.contributionEdit(target.things.record);
  const form = { title: "Pending title", _at: at };
  for (const asker of ["participant", "observer"] as const) {
    expect((await ask(target, asker, paths.pendingEdits(), { form })).status).toBe(200);
  }
  const seen = await Promise.all(
    (["participant", "speaker", "observer"] as const).map(async (asker) => {
      const { status, body } = await ask(target, asker, at);
      return [status, body.includes("Pending title")];
    }),
  );
  expect(seen).toEqual([
    [200, true],
    [403, false],
    [404, false],
  ]);
});

it("chooses nothing where what is typed cannot be kept, and holds it in the page", async () => {
  const form = { title: "Not about 0101990170003 here", _at: paths.newContribution(), summary: "One sentence." };
  const { status, body, headers } = await ask(target, "participant", paths.language("bs"), { form });
  expect([status, headers["set-cookie"], body.includes("Not about 0101990170003 here")]).toEqual([
    422,
    undefined,
    true,
  ]);
  expect(body).toContain('<html lang="en"');
  expect(await target.store.read.selectFrom("pending_edit").selectAll().execute()).toEqual([]);
});

it("keeps nothing of a form at an address that has none", async () => {
  for (const _at of ["/contributions/JMBG-0101990170003", "/anything", "/", "//evil.example"]) {
    const { status } = await ask(target, "participant", paths.pendingEdits(), { form: { title: "x", _at } });
    expect([_at, status]).toEqual([_at, 422]);
  }
  expect(await target.store.read.selectFrom("pending_edit").selectAll().execute()).toEqual([]);
});

it("knows the address of every page that keeps what is typed", () => {
  const keeping = Object.entries(routes).filter(([, file]) =>
    readFileSync(new URL(`../../app/routes/${file}`, import.meta.url), "utf8").includes("formPage("),
  );
  expect([...formAddresses].sort()).toEqual(keeping.map(([address]) => address).sort());
});

it("takes no form of one account while another is signed in, and shows what it held to be copied", async () => {
  const at = paths.newContribution({ kind: "need" });
  const document = await page("participant", at);
  const owner = document.querySelector('[name="_owner"]')?.getAttribute("value") ?? "";
  const typed = {
    kind: "need",
    form: "snapshot",
    language: "en",
    title: "Of the first account",
    summary: "Two words.",
  };
  const form = { ...typed, _owner: owner, _at: at };
  const autosave = { ...form, intent: "autosave" };
  for (const path of [paths.contributionDrafts(), paths.pendingEdits()]) {
    const { status, body } = await ask(target, "speaker", path, { form: autosave });
    expect([path, status, JSON.parse(body).otherAccount]).toEqual([path, 409, true]);
  }
  const pages = [at, paths.language("bs"), paths.contributionPreview()];
  for (const path of pages) {
    const { status, body } = await ask(target, "speaker", path, { form: { ...form, intent: "draft" } });
    const main = parseHTML(body).document.querySelector("main");
    expect([path, status, main?.textContent?.includes("Of the first account"), main?.querySelector("form")]).toEqual([
      ...[path, 409, true, null],
    ]);
    expect(main?.textContent).toContain("Another account is signed in");
  }
  const stored = target.store.read.selectFrom("contribution_version").select("id").where("title", "=", form.title);
  expect(await stored.execute()).toEqual([]);
  expect(await target.store.read.selectFrom("pending_edit").selectAll().execute()).toEqual([]);
  const own = await ask(target, "participant", paths.contributionDrafts(), { form: autosave });
  expect(own.status).toBe(200);
});

it("leads nowhere else", async () => {
  for (const [at, _at] of ["//evil.example", "https://evil.example/", "/\\evil"].entries()) {
    const form = { title: "x", _at, _pending: String(at) };
    const sent = await ask(target, "participant", paths.theme("dark"), { form });
    expect([_at, sent.headers.location]).toEqual([_at, "/"]);
  }
});

it("shows a preview of what is typed, saves nothing, and leads back to the form as it was", async () => {
  const at = paths.contributionEdit(target.things.record);
  const typed = { kind: "challenge", form: "full", title: "Seen before", summary: "One.", language: "en" };
  const form = { ...typed, body: "## Part\n\nSome *words* <script>alert(1)</script>", _at: at };
  const { status, body } = await ask(target, "participant", paths.contributionPreview(), { form });
  const { document } = parseHTML(body);
  expect([
    status,
    document.querySelector("main h1")?.textContent,
    document.querySelector("main em")?.textContent,
  ]).toEqual([200, "Seen before", "words"]);
  expect(document.querySelector("main .prose script")).toBeNull();
  expect(document.querySelector(`main a[href="${at}"]`)?.textContent).toBe("Back to the form");
  const back = await page("participant", at);
  expect(back.querySelector('[name="body"]')?.textContent).toContain("Some *words*");
  const stored = await target.store.read
    .selectFrom("contribution_version")
    .select("id")
    .where("title", "=", "Seen before")
    .execute();
  expect(stored).toEqual([]);
});

it("gives every form of a page a key of its own: what one did is no answer for another", async () => {
  const document = await page("organiser", paths.agenda(target.things.session));
  const keys = [...document.querySelectorAll('[name="_key"]')].map((one) => one.getAttribute("value") ?? "");
  expect([keys.length > 1, new Set(keys).size]).toEqual([true, keys.length]);
  expect(keys.filter((key) => !/^[\w-]{20,80}$/.test(key))).toEqual([]);
});
