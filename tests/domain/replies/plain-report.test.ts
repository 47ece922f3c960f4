import { expect, it } from "vitest";
import { multipart, nested, plainMail, text } from "#tests/domain/replies/corpus/mime.ts";
import { later, type ReplyWorld, replyWorld, take } from "#tests/domain/replies/reply-world.ts";

const address = "participantba@test.example";
const QMAIL = `Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${address}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <zbornik@zbornik.example>
Received: (qmail 12345 invoked by uid 89); 1 Oct 2026 08:03:00 -0000
Message-ID: <{{MESSAGE}}>
Subject: Invitation
`;
const EXCHANGE = `Your message did not reach some or all of the intended recipients.

      Subject:  Invitation
      Sent:     1.10.2026 10:00

The following recipient(s) cannot be reached:

      ${address} on 1.10.2026 10:03
            The e-mail account does not exist at the organization this message was sent to.
            <mx.example.org #5.1.1>
`;
const YAHOO = `Message from example.org.
Unable to deliver message to the following address(es).

<${address}>:
This user doesn't have an example.org account (${address}) [0]

--- Original message follows.

Message-ID:
 <{{MESSAGE}}>
Subject: Invitation
`;
const EXIM = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ${address}
    SMTP error from remote mail server after RCPT TO:<${address}>: 550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

Message-ID: <{{MESSAGE}}>
`;

const head = (from: string, subject: string, ...more: string[]) => [
  ...["Return-Path: <>", `From: ${from}`, "To: zbornik@zbornik.example", `Subject: ${subject}`],
  ...["Message-ID: <b1@mx.example.org>", ...more],
];
const exchangeReport = (parts: readonly string[]) =>
  multipart(
    head(
      "postmaster@example.org",
      "Undeliverable: Invitation",
      "In-Reply-To: <{{MESSAGE}}>",
      "References: <{{MESSAGE}}>",
    ),
    "report; report-type=delivery-status",
    [
      nested("alternative", [text("Delivery has failed to these recipients or groups.")], "alt"),
      { headers: ["Content-Type: message/delivery-status"], body: parts.join("\r\n") },
    ],
  );

const reports: Record<string, [mail: Buffer, status: string]> = {
  qmail: [plainMail(head("MAILER-DAEMON@mx.example.org", "failure notice"), text(QMAIL)), "5.1.1"],
  "Exchange, in words": [
    plainMail(
      head("System Administrator <postmaster@example.org>", "Undeliverable: Invitation", "In-Reply-To: <{{MESSAGE}}>"),
      text(EXCHANGE),
    ),
    "5.1.1",
  ],
  "Exchange, that sends nothing back": [
    exchangeReport([
      "Reporting-MTA: dns;DB9PR01MB.eurprd01.prod.exchangelabs.com",
      "Received-From-MTA: dns;mx.zbornik.example",
      "",
      `Final-Recipient: rfc822;${address.toUpperCase()}`,
      "Action: failed",
      "Status: 5.1.10",
      "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found",
      "",
    ]),
    "5.1.10",
  ],
  "a server behind, that names another address first": [
    exchangeReport([
      "Reporting-MTA: dns;inner.example.org",
      "",
      "Original-Recipient: rfc822;ana.primjer@inner.example.org",
      `Final-Recipient: RFC822; <${address}>`,
      "Action: failed",
      "Status: 5.2.2 (mailbox full)",
      "",
    ]),
    "5.2.2",
  ],
  Yahoo: [plainMail(head("MAILER-DAEMON@example.org", "Failure Notice"), text(YAHOO)), ""],
  Exim: [
    plainMail(
      head(
        "Mail Delivery System <Mailer-Daemon@mx.example.org>",
        "Mail delivery failed: returning message to sender",
        `X-Failed-Recipients: ${address}`,
        "Auto-Submitted: auto-replied",
      ),
      text(EXIM),
    ),
    "5.1.1",
  ],
};

const marked = (w: ReplyWorld) => w.store.read.selectFrom("bounced_address").selectAll().execute();

it.each(Object.keys(reports))("marks the address that a report names: %s", async (name) => {
  const [mail, status] = reports[name]!;
  const w = await replyWorld();
  const got = await take(w, Buffer.from(mail.toString("latin1").replaceAll("{{MESSAGE}}", w.messageId), "latin1"));
  expect(got).toEqual({ result: "dropped", reason: "bounce", session: null, person: null, answer: null });
  expect(await marked(w)).toEqual([{ address, severity: "permanent", status, at: later.toISOString() }]);
});

it("takes a warning for no failure, and words of people and absence notices for no report", async () => {
  const w = await replyWorld();
  const words = EXIM.replace("could not be delivered", "has been delayed").replaceAll("{{MESSAGE}}", w.messageId);
  await take(w, plainMail(head("Mailer-Daemon@mx.example.org", "Warning: message delayed 24 hours"), text(words)));
  expect(await marked(w)).toMatchObject([{ severity: "temporary" }]);
  const other = await replyWorld();
  const away = plainMail(head(address, "Failure notice", "Auto-Submitted: auto-replied"), text(QMAIL));
  expect((await take(other, away))?.reason).toBe("automatic");
  const hello = plainMail(head("postmaster@example.org", "Hello"), text(QMAIL));
  expect((await take(other, hello))?.reason).toBe("no-answer");
  expect(await marked(other)).toEqual([]);
});
