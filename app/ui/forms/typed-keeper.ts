import type { FormAnswer } from "#app/http/form.server.ts";
import type { KeptAnswer } from "#app/http/kept-answer.server.ts";

/** What became of the last try to keep what was typed. */
export type Keeping =
  | { state: "kept"; time: string; isAll: boolean }
  /** With what is wrong, where the server said so. */
  | { state: "failed"; problem: string }
  /** Somebody kept the same elsewhere: from here nothing is kept any more. */
  | { state: "elsewhere" }
  /** Somebody else is signed in by now. */
  | { state: "otherAccount" };

/** Milliseconds between two looks at whether something was typed, and between two tries without an answer. */
const PAUSE = 4000;
const PAUSE_AFTER_FAILURE = 20_000;

/** How long a form waits for an answer to what is being kept, before it is sent itself; in milliseconds. */
const LONGEST_WAIT = 3000;

/** Most attempts without an answer that are remembered. */
const MOST_UNANSWERED = 8;

/** Attempts of the page before this one that it left without waiting for their answers; in the store of the tab. */
const LEFT = "zbornik-left";

interface Left {
  to: string;
  keys: string[];
  /** When something was last typed there, in milliseconds since 1970. */
  typedAt: number;
}

const keepers = new WeakMap<HTMLFormElement, TypedKeeper>();

/** Waits until what is being kept of a form is settled, so that sending it does not run against itself. */
export async function settle(form: HTMLFormElement): Promise<void> {
  await keepers.get(form)?.settle();
}

/** The browser takes the form along to where the reader goes: nothing is kept of it beside that. */
export function takeAlong(form: HTMLFormElement): void {
  keepers.get(form)?.rest();
}

/**
 * The form holds what was typed on the page before this one: what that page sent while it was left is its own, too.
 * @param at when that was copied; older than what was sent, it is not what was sent
 */
export function takeOver(form: HTMLFormElement, at: number): void {
  keepers.get(form)?.takeOver(at);
}

/**
 * Sends what is typed into a form to an address that keeps it, one at a time. An attempt that gets no answer may have
 * been written: the next one, or the form itself, names it, so that what it wrote counts as one's own.
 */
export class TypedKeeper {
  private readonly ended = new AbortController();
  private readonly timer: ReturnType<typeof setInterval>;
  private changed = false;
  private notBefore = 0;
  private running: Promise<void> | null = null;
  private unanswered: string[] = [];
  private typedAt = 0;
  private readonly left = leftBefore();

  constructor(
    private readonly form: HTMLFormElement,
    private readonly to: string,
    private readonly tell: (keeping: Keeping) => void,
  ) {
    const { signal } = this.ended;
    form.addEventListener("input", () => this.typed(), { signal });
    // Leaving the page, by whatever way: what was typed in the last seconds goes along.
    document.addEventListener("visibilitychange", () => document.hidden && this.leave(), { signal });
    this.timer = setInterval(() => this.look(), PAUSE);
    keepers.set(form, this);
  }

  end(): void {
    clearInterval(this.timer);
    this.ended.abort();
    keepers.delete(this.form);
  }

  async settle(): Promise<void> {
    this.changed = false;
    const waited = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
    if (this.running) await Promise.race([this.running, waited]);
    this.rest();
  }

  takeOver(at: number): void {
    if (this.left?.to !== addressOf(this.form) || at < this.left.typedAt) return;
    this.unanswered = [...this.left.keys, ...this.unanswered].slice(-MOST_UNANSWERED);
    this.write({ after: this.unanswered.join(" ") });
  }

  rest(): void {
    this.changed = false;
    this.write({ after: this.unanswered.join(" ") });
  }

  private typed(): void {
    this.changed = true;
    this.typedAt = Date.now();
  }

  /** The page that comes may be made before the server has this: it is told what was sent. */
  private leave(): void {
    this.look({ leaving: true });
    if (this.unanswered.length === 0) return;
    const left: Left = { to: addressOf(this.form), keys: this.unanswered, typedAt: this.typedAt };
    sessionStorage.setItem(LEFT, JSON.stringify(left));
  }

  private look({ leaving = false } = {}): void {
    const isDue = leaving || Date.now() >= this.notBefore;
    if (!this.changed || this.running || !isDue || this.ended.signal.aborted) return;
    this.changed = false;
    this.running = this.keep(leaving).finally(() => {
      this.running = null;
    });
  }

  private async keep(leaving: boolean): Promise<void> {
    const key = newKey();
    const body = new URLSearchParams(new FormData(this.form) as unknown as Record<string, string>);
    body.set("_key", key);
    body.set("intent", "autosave");
    body.set("after", this.unanswered.join(" "));
    // Until there is an answer.
    this.unanswered = [...this.unanswered, key].slice(-MOST_UNANSWERED);
    const response = await fetch(this.to, { method: "POST", body, redirect: "manual", keepalive: leaving }).catch(
      () => null,
    );
    if (response?.ok) return this.kept((await response.json()) as KeptAnswer);
    if (response?.status === 409) {
      const { otherAccount } = (await response.json()) as FormAnswer;
      this.end();
      return this.tell({ state: otherAccount ? "otherAccount" : "elsewhere" });
    }
    if (response?.status === 422) {
      this.unanswered.pop();
      return this.tell({ state: "failed", problem: firstMessage((await response.json()) as FormAnswer) });
    }
    this.changed = true;
    this.notBefore = Date.now() + PAUSE_AFTER_FAILURE;
    this.tell({ state: "failed", problem: "" });
  }

  private kept({ time, fields }: KeptAnswer): void {
    this.unanswered = [];
    this.write({ ...fields, after: "" });
    this.tell({ state: "kept", time, isAll: !this.changed });
  }

  /** Into the hidden fields of the form. */
  private write(fields: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
  }
}

/** Of the page, as the form names it. */
function addressOf(form: HTMLFormElement): string {
  return String(new FormData(form).get("_at") ?? "");
}

function leftBefore(): Left | null {
  const left = sessionStorage.getItem(LEFT);
  return left ? (JSON.parse(left) as Left) : null;
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function firstMessage({ errors, formErrors }: FormAnswer): string {
  return formErrors[0] ?? Object.values(errors)[0] ?? "";
}
