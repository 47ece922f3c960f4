import { parseHTML } from "linkedom";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeMail, htmlFromText } from "#app/domain/mail/compose.server.ts";
import { isUnsent } from "#app/domain/mail/define-mail.ts";
import { plainMail } from "#app/domain/mail/mail-text.ts";
import { kindOf } from "#app/domain/mail/sendable-mail.ts";
import { paths } from "#app/paths.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { ask } from "#tests/routes/asking.ts";
import { expectations } from "#tests/routes/expectations.ts";
import { type Asker, openTarget, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

/** Markup that, where it is not escaped, leaves an element with `data-pwned`, and a property of every line. */
const markup = `</script></title></textarea><img src=x onerror=alert(1) data-pwned>"'><b data-pwned onclick=a>`;
const lines = "x\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:evil@evil.example\r\n\r\nBcc: evil@evil.example\u2028X-Evil: 1";

/** Puts a text wherever people or administrators can put one, whatever forms would refuse. */
async function writeEverywhere(text: string): Promise<void> {
  const db = writing(target.store);
  const labels = JSON.stringify({ en: text, bs: text });
  await db
    .updateTable("account")
    .set({ name: text.slice(0, 120) })
    .execute();
  await db.updateTable("programme").set({ names: labels, funding_statement: labels, disclaimer: labels }).execute();
  await db
    .updateTable("beneficiary")
    .set({ names: labels, mark: text.slice(-3), footnote: labels })
    .execute();
  await db.updateTable("institution").set({ names: labels }).execute();
  await db.updateTable("working_group").set({ names: labels }).execute();
  await db.updateTable("round").set({ titles: labels, venue: text }).execute();
  await db.updateTable("agenda_item").set({ title: text }).execute();
  await db.updateTable("agenda_template").set({ names: labels }).execute();
  await db.updateTable("contribution_version").set({ title: text, summary: text }).execute();
  await db.updateTable("contribution").set({ withdrawal_reason: text, review_reason: text }).execute();
  await db.updateTable("sharing_request").set({ note: text, decision_note: text }).execute();
  await db
    .updateTable("invitation")
    .set({ name: text.slice(0, 120) })
    .execute();
  await db.updateTable("outbox").set({ last_error: text }).execute();
  await db
    .updateTable("theme")
    .set({ labels: JSON.stringify({ en: text }) })
    .execute();
  const words = { title: text, identifier: text, summary: text, note: text, superseded: text };
  await db.updateTable("reference").set(words).execute();
}

/** What a page would run or fetch that is not ours. */
function dangers(html: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const attributes = [...element.attributes];
    const bad = attributes.filter(({ name, value }) => {
      if (name === "data-pwned" || /^on/i.test(name) || name === "srcdoc" || name === "style") return true;
      const leads = ["href", "src", "action", "formaction", "xlink:href", "poster"].includes(name);
      return leads && /^\s*(javascript|data|vbscript|\/\/)/i.test(value);
    });
    const script = element.tagName === "SCRIPT" && !element.hasAttribute("nonce") ? ["script"] : [];
    return [...script, ...bad.map(({ name, value }) => `${element.tagName} ${name}=${value.slice(0, 40)}`)];
  });
}

const askersOf: Asker[] = ["participant", "organiser", "administrator", "consultant", "anonymous"];

describe("markup in any text", () => {
  it("is text on every page for everybody", async () => {
    await writeEverywhere(markup);
    let shown = 0;
    for (const [route, declared] of Object.entries(expectations)) {
      for (const { at, form } of declared) {
        if (form) continue;
        for (const asker of askersOf) {
          const { status, body, headers } = await ask(target, asker, at(target));
          if (!String(headers["content-type"]).startsWith("text/html")) continue;
          expect([route, asker, status < 500, dangers(body)]).toEqual([route, asker, true, []]);
          if (body.includes("data-pwned")) shown++;
        }
      }
    }
    // It is there, as text.
    expect(shown).toBeGreaterThan(100);
  });

  it("comes back from addresses, refused forms and search as text", async () => {
    const encoded = encodeURIComponent(markup);
    const addresses = [
      ...[`/search?q=${encoded}`, `/search?q=notice&kind=${encoded}`, `/search?theme=${encoded}&round=${encoded}`],
      ...[`/references?q=${encoded}`, `/home?flash=${encoded}`, `/home?flash=people.${encoded}`, `/${encoded}`],
      ...[`/en/knowledge?q=${encoded}`, `/en/about?${markup.replace(/\s/g, "+")}`, `/contributions/${encoded}`],
      ...[`/contributions/new?kind=${encoded}&depth=${encoded}`, `/members/invitation?again=${encoded}`],
      ...[`${paths.contribution(target.things.record)}?language=${encoded}`, `/sign-in?redirectTo=/${encoded}`],
    ];
    for (const path of addresses) {
      for (const asker of ["organiser", "anonymous"] as const) {
        const { status, body } = await ask(target, asker, path);
        expect([path, asker, status < 500, dangers(body)]).toEqual([path, asker, true, []]);
      }
    }
    for (const [route, declared] of Object.entries(expectations)) {
      const post = declared.find(({ form }) => form);
      if (!post || route === "contributions.drafts") continue;
      const form = Object.fromEntries(Object.keys(post.form!(target)).map((name) => [name, markup]));
      for (const asker of ["organiser", "administrator"] as const) {
        const { body } = await ask(target, asker, post.at(target), { form });
        expect([route, asker, dangers(body)]).toEqual([route, asker, []]);
      }
    }
  });

  it("in Markdown is dropped or shown, and links lead to the web alone", async () => {
    const body = [
      ...[
        "<script data-pwned>alert(1)</script>",
        "<img src=x onerror=alert(1) data-pwned>",
        "[a](javascript:alert(1))",
      ],
      ...[
        "[b](JaVa\tScript:alert(1))",
        "![c](https://evil.example/x.png)",
        "[d](data:text/html,<script>alert(1)</script>)",
      ],
      ...["[e](//evil.example)", "<https://ok.example/x>", "[f]: javascript:alert(1)", "[f]", "<javascript:alert(1)>"],
      ...[
        '[g](https://ok.example "x\\" onmouseover=alert(1) data-pwned=\\"")',
        "`<b data-pwned>`",
        "<!-- x --><b data-pwned>",
      ],
    ].join("\n\n");
    const form = { kind: "practice", title: "T", summary: "S.", language: "en", form: "full", intent: "draft", body };
    const { headers } = await ask(target, "participant", paths.newContribution(), { form });
    const number = /contributions\/([^/]+)\//.exec(String(headers.location))?.[1] ?? "";
    const page = await ask(target, "participant", paths.contribution(number));
    expect([page.status, dangers(page.body)]).toEqual([200, []]);
    const { document } = parseHTML(page.body);
    const prose = [...document.querySelectorAll(".prose")];
    expect(prose.flatMap((part) => [...part.querySelectorAll("img,script,b,iframe,form,input,svg")])).toEqual([]);
    const links = prose.flatMap((part) => [...part.querySelectorAll("a")].map((link) => link.getAttribute("href")));
    expect(links.every((href) => href?.startsWith("https://ok.example"))).toBe(true);
    expect(links.length).toBeGreaterThan(0);
  });

  it("is no place to meet", async () => {
    const time = { date: "2099-11-05", time: "09:00", minutes: "60", language: "en", attribution: "beneficiary" };
    const { w } = target;
    for (const joinLink of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "ftp://x.example",
      "x",
      " javascript:a",
    ]) {
      const form = { ...time, beneficiaryId: w.beneficiaries.ba, consultantIds: w.people.consultant, joinLink };
      const { status } = await ask(target, "organiser", paths.newSession(w.roundId), { form });
      expect([joinLink, status]).toEqual([joinLink, 422]);
    }
  });

  it("is text in mails", async () => {
    await writeEverywhere(markup);
    const rendered = await composedMails();
    expect(rendered.length).toBeGreaterThan(4);
    for (const { html } of rendered) expect(dangers(html)).toEqual([]);
    expect(rendered.some(({ html }) => html.includes("data-pwned"))).toBe(true);
  });
});

describe("line breaks in any text", () => {
  it("add no line to a calendar, a header or a mail", async () => {
    await writeEverywhere(lines);
    const { status, body, headers } = await ask(target, "organiser", paths.sessionCalendar(target.things.session));
    expect([status, Object.keys(headers).filter((name) => /evil|bcc/.test(name))]).toEqual([200, []]);
    const rendered = await composedMails();
    for (const text of [body, ...rendered.flatMap(({ calendar }) => (calendar ? [calendar] : []))]) {
      const unfolded = text.replaceAll("\r\n ", "").split("\r\n");
      expect(unfolded.filter((line) => line.startsWith("BEGIN:VEVENT")).length).toBe(1);
      expect(unfolded.filter((line) => /^(ATTENDEE|Bcc|X-Evil):/i.test(line))).toEqual([]);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\u2028]/);
    }
    for (const { subject } of rendered) expect(subject).not.toMatch(/[\r\n\u2028]/);
  });
});

/** Every mail of the outbox as it would go out now. */
async function composedMails() {
  const rows = await target.store.read.selectFrom("outbox").selectAll().execute();
  const composed = [];
  for (const row of rows) {
    const { config: site } = target.site;
    const at = { now: new Date(), secret: async () => "secret" };
    const written = await kindOf(row, { mails })?.write(target.store.read, site, row, at);
    if (!written || isUnsent(written)) continue;
    const { mail } = written;
    const { subject, to, locale } = mail;
    const html = htmlFromText(mail.paragraphs, mail.links, locale);
    const from = { name: "Zbornik", address: "zbornik@x.example" };
    const parts = { from, to, subject, text: plainMail(mail), html, messageId: "<a@x.example>" };
    composed.push({ html, subject: String(composeMail(parts).subject), calendar: mail.calendar?.content });
  }
  return composed;
}
