import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { answersOf } from "#tests/routes/answers.ts";
import { ask } from "#tests/routes/asking.ts";
import { type Expected, expectations } from "#tests/routes/expectations.ts";
import { type Asker, freshTargets, type Target } from "#tests/routes/target.ts";

// Every form that anybody can open, sent with nothing in it and with what no field takes: the summary of what is wrong
// says of which field it speaks, and goes through the fields from the top.

const targets = freshTargets();
beforeAll(() => targets.fresh(), 60_000);
afterAll(() => targets.close());

interface FormPage extends Expected {
  /** What is done before the page has a form. */
  first?: (target: Target) => Promise<unknown>;
}

const organises: FormPage["answers"] = { organiser: 200, others: 404 };
const pageLists: Record<string, FormPage[]> = {
  ...expectations,
  // The form comes once it is known with whom, and while there is a delegation without a session.
  "/rounds/:roundId/sessions/new": [
    { at: ({ w }) => paths.newSession(w.roundId, "ba"), answers: organises },
    { at: ({ w }) => paths.newSession(w.roundId, "plenary"), answers: organises },
  ],
  "/rounds/:roundId/sessions/several": [
    { at: ({ w }) => paths.severalSessions(w.roundId), answers: organises, first: cancelOne },
  ],
};

function cancelOne(target: Target): Promise<unknown> {
  const { alSession } = target.things;
  return ask(target, "organiser", paths.sessionCancellation(alSession), { form: { reason: "Illness." } });
}

const pages = Object.entries(pageLists).flatMap(([route, list]) =>
  list.flatMap(({ at, form, answers, first }) => {
    // Those who may do more stand last.
    const who = Object.entries(answersOf(answers)) as [Asker, unknown][];
    const asker = who.findLast(([, answer]) => answer === 200)?.[0];
    return form || !asker ? [] : [{ route, at, asker, first }];
  }),
);

/** Pages on which something was refused, so that it is known that anything was looked at. */
const refused = new Set<string>();

it.each(pages)("$route names the fields at fault, in their order", async ({ route, at, asker, first }) => {
  const opened = await targets.fresh();
  await first?.(opened);
  const page = await ask(opened, asker, at(opened));
  const forms = formsOf(page.body);
  const wrong: string[] = [];
  for (const [index] of forms.entries()) {
    for (const filling of ["", "§"]) {
      const fresh = await targets.fresh();
      await first?.(fresh);
      const path = at(fresh);
      const form = formsOf((await ask(fresh, asker, path)).body)[index];
      if (!form) continue;
      const action = form.getAttribute("action") || path;
      const answer = await ask(fresh, asker, action, { form: filledWith(form, filling) });
      if (answer.status !== 422) continue;
      refused.add(route);
      wrong.push(...faultsOf(answer.body).map((fault) => `${path} filled with "${filling}": ${fault}`));
    }
  }
  expect(wrong).toEqual([]);
});

it("has looked at the forms in which most can go wrong", () => {
  expect([...refused]).toEqual(
    expect.arrayContaining([
      ...["/sign-in", "/account", "/account/password", "/invitations/:token", "/reset/:token", "/rounds/new"],
      ...["/rounds/:roundId/sessions/new", "/rounds/:roundId/sessions/several", "/sessions/:sessionId/edit"],
      ...["/sessions/:sessionId/agenda/new", "/contributions/new", "/members/invitation"],
      ...["/administration/institutions/:id", "/account/tokens", "/account/calendars", "/contributions/:number/review"],
    ]),
  );
});

/** Forms of the page itself; those of its head only lead elsewhere. */
function formsOf(html: string): Element[] {
  return [...parseHTML(html).document.querySelectorAll('main form[method="post"]')];
}

/** What a person sends who wrote this into every field and chose nothing. */
function filledWith(form: Element, filling: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const field of form.querySelectorAll("input[name], select[name], textarea[name]")) {
    const name = field.getAttribute("name") ?? "";
    const type = field.getAttribute("type") ?? "text";
    if (type === "hidden") values[name] = field.getAttribute("value") ?? "";
    else if (type !== "radio" && type !== "checkbox" && !field.hasAttribute("readonly")) values[name] = filling;
  }
  const button =
    form.querySelector("button[name]:not([formaction], [form])") ??
    form.ownerDocument.querySelector(`button[name][form="${form.id || "-"}"]:not([disabled])`);
  if (button) values[button.getAttribute("name") ?? ""] = button.getAttribute("value") ?? "";
  return values;
}

function faultsOf(html: string): string[] {
  const { document } = parseHTML(html);
  const links = [...document.querySelectorAll('.errors a[href^="#"]')];
  if (links.length === 0) return ["nothing is said"];
  const everything = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const places = links.map((link) => everything.indexOf(idOf(link)));
  const faults = links.flatMap((link) => {
    const said = textOf(link);
    const to = document.getElementById(idOf(link));
    if (!to) return [`"${said}" leads nowhere`];
    const labels = labelsOf(document as unknown as Document, to as unknown as Element);
    const names = labels.length === 0 || labels.some((label) => said.includes(`${label}: `));
    return names ? [] : [`"${said}" does not name "${labels.join(" or ")}"`];
  });
  const inOrder = places.every((place, at) => at === 0 || place > places[at - 1]!);
  return inOrder ? faults : [...faults, `not in the order of the fields: ${links.map(textOf).join(" | ")}`];
}

/** What a field, its question or its section is called; nothing for what says so itself: a line, a statement. */
function labelsOf(document: Document, field: Element): string[] {
  const type = field.getAttribute("type");
  const question = field.closest("fieldset")?.querySelector("legend");
  if (!["INPUT", "SELECT", "TEXTAREA"].includes(field.tagName) || (type === "checkbox" && !question)) return [];
  const label = document.querySelector(`label[for="${field.id}"]`);
  const own = type === "radio" || type === "checkbox" ? [] : [plain(label)];
  const heading = field.closest("section")?.querySelector("h2");
  return [...own, ...[question, heading].flatMap((one) => (one ? [plain(one)] : []))];
}

/** Without the word that says it may stay empty. */
function plain(label: Element | null | undefined): string {
  for (const optional of label?.querySelectorAll(".optional") ?? []) optional.remove();
  return label ? textOf(label) : "a field without a label";
}

function idOf(link: { getAttribute: (name: string) => string | null }): string {
  return (link.getAttribute("href") ?? "").slice(1);
}

function textOf({ textContent }: { textContent: string | null }): string {
  return (textContent ?? "").replace(/\s+/g, " ").trim();
}
