// What the browser keeps of forms for as long as the server does not have it: a connection is lost, a page is left,
// the browser is closed. Encrypted (AES-256-GCM) with a key that comes with the page of a signed-in account and is
// stored nowhere; erased when one signs out. Where the browser offers no cryptography, as without https, nothing is
// kept.

/** A form as it was typed. */
export interface FormCopy {
  /** Milliseconds since 1970. */
  at: number;
  fields: [name: string, value: string][];
}

const PREFIX = "zbornik-form:";
/** When somebody last signed out in this browser: what was opened before keeps nothing any more. */
const SIGNED_OUT = "zbornik-signed-out";
const IV_BYTES = 12;
const LONGEST_KEPT = 14 * 86_400_000;
/** Windows with the same form, each with a copy of its own. */
const MOST_WINDOWS = 5;
/** How long the page before this one may take to let go of a copy, on a machine that is busy; in milliseconds. */
const LETTING_GO = 2_000;

/** Forgets all that the browser keeps of forms, also in other windows. */
export function eraseCopies(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
  localStorage.setItem(SIGNED_OUT, String(Date.now()));
}

/** The copy of one form in one window. */
export class CopySlot {
  private readonly opened = Date.now();

  private constructor(
    private readonly key: CryptoKey,
    /** In the store; says nothing of the form. */
    private readonly name: string,
    private readonly address: string,
    /** Lets another window have it. */
    readonly release: () => void,
  ) {}

  /**
   * The first copy of a form that no other window holds, one with text before an empty one; null where nothing can
   * be kept.
   * @param secret key of the account, in base64url
   */
  static async open(secret: string, address: string): Promise<CopySlot | null> {
    if (!globalThis.crypto?.subtle || !navigator.locks) return null;
    dropOld();
    const bytes = fromBase64(secret);
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${secret}\n${address}`));
    const name = `${PREFIX}${toBase64(new Uint8Array(hash).slice(0, 15))}`;
    const windows = Array.from({ length: MOST_WINDOWS }, (_, window) => `${name}.${window}`);
    const [written, empty] = [
      windows.filter((window) => localStorage.getItem(window) !== null),
      windows.filter((window) => localStorage.getItem(window) === null),
    ];
    const until = Date.now() + LETTING_GO;
    for (const window of [...written, ...empty]) {
      const release = await lock(window, written.includes(window) ? until - Date.now() : 0);
      if (release) return new CopySlot(key, window, address, release);
    }
    return null;
  }

  async find(): Promise<FormCopy | null> {
    const stored = localStorage.getItem(this.name);
    const [, sealed = ""] = stored?.split(" ") ?? [];
    if (!sealed) return null;
    try {
      const bytes = fromBase64(sealed);
      const how = { name: "AES-GCM", iv: bytes.slice(0, IV_BYTES), additionalData: this.bound() };
      const plain = await crypto.subtle.decrypt(how, this.key, bytes.slice(IV_BYTES));
      return JSON.parse(new TextDecoder().decode(plain)) as FormCopy;
    } catch {
      this.drop();
      return null;
    }
  }

  async save(fields: FormCopy["fields"]): Promise<void> {
    const at = Date.now();
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const plain = new TextEncoder().encode(JSON.stringify({ at, fields } satisfies FormCopy));
    const how = { name: "AES-GCM", iv, additionalData: this.bound() };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(how, this.key, plain));
    if (Number(localStorage.getItem(SIGNED_OUT) ?? 0) > this.opened) return;
    try {
      localStorage.setItem(this.name, `${at} ${toBase64(new Uint8Array([...iv, ...sealed]))}`);
    } catch {
      // No room: the form itself is still there.
    }
  }

  drop(): void {
    localStorage.removeItem(this.name);
  }

  /** A copy opens for its own form alone. */
  private bound(): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(this.address);
  }
}

function dropOld(): void {
  for (const name of Object.keys(localStorage)) {
    const at = Number(localStorage.getItem(name)?.split(" ")[0]);
    if (name.startsWith(PREFIX) && !(at > Date.now() - LONGEST_KEPT)) localStorage.removeItem(name);
  }
}

/** Takes a lock if it is free, or becomes free in time. @returns what lets go of it, or null */
function lock(name: string, patience: number): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const how = patience > 0 ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    navigator.locks
      .request(name, how, (held) => (held ? new Promise<void>((release) => resolve(release)) : resolve(null)))
      .catch(() => resolve(null));
  });
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
