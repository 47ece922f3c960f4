import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MinutesSaver, type Saving, type Stored } from "#app/ui/live/minutes-saver.ts";

/** As much of a text field as the saver asks for. */
class Area extends EventTarget {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  scrollTop = 0;
  setSelectionRange(start: number, end: number) {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }
}

interface Sent {
  form: URLSearchParams;
  keepalive: boolean;
  answer: (response: Response | Error) => Promise<void>;
}

let area: Area;
let sent: Sent[];
let said: Saving[];
let settled: Stored[];
let page: EventTarget & { hidden: boolean };
let frame: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  [area, sent, said, settled] = [new Area(), [], [], []];
  page = Object.assign(new EventTarget(), { hidden: false });
  frame = new EventTarget();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", frame);
  vi.stubGlobal("fetch", (_to: string, { body, keepalive }: { body: URLSearchParams; keepalive: boolean }) => {
    return new Promise<Response>((resolve, reject) => {
      const answer = async (response: Response | Error) => {
        if (response instanceof Error) reject(response);
        else resolve(response);
        await vi.advanceTimersByTimeAsync(0);
      };
      sent.push({ form: body, keepalive, answer });
    });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open(body = "One.", revision = 1): MinutesSaver {
  area.value = body;
  const fake = area as unknown as HTMLTextAreaElement;
  const show = (saving: Saving) => void said.push(saving);
  return new MinutesSaver(fake, "/save", "owner", { body, revision }, show, (base) => void settled.push(base));
}

function type(text: string): void {
  area.value = text;
  area.dispatchEvent(new Event("input"));
}

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

const saved = (body: string, revision: number, made = revision) =>
  Response.json({ body, revision: String(revision), made: String(made) });
const conflict = (body: string, revision: number) =>
  Response.json({ current: { body, revision: String(revision) } }, { status: 409 });
const signedOut = () => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
const last = () => said.at(-1)?.state;
const bodies = () => sent.map(({ form }) => form.get("body"));
const noConnection = new TypeError("Failed to fetch");

it("saves a while after the last key, and what was typed meanwhile after that", async () => {
  open();
  type("One. T");
  await pass(1000);
  type("One. Two.");
  await pass(1100);
  expect([sent.length, last()]).toEqual([0, "typing"]);
  await pass(200);
  expect([...(sent[0]?.form ?? [])].filter(([name]) => name !== "_key")).toEqual([
    ...[
      ["body", "One. Two."],
      ["from", "1"],
      ["revision", "1"],
      ["_owner", "owner"],
    ],
  ]);
  type("One. Two. Three.");
  await pass(5000);
  expect([sent.length, last()]).toEqual([1, "typing"]);
  await sent[0]?.answer(saved("One. Two.", 2));
  expect(last()).toBe("typing");
  await pass(1200);
  expect([bodies()[1], sent[1]?.form.get("revision")]).toEqual(["One. Two. Three.", "2"]);
  await sent[1]?.answer(saved("One. Two. Three.", 3));
  expect([last(), settled.at(-1)]).toEqual(["saved", { body: "One. Two. Three.", revision: 3 }]);
  await pass(60_000);
  expect(sent.length).toBe(2);
});

it("saves also for somebody who does not stop typing", async () => {
  open();
  for (let key = 0; key < 10; key++) {
    type(`One.${"x".repeat(key + 1)}`);
    await pass(1000);
  }
  expect(sent.length).toBe(1);
});

it("takes what the server cleaned for the same text, and leaves the spaces under the hands that type", async () => {
  open();
  type("One. ");
  await pass(1200);
  await sent[0]?.answer(saved("One.", 1));
  expect([area.value, last()]).toEqual(["One. ", "saved"]);
  await pass(60_000);
  expect(sent.length).toBe(1);
});

it("sends the same under the same key until it is answered, and loses nothing without a connection", async () => {
  open();
  type("One. Two.");
  await pass(1200);
  await sent[0]?.answer(noConnection);
  expect(last()).toBe("offline");
  type("One. Two. Three.");
  await pass(1200);
  await sent[1]?.answer(noConnection);
  await pass(5000);
  expect(bodies()).toEqual(["One. Two.", "One. Two.", "One. Two."]);
  expect(new Set(sent.map(({ form }) => form.get("_key"))).size).toBe(1);
  // It had arrived the first time, and somebody else wrote after it.
  await sent[2]?.answer(saved("Zero.\nOne. Two.", 3, 2));
  expect([area.value, last()]).toEqual(["Zero.\nOne. Two. Three.", "merged"]);
  await pass(1200);
  expect([bodies()[3], sent[3]?.form.get("revision")]).toEqual(["Zero.\nOne. Two. Three.", "3"]);
  expect(sent[3]?.form.get("_key")).not.toBe(sent[2]?.form.get("_key"));
});

it("tries at once when there is a connection again", async () => {
  open();
  type("One. Two.");
  await pass(1200);
  await sent[0]?.answer(noConnection);
  frame.dispatchEvent(new Event("online"));
  await pass(0);
  expect(sent.length).toBe(2);
});

it("says what is wrong where the server cannot save now, and tries again", async () => {
  open();
  type("One. Two.");
  await pass(1200);
  await sent[0]?.answer(Response.json({ formErrors: ["The disk is full."] }, { status: 507 }));
  expect(said.at(-1)).toEqual({ state: "refused", problem: "The disk is full." });
  await pass(5000);
  await sent[1]?.answer(new Response("<html>", { status: 200 }));
  expect(last()).toBe("offline");
  await pass(5000);
  await sent[2]?.answer(saved("One. Two.", 2));
  expect(last()).toBe("saved");
});

it("does not send again what was refused until it is another text", async () => {
  open();
  type("0101990500006");
  await pass(1200);
  await sent[0]?.answer(Response.json({ errors: { body: "An identity number." } }, { status: 422 }));
  await pass(60_000);
  expect([sent.length, said.at(-1)]).toEqual([1, { state: "refused", problem: "An identity number." }]);
  type("One person.");
  await pass(1200);
  expect(bodies()[1]).toBe("One person.");
});

it("hears its own text before it is answered, and takes it for no one else's", async () => {
  const saver = open();
  type("One.\n\u00a0Two.");
  await pass(1200);
  type("One.\n\u00a0Two. Three.");
  saver.hear({ body: "One.\n Two.", revision: 2 });
  expect([area.value, last()]).toEqual(["One.\n\u00a0Two. Three.", "typing"]);
  await sent[0]?.answer(saved("One.\n Two.", 2));
  expect([area.value, last()]).toEqual(["One.\n\u00a0Two. Three.", "typing"]);
});

it("brings together what others wrote on other lines, also when news come out of order", async () => {
  const saver = open("One.\nTwo.", 1);
  type("One.\nTwo. Mine.");
  await pass(1200);
  saver.hear({ body: "Zero.\nOne.\nTwo. Mine.", revision: 4 });
  saver.hear({ body: "One.\nTwo. Mine.", revision: 2 });
  await sent[0]?.answer(saved("One.\nTwo. Mine.", 2));
  expect([area.value, last(), settled.at(-1)?.revision]).toEqual(["Zero.\nOne.\nTwo. Mine.", "saved", 4]);
  saver.hear({ body: "One.", revision: 3 });
  expect(area.value).toBe("Zero.\nOne.\nTwo. Mine.");
});

it("stays at the words where one writes when lines come before them", () => {
  const saver = open("One.\nTwo.", 1);
  area.setSelectionRange(6, 8);
  saver.hear({ body: "Zero.\nOne.\nTwo.", revision: 2 });
  expect([area.value, area.value.slice(area.selectionStart, area.selectionEnd)]).toEqual([
    ...["Zero.\nOne.\nTwo.", "wo"],
  ]);
  expect(said).toEqual([]);
});

it("asks where both changed the same line, saves nothing meanwhile, and then what was chosen", async () => {
  for (const [which, chosen] of [
    ["both", "One theirs.\nOne mine."],
    ["mine", "One mine."],
    ["theirs", "One theirs."],
  ] as const) {
    [sent, said] = [[], []];
    const saver = open();
    type("One mine.");
    await pass(1200);
    await sent[0]?.answer(conflict("One theirs.", 2));
    expect(said.at(-1)).toEqual({ state: "clash", theirs: "One theirs." });
    area.dispatchEvent(new Event("input"));
    await pass(20_000);
    expect([sent.length, last(), area.value]).toEqual([1, "clash", "One mine."]);
    saver.choose(which);
    await pass(0);
    expect([area.value, ...bodies().slice(1)]).toEqual(which === "theirs" ? [chosen] : [chosen, chosen]);
    saver.end();
  }
});

it("asks no more when the other text changes so that both can stand, or is the same", async () => {
  const clash = async () => {
    [sent, said] = [[], []];
    const saver = open();
    type("One.\nMine.");
    await pass(1200);
    await sent[0]?.answer(conflict("One.\nTheirs.", 2));
    expect(last()).toBe("clash");
    return saver;
  };
  (await clash()).hear({ body: "One.", revision: 3 });
  expect(last()).toBe("merged");
  await pass(1200);
  expect([bodies()[1], sent[1]?.form.get("revision")]).toEqual(["One.\nMine.", "3"]);
  (await clash()).hear({ body: "One.\nMine.", revision: 3 });
  expect(last()).toBe("saved");
});

it("waits for an expired sign-in, and saves by itself when somebody has signed in again", async () => {
  open();
  type("One. Two.");
  await pass(1200);
  await sent[0]?.answer(signedOut());
  expect(last()).toBe("signedOut");
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  await sent[1]?.answer(signedOut());
  page.hidden = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await sent[2]?.answer(Response.json({ otherAccount: true }, { status: 409 }));
  expect(last()).toBe("signedOut");
  await pass(15_000);
  await sent[3]?.answer(saved("One. Two.", 2));
  expect([last(), bodies()]).toEqual(["saved", ["One. Two.", "One. Two.", "One. Two.", "One. Two."]]);
});

it("sends what is typed when the window is hidden or closed, so that browsers let it go out", async () => {
  open();
  type("One. Two.");
  page.hidden = true;
  page.dispatchEvent(new Event("visibilitychange"));
  expect([sent.length, sent[0]?.keepalive]).toEqual([1, true]);
  // No browser sends as much while a page is left.
  await sent[0]?.answer(saved("One. Two.", 2));
  type("ж".repeat(19_000));
  page.dispatchEvent(new Event("visibilitychange"));
  expect([sent.length, sent[1]?.keepalive]).toEqual([2, false]);
});

it("sends the last words too when another item is opened while the ones before are on their way", async () => {
  const saver = open();
  type("One. Two.");
  await pass(1200);
  type("One. Two. Three.");
  saver.end();
  expect(sent.length).toBe(1);
  await sent[0]?.answer(saved("One. Two.", 2));
  expect([bodies()[1], sent[1]?.keepalive]).toEqual(["One. Two. Three.", true]);
  await sent[1]?.answer(saved("One. Two. Three.", 3));
  type("Nobody listens.");
  await pass(60_000);
  expect(sent.length).toBe(2);
});
