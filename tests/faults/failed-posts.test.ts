import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { commits } from "#tests/support/store.ts";

// Whatever goes wrong while a form is saved: the answer holds everything that was typed, and says what is true.

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

/** Lets every transaction fail from now on, as SQLite does. */
function failWith(code: string): void {
  target.store.engine.transaction = async () => {
    throw Object.assign(new Error(`${code} at /srv/data/zbornik.sqlite`), { code });
  };
}

const typed = { title: "A title of this hour", summary: "One sentence that nobody has twice." };
const forms: Record<string, { at: () => string; form: Record<string, string>; texts: string[] }> = {
  "a new record": {
    at: () => paths.newContribution({ session: target.things.session, item: target.things.item }),
    form: { ...typed, kind: "challenge", language: "en", form: "snapshot", intent: "submit" },
    texts: Object.values(typed),
  },
  "a change of a record": {
    at: () => paths.contributionEdit(target.things.record),
    form: {
      ...typed,
      kind: "challenge",
      language: "en",
      form: "full",
      intent: "save",
      revision: "1",
      body: "Long *text*.",
    },
    texts: [...Object.values(typed), "Long *text*."],
  },
  "an agenda item": {
    at: () => paths.newAgendaItem(target.things.session),
    form: { kind: "discussion", title: typed.title, minutes: "10", visibility: "shared", attribution: "" },
    texts: [typed.title],
  },
};
const everyForm = Object.entries(forms);

describe.each([
  ["SQLITE_BUSY", 503, "Somebody else is saving just now"],
  ["SQLITE_FULL", 507, "no space left"],
  ["SQLITE_IOERR_FSYNC", 500, "could not be saved"],
  ["SQLITE_READONLY", 500, "could not be saved"],
])("%s", (code, status, said) => {
  it.each(everyForm)("answers %s with the form and all that was typed", async (_name, { at, form, texts }) => {
    const before = await commits(target.store);
    failWith(code);
    const answer = await ask(target, form.intent ? "participant" : "organiser", at(), { form });
    expect([answer.status, texts.filter((text) => !answer.body.includes(text))]).toEqual([status, []]);
    expect(answer.body).toContain(said);
    expect(answer.body).toMatch(/<form[^>]*method="post"[^>]*class/);
    expect(answer.body).not.toContain("/srv/data");
    expect(await commits(target.store)).toBe(before);
    // A number is told only of what stands in the log under it.
    const id = String(answer.headers["x-request-id"]);
    const logged = target.site.log.some(
      (line) => line.includes(id) && line.includes(code) && line.includes('"level":50'),
    );
    expect([status, logged, answer.body.includes(`: ${id}`)]).toEqual([
      status,
      status !== 503 && code !== "SQLITE_FULL",
      status === 500,
    ]);
  });
});

describe("a place that is gone meanwhile", () => {
  const form = {
    ...typed,
    kind: "challenge",
    language: "en",
    form: "snapshot",
    intent: "submit",
    _key: "abcdefgh12345678",
  };

  it("answers 404 with all that was typed, and offers to keep it as a draft", async () => {
    const gone = { ...form, sessionId: target.things.session, itemId: "0000000000000000" };
    const answer = await ask(target, "participant", paths.newContribution(), { form: gone });
    expect([answer.status, Object.values(typed).filter((text) => !answer.body.includes(text))]).toEqual([404, []]);
    expect(answer.body).toContain("Keep it as a draft");
    expect(answer.body).not.toContain("0000000000000000");
  });

  it("keeps what was typed into a draft that was thrown away", async () => {
    const draft = paths.contributionEdit("REL-2020-0000");
    const answer = await ask(target, "participant", draft, { form: { ...form, form: "full", body: "Long *text*." } });
    expect([answer.status, answer.body.includes("Long *text*."), answer.body.includes(typed.summary)]).toEqual([
      404,
      true,
      true,
    ]);
  });

  it("brings no password back", async () => {
    const answer = await ask(target, "organiser", paths.member("nobody"), {
      form: { role: "observer", newPassword: "seven quiet boats" },
    });
    expect([answer.status, answer.body.includes("seven quiet")]).toEqual([404, false]);
  });
});

it("keeps what was typed when the page of the form cannot be read either", async () => {
  failWith("SQLITE_IOERR_WRITE");
  // The reads of the page fail after those of the frame.
  const { read } = target.store;
  const broken = new Set(["agenda_item_kind", "theme"]);
  const selectFrom = read.selectFrom.bind(read);
  read.selectFrom = ((table: string) => {
    if (broken.has(table)) throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_READ" });
    return selectFrom(table as "theme");
  }) as typeof read.selectFrom;
  const form = { ...typed, kind: "challenge", language: "en", form: "snapshot", intent: "submit" };
  const answer = await ask(target, "participant", paths.newContribution(), { form });
  expect([answer.status, Object.values(typed).filter((text) => !answer.body.includes(text))]).toEqual([500, []]);
  expect(answer.body).toContain("Send it again");
});
