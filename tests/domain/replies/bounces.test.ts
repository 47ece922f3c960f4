import { expect, it } from "vitest";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { after } from "#tests/domain/outbox/mail-server.ts";
import { gmail } from "#tests/domain/replies/corpus/clients.ts";
import { multipart, text } from "#tests/domain/replies/corpus/mime.ts";
import { later, type ReplyWorld, replyWorld, take } from "#tests/domain/replies/reply-world.ts";

/** What a mail server sends back (RFC 3464). */
function report(recipient: string, messageId: string, { action = "failed", status = "5.1.1" } = {}): Buffer {
  const headers = [
    "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>",
    "To: zbornik@zbornik.example",
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${action}.${status}@mx.example.org>`,
    "Auto-Submitted: auto-replied",
  ];
  return multipart(headers, "report; report-type=delivery-status", [
    text("I'm sorry to have to inform you that your message could not be delivered."),
    {
      headers: ["Content-Type: message/delivery-status"],
      body: [
        "Reporting-MTA: dns; mx.example.org",
        "",
        `Final-Recipient: rfc822; ${recipient}`,
        `Action: ${action}`,
        `Status: ${status}`,
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown: ana primjer",
        "",
      ].join("\r\n"),
    },
    {
      headers: ["Content-Type: text/rfc822-headers"],
      body: `From: zbornik@zbornik.example\r\nMessage-ID: <${messageId}>\r\n`,
    },
  ]);
}

const marked = (w: ReplyWorld) => w.store.read.selectFrom("bounced_address").selectAll().orderBy("address").execute();
const address = "participantba@test.example";

it("marks the address that a mail of ours did not reach, and for how long, without what the server said", async () => {
  const w = await replyWorld();
  const got = await take(w, report("ParticipantBa@test.example", w.messageId));
  expect(got).toEqual({ result: "dropped", reason: "bounce", session: null, person: null, answer: null });
  expect(await marked(w)).toEqual([{ address, severity: "permanent", status: "5.1.1", at: later.toISOString() }]);
  await take(w, report(address, w.messageId, { action: "delayed", status: "4.4.1" }), after(200));
  expect(await marked(w)).toMatchObject([{ severity: "temporary", status: "4.4.1" }]);
  await take(w, report(address, w.messageId, { action: "delivered", status: "2.0.0" }), after(210));
  expect(await marked(w)).toEqual([]);
});

it("forgets it when somebody answers from there", async () => {
  const w = await replyWorld();
  await take(w, report(address, w.messageId));
  await take(w, gmail(w.written), after(200));
  expect(await marked(w)).toEqual([]);
});

it("believes no report of a mail that was not sent there", async () => {
  const w = await replyWorld();
  await take(w, report("speakerba@test.example", w.messageId));
  await take(w, report(address, "made.up@zbornik.example", { status: "5.7.1" }));
  const bare = Buffer.from(`From: a@b.example\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x--\r\n`);
  expect((await receiveMail(w.store, bare, later))?.reason).toBe("bounce");
  expect(await marked(w)).toEqual([]);
});
