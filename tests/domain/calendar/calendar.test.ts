import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invitationCalendar } from "#app/domain/calendar/calendar.server.ts";
import { event, expectWellFormed, now, parse, recipient, value } from "#tests/domain/calendar/calendar-text.ts";

describe("invitationCalendar", () => {
  test("is one whole iTIP request", () => {
    const text = invitationCalendar(event, recipient, "REQUEST", now);
    expectWellFormed(text);
    expect(parse(text)).toEqual({
      head: [
        ["version", "2.0"],
        ["prodid", "-//Zbornik//Zbornik//EN"],
        ["method", "REQUEST"],
      ],
      events: [
        [
          ["uid", "s7Qk2@zbornik.example.org", {}],
          ["sequence", "0", {}],
          ["dtstamp", "2026-09-15T07:00:00Z", {}],
          ["dtstart", "2026-11-04T08:00:00Z", {}],
          ["dtend", "2026-11-04T09:00:00Z", {}],
          ["summary", "Bilateral session", {}],
          ["transp", "OPAQUE", {}],
          ["location", "https://meet.example.org/room?x=1,2;y=3", {}],
          ["description", "Needs and good practices.\n\nhttps://meet.example.org/room?x=1,2;y=3", {}],
          ["organizer", "mailto:sessions@zbornik.example.org", { cn: "Zbornik" }],
          [
            "attendee",
            "MAILTO:ana.primjer@example.org",
            { cn: "Ana Primjer", partstat: "NEEDS-ACTION", role: "REQ-PARTICIPANT", rsvp: "TRUE" },
          ],
          ["status", "CONFIRMED", {}],
          ["last-modified", "2026-09-14T10:11:12Z", {}],
          ["conference", "https://meet.example.org/room?x=1,2;y=3", { feature: expect.anything(), label: "Join" }],
        ],
      ],
    });
  });

  test("says the same in bytes", () => {
    const lines = invitationCalendar(event, recipient, "REQUEST", now).replaceAll("\r\n ", "").split("\r\n");
    expect(lines).toContain("METHOD:REQUEST");
    expect(lines).toContain("UID:s7Qk2@zbornik.example.org");
    expect(lines).toContain("DTSTAMP:20260915T070000Z");
    expect(lines).toContain("DTSTART:20261104T080000Z");
    expect(lines).toContain("DTEND:20261104T090000Z");
    expect(lines).toContain("LOCATION:https://meet.example.org/room?x=1\\,2\\;y=3");
    expect(lines).toContain(
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Join":https://meet.example.org/room?x=1,2;y=3',
    );
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toEqual([
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Ana Primjer":MAILTO:ana.primjer@example.org',
    ]);
    expect(lines.filter((line) => /TZID|VTIMEZONE/.test(line))).toEqual([]);
  });

  test("cancels without asking for an answer and without the join link", () => {
    const text = invitationCalendar({ ...event, sequence: 2, cancelled: true }, recipient, "CANCEL", now);
    expectWellFormed(text);
    expect(text).not.toContain("meet.example.org");
    const { head, events } = parse(text);
    expect(head).toContainEqual(["method", "CANCEL"]);
    expect(events[0]).toContainEqual(["status", "CANCELLED", {}]);
    expect(events[0]).toContainEqual(["sequence", "2", {}]);
    expect(events[0]).toContainEqual(["uid", "s7Qk2@zbornik.example.org", {}]);
    expect(events[0]?.filter(([name]) => name === "attendee")).toEqual([
      ["attendee", "MAILTO:ana.primjer@example.org", { cn: "Ana Primjer", role: "REQ-PARTICIPANT" }],
    ]);
    // Of a session that goes on, one person is taken out: RFC 5546, 3.2.5 forbids STATUS then.
    const leaving = parse(invitationCalendar({ ...event, sequence: 2 }, recipient, "CANCEL", now));
    expect(leaving.events[0]?.map(([name]) => name)).toEqual(
      events[0]?.map(([name]) => name).filter((name) => name !== "status"),
    );
    expect(events[0]?.filter(([name]) => name === "location" || name === "conference")).toEqual([]);
  });

  test("keeps the UID when time and text change", () => {
    const moved = {
      ...event,
      sequence: 3,
      startsAt: "2026-11-05T08:00:00Z",
      endsAt: "2026-11-05T09:00:00Z",
      title: "X",
    };
    const text = invitationCalendar(moved, recipient, "REQUEST", now);
    expect(value(text, "uid")).toBe("s7Qk2@zbornik.example.org");
    expect(value(text, "sequence")).toBe("3");
  });

  test("names the venue where there is one, and still brings the link", () => {
    const text = invitationCalendar({ ...event, venue: "Sala 2, Skoplje;\nprizemlje" }, recipient, "REQUEST", now);
    expect(value(text, "location")).toBe("Sala 2, Skoplje; prizemlje");
    expect(value(text, "conference")).toBe("https://meet.example.org/room?x=1,2;y=3");
  });

  test("does not repeat a link that the description has", () => {
    const description = "Join: https://meet.example.org/a";
    const text = invitationCalendar(
      { ...event, description, joinLink: "https://meet.example.org/a" },
      recipient,
      "REQUEST",
      now,
    );
    expect(value(text, "description")).toBe(description);
  });

  test("brings no link where there is none", () => {
    const text = invitationCalendar({ ...event, joinLink: null }, recipient, "REQUEST", now);
    expect(text).not.toMatch(/CONFERENCE|LOCATION|meet/);
    expectWellFormed(text);
  });

  test.each([
    ["the recipient as organiser", { organiser: { name: "Ana", address: "ANA.primjer@example.org" } }],
    ["an organiser nobody reads", { organiser: { name: "Zbornik", address: "no-reply@example.org" } }],
    ["two addresses in one", { organiser: { name: "Zbornik", address: "a@example.org,b@example.org" } }],
    ["an end before the start", { endsAt: "2026-11-04T07:00:00Z" }],
    ["a script as a link", { joinLink: "javascript:alert(1)" }],
    ["a UID with a line break", { sessionId: "a\r\nSUMMARY:x" }],
    ["a broken sequence", { sequence: 1.5 }],
  ])("refuses %s", (_what, change) => {
    expect(() => invitationCalendar({ ...event, ...change }, recipient, "REQUEST", now)).toThrow(RangeError);
  });
});

describe("text from people", () => {
  const names = parse(invitationCalendar(event, recipient, "REQUEST", now)).events[0]?.map(([name]) => name);

  test("a title with line breaks adds no property", () => {
    const attack = "Sastanak\r\nATTENDEE:mailto:evil@example.org\r\nEND:VEVENT\nX-A:1\u2028X-B:2\u0085X-C:3\rX-D:4";
    const text = invitationCalendar(
      { ...event, title: attack, description: attack, venue: attack, joinLabel: attack },
      { name: attack, address: recipient.address },
      "REQUEST",
      now,
    );
    expectWellFormed(text);
    expect(parse(text).events.map((properties) => properties.map(([name]) => name))).toEqual([names]);
    expect(value(text, "summary")).toBe("Sastanak ATTENDEE:mailto:evil@example.org END:VEVENT X-A:1 X-B:2 X-C:3 X-D:4");
  });

  test("a name cannot break out of its parameter", () => {
    const text = invitationCalendar(event, { ...recipient, name: 'Ana "A\\" ;X=1:^n, Š' }, "REQUEST", now);
    const attendee = parse(text).events[0]?.find(([name]) => name === "attendee");
    expect(attendee).toEqual([
      "attendee",
      "MAILTO:ana.primjer@example.org",
      { cn: "Ana 'A/' ;X=1:/n, Š", partstat: "NEEDS-ACTION", role: "REQ-PARTICIPANT", rsvp: "TRUE" },
    ]);
  });

  test("special characters come back as typed", () => {
    const title = "Priprema, otpust; C:\\new \\n «čćžšđ» 🙂 ДЖ ë";
    expect(value(invitationCalendar({ ...event, title }, recipient, "REQUEST", now), "summary")).toBe(title);
  });

  test("a line is folded before a character of two, three or four octets, never inside", () => {
    for (const character of ["š", "Љ", "€", "🙂"]) {
      for (let length = 55; length < 75; length += 1) {
        const title = "a".repeat(length) + character.repeat(40);
        const text = invitationCalendar({ ...event, title }, recipient, "REQUEST", now);
        expectWellFormed(text);
        expect(value(text, "summary")).toBe(title);
      }
    }
  });

  test("any text comes back, in lines of at most 75 octets, in no more properties", () => {
    const letters = fc.constantFrom(...'ab čćžšđ ЉњЏ ëç 🙂👩‍👩‍👧 \\;,:"\r\n\t\0\u2028\ud800');
    const text = fc.oneof(
      fc.string({ unit: letters, maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, text, text, (title, description, name) => {
        const calendar = invitationCalendar({ ...event, title, description }, { ...recipient, name }, "REQUEST", now);
        expectWellFormed(calendar);
        const properties = parse(calendar).events;
        expect(properties.map((list) => list.map(([found]) => found))).toEqual([names]);
        const clean = Buffer.from(title)
          .toString()
          .replace(/[\u0085\u2028\u2029]/g, "\n");
        const expected = clean
          .replace(/\r\n?/g, "\n")
          .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "")
          .replace(/\s+/g, " ")
          .trim();
        expect(properties[0]?.find(([found]) => found === "summary")?.[1]).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });
});
