import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { routes } from "#app/routes.ts";
import { answersOf, succeeded, type Verdict } from "#tests/routes/answers.ts";
import { ask, verdict } from "#tests/routes/asking.ts";
import { expectations } from "#tests/routes/expectations.ts";
import { type Asker, askers, freshTargets } from "#tests/routes/target.ts";

const everybody = Object.keys(askers) as Asker[];

const targets = freshTargets();
afterAll(() => targets.close());

it("declares what everybody gets on every route, opened and, where it takes a form, sent", () => {
  const undeclared = Object.entries(routes).flatMap(([address, file]) => {
    const declared = expectations[address] ?? [];
    const source = readFileSync(join(import.meta.dirname, "../../app/routes", file), "utf8");
    const missing = [];
    if (!declared.some(({ form }) => !form)) missing.push(`${address}: nothing declared for GET`);
    if (/^export (const|async function|function) action\b/m.test(source) && !declared.some(({ form }) => form)) {
      missing.push(`${address}: nothing declared for POST`);
    }
    return missing;
  });
  const gone = Object.keys(expectations).filter((address) => !Object.hasOwn(routes, address));
  expect({ undeclared, gone }).toEqual({ undeclared: [], gone: [] });
});

it.each(Object.keys(expectations))("%s answers everybody as declared", async (route) => {
  for (const { at, form, answers } of expectations[route]!) {
    const got: Record<string, Verdict | string> = {};
    for (const asker of everybody) {
      const open = await targets.fresh();
      const answer = await ask(open, asker, at(open), form ? { form: form(open) } : {});
      got[asker] = verdict(answer);
      // A refusal must have changed nothing, nor may looking.
      if ((await targets.changed()) && (!form || !succeeded(verdict(answer)))) got[asker] += " and wrote";
      const bare = bareKeys(answer.body);
      if (bare.length > 0) got[asker] += ` and shows ${bare}`;
    }
    expect({ method: form ? "POST" : "GET", at: at(await targets.fresh()), ...got }).toEqual({
      ...{ method: form ? "POST" : "GET", at: at(await targets.fresh()) },
      ...answersOf(answers),
    });
  }
});

/** Keys of messages that a page shows because the browser, and so the page that is sent, does not have the message. */
function bareKeys(body: string): string[] {
  const texts = Array.from(body.matchAll(/[>"]([a-zA-Z]+\.[\w.-]+)[<"]/g), ([, text = ""]) => text);
  return texts.filter((text) => Object.hasOwn(messagesOf("en"), text));
}
