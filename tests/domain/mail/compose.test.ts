import { type AddressObject, simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, test } from "vitest";
import { invitationCalendar } from "#app/domain/calendar/calendar.server.ts";
import { assertOneRecipient, composeMail, htmlFromText, type MailParts } from "#app/domain/mail/compose.server.ts";

const content = invitationCalendar(
  {
    sessionId: "s7Qk2",
    host: "zbornik.example.org",
    sequence: 1,
    title: "Bilateralna sjednica: potrebe, prakse i izazovi — priprema za otpust 🙂",
    description: "Čekamo Vaš odgovor.",
    startsAt: "2026-11-04T08:00:00Z",
    endsAt: "2026-11-04T09:00:00Z",
    changedAt: "2026-09-14T10:11:12Z",
    organiser: { name: "Zbornik", address: "sessions@zbornik.example.org" },
  },
  { name: "Ana Primjer", address: "ana.primjer@example.org" },
  "REQUEST",
);

const parts: MailParts = {
  from: { name: "Zbornik, radna grupa", address: "sessions@zbornik.example.org" },
  to: { name: "Ana Primjer", address: "ana.primjer@Example.org" },
  subject: "Poziv: sjednica čćžšđ",
  text: "Poštovana,\n\nmolimo odgovor do srijede.\n",
  html: htmlFromText(["Poštovana,", "molimo odgovor do srijede."]),
  messageId: "<k3y-1@zbornik.example.org>",
};
const invitation: MailParts = { ...parts, calendar: { method: "REQUEST", content, filename: "invite.ics" } };

async function build(mail: MailParts): Promise<string> {
  return (await new MailComposer(composeMail(mail)).compile().build()).toString("utf8");
}

/** The tree of MIME types with the parameters that matter, and the decoded leaves. */
function structure(entity: string): unknown {
  const end = entity.indexOf("\r\n\r\n");
  const head = entity.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1] ?? "";
  const [type = "", ...parameters] = header("Content-Type").split(/; */);
  const boundary = /boundary="([^"]+)"/.exec(header("Content-Type"))?.[1];
  if (boundary) {
    const inner = entity.slice(end).split(`--${boundary}--`)[0]?.split(`--${boundary}\r\n`).slice(1) ?? [];
    return { type, parts: inner.map((part) => structure(part)) };
  }
  const disposition = header("Content-Disposition");
  return { type, parameters, ...(disposition ? { disposition } : {}) };
}

describe("an invitation", () => {
  test("has the structure that calendars answer to", async () => {
    const raw = await build(invitation);
    expect(structure(raw)).toEqual({
      type: "multipart/mixed",
      parts: [
        {
          type: "multipart/alternative",
          parts: [
            { type: "text/plain", parameters: ["charset=utf-8"] },
            { type: "text/html", parameters: ["charset=utf-8"] },
            { type: "text/calendar", parameters: ["charset=utf-8", "method=REQUEST"] },
          ],
        },
        { type: "application/ics", parameters: ["name=invite.ics"], disposition: "attachment; filename=invite.ics" },
      ],
    });
  });

  test("brings the same calendar twice, byte for byte", async () => {
    const raw = await build(invitation);
    const encoded = [
      ...raw.matchAll(/Content-Type: (text\/calendar|application\/ics)[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/g),
    ];
    expect(encoded.map((match) => match[1])).toEqual(["text/calendar", "application/ics"]);
    expect(encoded.map((match) => Buffer.from(match[2] ?? "", "base64").toString())).toEqual([content, content]);
  });

  test("reads as it was written", async () => {
    const mail = await simpleParser(await build(invitation));
    expect(mail.subject).toBe("Poziv: sjednica čćžšđ");
    expect((mail.to as AddressObject).value).toEqual([{ name: "Ana Primjer", address: "ana.primjer@example.org" }]);
    expect(mail.from?.value).toEqual([{ name: "Zbornik, radna grupa", address: "sessions@zbornik.example.org" }]);
    expect(mail.text).toBe(parts.text);
    expect(mail.html).toBe(parts.html);
    expect(mail.messageId).toBe("<k3y-1@zbornik.example.org>");
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail.headers.has("x-mailer")).toBe(false);
  });

  test("whose type and body name different methods is refused", () => {
    const calendar = { method: "CANCEL" as const, content, filename: "invite.ics" };
    expect(() => composeMail({ ...parts, calendar })).toThrow(new RangeError("The calendar's METHOD is another one"));
  });
});

describe("a plain mail", () => {
  test("is text and HTML only", async () => {
    expect(structure(await build(parts))).toEqual({
      type: "multipart/alternative",
      parts: [
        { type: "text/plain", parameters: ["charset=utf-8"] },
        { type: "text/html", parameters: ["charset=utf-8"] },
      ],
    });
  });

  test("carries further headers and a mailbox for answers", async () => {
    const mail = await simpleParser(
      await build({
        ...parts,
        replyTo: { name: "", address: "team@example.org" },
        headers: { "List-Unsubscribe": "<https://zbornik.example.org/u/1>" },
      }),
    );
    expect(mail.replyTo?.value).toEqual([{ name: "", address: "team@example.org" }]);
    expect(mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line).toBe(
      "List-Unsubscribe: <https://zbornik.example.org/u/1>",
    );
  });

  test.each([
    "a@b.org,evil@x.org",
    "a@b.org;evil@x.org",
    "Ana <a@b.org>",
    "a@b.org\r\nBcc: evil@x.org",
    "a b@x.org",
    "",
  ])("to %j is refused", (address) => {
    const refused = new RangeError("A mail needs one plain address");
    expect(() => composeMail({ ...parts, to: { name: "Ana", address } })).toThrow(refused);
    expect(() => composeMail({ ...parts, from: { name: "Ana", address } })).toThrow(refused);
    expect(() => composeMail({ ...parts, replyTo: { name: "Ana", address } })).toThrow(refused);
  });

  test("a name or subject adds neither recipient nor header", async () => {
    const attack = 'Ana" <evil@x.org>, b@x.org\r\nBcc: evil@x.org\r\n\r\nbody';
    const mail = { ...parts, to: { name: attack, address: "ana.primjer@example.org" }, subject: attack };
    expect(composeMail(mail).envelope).toEqual({
      from: "sessions@zbornik.example.org",
      to: ["ana.primjer@example.org"],
    });
    const parsed = await simpleParser(await build(mail));
    expect((parsed.to as AddressObject).value.map(({ address }) => address)).toEqual(["ana.primjer@example.org"]);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toBe('Ana" <evil@x.org>, b@x.org Bcc: evil@x.org body');
    expect(parsed.text).toBe(parts.text);
  });

  test.each([
    [{ Bcc: "evil@x.org" }],
    [{ to: "evil@x.org" }],
    [{ "Resent-To": "evil@x.org" }],
    [{ "Content-Type": "text/html" }],
    [{ "X-A": "1\r\nBcc: evil@x.org" }],
    [{ "X-A: 1\r\nBcc": "evil@x.org" }],
  ])("header %j is refused", (headers) => {
    expect(() => composeMail({ ...parts, headers })).toThrow(RangeError);
  });

  test.each(["k3y@example.org", "<k3y>", "<a@b>\r\nBcc: evil@x.org", "<a b@c>"])(
    "Message-ID %j is refused",
    (messageId) => {
      expect(() => composeMail({ ...parts, messageId })).toThrow(new RangeError("A Message-ID is <key@host>"));
    },
  );
});

describe("assertOneRecipient", () => {
  const mail = composeMail(parts);

  test("lets a composed mail pass", () => {
    expect(() => assertOneRecipient(mail)).not.toThrow();
  });

  test.each([
    { ...mail, envelope: { from: "a@b.org", to: ["a@b.org", "c@d.org"] } },
    { ...mail, envelope: { from: "a@b.org", to: "a@b.org, c@d.org" } },
    { ...mail, envelope: { from: "a@b.org", to: ["a@b.org,c@d.org"] } },
    { ...mail, envelope: { from: "a@b.org", to: [] } },
    { ...mail, envelope: undefined },
    { ...mail, to: "ana.primjer@example.org" },
    { ...mail, to: { name: "", address: "eva@example.org" } },
    { ...mail, bcc: "eva@example.org" },
    { ...mail, cc: "eva@example.org" },
  ])("stops any other: case %#", (other) => {
    expect(() => assertOneRecipient(other)).toThrow(new RangeError("A mail has one recipient"));
  });
});

describe("htmlFromText", () => {
  test("escapes text, keeps line breaks, links below", () => {
    const html = htmlFromText(
      ['Zdravo <b>Ana</b> & "ekipa"\nnovi red', "čćžšđ Љ"],
      [{ label: "Prihvati <i>", href: "https://zbornik.example.org/a?b=1&c=\"'<" }],
      "bs",
    );
    expect(html).toBe(
      [
        "<!doctype html>",
        '<html lang="bs"><head><meta charset="utf-8"></head><body>',
        "<p>Zdravo &#60;b&#62;Ana&#60;/b&#62; &#38; &#34;ekipa&#34;<br>",
        "novi red</p>",
        "<p>čćžšđ Љ</p>",
        '<p><a href="https://zbornik.example.org/a?b=1&#38;c=%22%27%3C">Prihvati &#60;i&#62;</a></p>',
        "</body></html>",
        "",
      ].join("\n"),
    );
  });

  test("says of a name in which language it is, wherever it stands", () => {
    const foreign = { text: "Release & aftercare", lang: "en" };
    const html = htmlFromText(["Grupa: Release & aftercare", "Bez imena"], [], "bs", "Release & aftercare", foreign);
    const name = '<span lang="en">Release &#38; aftercare</span>';
    expect(html).toContain(`<p>Grupa: ${name}</p>\n<p>Bez imena</p>\n<p>${name}</p>`);
    expect(htmlFromText(["Grupa: Otpust"], [], "bs", "", { text: "Otpust" })).toContain("<p>Grupa: Otpust</p>");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "/relative", ""])("refuses the link %j", (href) => {
    expect(() => htmlFromText([], [{ label: "x", href }])).toThrow(new RangeError("A link in a mail is http or https"));
  });
});
