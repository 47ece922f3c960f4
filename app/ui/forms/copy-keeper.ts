import { CopySlot, type FormCopy } from "#app/ui/forms/form-copies.ts";
import { fieldsIn, filledIn, fillIn, textIn } from "#app/ui/forms/form-fields.ts";
import { takeOver } from "#app/ui/forms/typed-keeper.ts";

/** What was found in the browser when the form was opened. */
export type Found =
  /** It is in the form again. */
  | { state: "back"; at: number }
  /** The form holds something newer, from elsewhere: the reader says whether it shall be shown. */
  | { state: "offered"; at: number };

/** Between two copies of the form while one types; in milliseconds. Short: a page may be left straight after a key. */
const PAUSE = 100;

/** The form on its way. */
let sending: CopyKeeper | null = null;

/** The form arrived: the browser needs to keep it no longer. */
export function copySent(): void {
  sending?.drop();
  sending = null;
}

/** Keeps a copy of a form in the browser while it is typed into, and brings back what was left there. */
export class CopyKeeper {
  private readonly ended = new AbortController();
  private readonly opened: string;
  private slot: CopySlot | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private found: FormCopy | null = null;

  /** @param isAnswered the form shows what was just sent: nothing that is older comes back */
  constructor(
    private readonly form: HTMLFormElement,
    private readonly tell: (found: Found) => void,
    private readonly isAnswered: boolean,
  ) {
    this.opened = filledIn(fieldsIn(form));
    const { signal } = this.ended;
    form.addEventListener("input", () => this.later(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.timer && this.copy(), { signal });
    form.addEventListener("submit", () => void this.send(), { signal });
  }

  async begin(secret: string, address: string): Promise<void> {
    const slot = await CopySlot.open(secret, address);
    if (this.ended.signal.aborted) return slot?.release();
    this.slot = slot;
    this.found = (await slot?.find()) ?? null;
    const now = fieldsIn(this.form);
    if (!this.found) {
      // What was typed while the place for it was looked for.
      if (slot && filledIn(now) !== this.opened) this.later();
      return;
    }
    const { at, fields } = this.found;
    if (filledIn(fields) === filledIn(now)) return this.drop();
    if (this.isAnswered) return;
    const isUntouched = filledIn(now) === this.opened;
    const isNewest = textIn(fields, "_pending") === textIn(now, "_pending");
    if (!isUntouched || !isNewest) return this.tell({ state: "offered", at });
    this.show();
  }

  /** Puts what was found into the form. */
  show(): void {
    if (!this.found) return;
    const { at, fields } = this.found;
    fillIn(this.form, fields);
    takeOver(this.form, at);
    this.tell({ state: "back", at });
  }

  /** Somebody else keeps it now, or nobody wants it. */
  drop(): void {
    this.stop();
    this.slot?.drop();
  }

  end(): void {
    this.ended.abort();
    this.stop();
    this.slot?.release();
  }

  private later(): void {
    this.timer ??= setTimeout(() => this.copy(), PAUSE);
  }

  private copy(): void {
    this.stop();
    void this.slot?.save(fieldsIn(this.form));
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async send(): Promise<void> {
    this.stop();
    sending = this;
    await this.slot?.save(fieldsIn(this.form));
  }
}
