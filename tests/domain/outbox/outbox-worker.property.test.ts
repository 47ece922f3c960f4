import fc from "fast-check";
import { expect, it } from "vitest";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import type { Delivery, MailTransport } from "#app/domain/mail/transport.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { after, busy, deliver, gist, unknown } from "#tests/domain/outbox/mail-server.ts";
import {
  changeInput,
  type SessionWorld,
  schedule,
  sessionInput,
  sessionRow,
  sessionWorld,
} from "#tests/domain/sessions/session-world.ts";
import { rounds } from "#tests/support/rounds.ts";
import { testStore } from "#tests/support/store.ts";

// Random deeds, random failures of the mail server, and a process that dies at any moment of sending.

async function change(w: SessionWorld, id: string, other: Parameters<typeof changeInput>[2], at: Date): Promise<void> {
  await changeSession(w.store, w.organiser, { ...(await changeInput(w, id, other)), confirmConflicts: true }, at);
}

type Outcome = "accepted" | "busy" | "lost" | "arrived" | "killed-before" | "killed-after";

const outcomes: Outcome[] = ["accepted", "busy", "lost", "arrived", "killed-before", "killed-after"];
const deeds = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant("move" as const), hour: fc.integer({ min: 9, max: 12 }) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("link" as const), link: fc.constantFrom("a", "b") }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("people" as const), ba: fc.boolean(), second: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.constant({ do: "cancel" as const }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("mail" as const),
        outcomes: fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 5 }),
      }),
    },
  ),
  { minLength: 2, maxLength: 14 },
);

/** A person's calendar program, which does as RFC 5546 says, and perhaps drops what it has under a known Message-ID. */
class Calendar {
  private entry: { sequence: number; stamp: string; start: string; link: string; isOn: boolean } | null = null;
  private readonly seen = new Set<string>();

  constructor(private readonly dropsCopies: boolean) {}

  receive(mail: ComposedMail): void {
    const messageId = String(mail.messageId);
    if (this.dropsCopies && this.seen.has(messageId)) return;
    this.seen.add(messageId);
    const { method, sequence, stamp, start, link } = gist(mail);
    const held = this.entry;
    // RFC 5546, 2.1.5: the higher SEQUENCE, then the later DTSTAMP.
    if (held && (sequence < held.sequence || (sequence === held.sequence && stamp < held.stamp))) return;
    this.entry = { sequence, stamp, start, link, isOn: method === "REQUEST" };
  }

  shows(): { start: string; link: string } | null {
    return this.entry?.isOn ? { start: this.entry.start, link: this.entry.link } : null;
  }
}

it("leaves in every calendar exactly what is true, whatever was done and whatever failed", async () => {
  await fc.assert(
    fc.asyncProperty(deeds, fc.boolean(), async (list, dropsCopies) => {
      const w = await sessionWorld(testStore());
      const { participantBa, speakerBa, consultant, secondConsultant } = w.people;
      const { id } = await schedule(w, { ...sessionInput(w), interpreterId: null }, after(0));
      const calendars = new Map<string, Calendar>();
      const contents = new Map<string, string>();
      const arrive = (mail: ComposedMail) => {
        const to = (mail.to as { address: string }).address;
        const calendar = calendars.get(to) ?? new Calendar(dropsCopies);
        calendars.set(to, calendar);
        calendar.receive(mail);
        const said = JSON.stringify(gist(mail));
        const known = contents.get(String(mail.messageId)) ?? said;
        // A copy that is dropped must not have said anything new.
        expect(said).toBe(known);
        contents.set(String(mail.messageId), known);
      };

      let minute = 0;
      let cancelled = false;
      for (const deed of list) {
        minute += 5;
        if (deed.do === "mail") await attempt(w, deed.outcomes, arrive, after(minute));
        else if (!cancelled) {
          if (deed.do === "cancel")
            await cancelSession(w.store, w.organiser, { sessionId: id, reason: "x" }, after(minute));
          if (deed.do === "move")
            await change(w, id, { time: `${String(deed.hour).padStart(2, "0")}:00` }, after(minute));
          if (deed.do === "link")
            await change(w, id, { joinLink: `https://meet.test.example/${deed.link}` }, after(minute));
          if (deed.do === "people") {
            const delegateIds = deed.ba ? [speakerBa, participantBa] : [speakerBa];
            await change(
              w,
              id,
              { delegateIds, consultantIds: [deed.second ? secondConsultant : consultant] },
              after(minute),
            );
          }
          cancelled = deed.do === "cancel";
        }
      }
      // The mail server is well again: past every lease and every pause.
      for (let round = 1; round <= 4; round++) {
        await attempt(w, [], arrive, after(minute + round * 1_000));
      }

      const row = await sessionRow(w, id);
      const audience = await w.store.read
        .selectFrom("session_person")
        .innerJoin("account", "account.id", "account_id")
        .select(["account.address", "removed_at"])
        .where("session_id", "=", id)
        .execute();
      for (const { address, removed_at } of audience) {
        const isOn = row.status === "scheduled" && removed_at === null;
        const truth = isOn ? { start: row.starts_at.replace(".000", ""), link: row.join_link } : null;
        expect([address, calendars.get(address)?.shows() ?? null]).toEqual([address, truth]);
      }
      const left = await w.store.read
        .selectFrom("outbox")
        .select("state")
        .where("state", "not in", ["sent", "dropped"])
        .execute();
      expect(left).toEqual([]);
    }),
    { numRuns: rounds(15, 30) },
  );
}, 60_000);

/** Lets the worker run against a server that does as told, afterwards all that is right; dying ends the run. */
async function attempt(
  w: SessionWorld,
  told: readonly Outcome[],
  arrive: (mail: ComposedMail) => void,
  at: Date,
): Promise<void> {
  const answers = [...told];
  const smtp: MailTransport = {
    kind: "smtp",
    send: async (mail): Promise<Delivery> => {
      const outcome = answers.shift() ?? "accepted";
      if (outcome === "killed-before") throw new Error("died");
      if (["accepted", "arrived", "killed-after"].includes(outcome)) arrive(mail);
      if (outcome === "killed-after") throw new Error("died");
      if (outcome === "accepted") return { accepted: true, response: "250", permanent: false };
      return outcome === "busy" ? busy : unknown;
    },
  };
  await deliver(w.store, smtp, at).catch((error: Error) => expect(error.message).toBe("died"));
}
