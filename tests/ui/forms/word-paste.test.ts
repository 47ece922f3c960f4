import { DOMParser } from "linkedom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { attachWordPaste } from "#app/ui/forms/word-paste.ts";

function parse(html: string): Document {
  const whole = /<html/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return new DOMParser().parseFromString(whole, "text/html") as unknown as Document;
}

/** As much of a text field as pasting needs. */
class FakeTextarea extends EventTarget {
  readOnly = false;
  disabled = false;
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  inserted: string[] = [];
  ownerDocument: { activeElement: unknown; execCommand: (command: string, ui: boolean, text: string) => boolean };

  constructor(canExecute: boolean) {
    super();
    this.ownerDocument = {
      activeElement: this,
      execCommand: (command, _ui, text) => {
        if (!canExecute) return false;
        this.inserted.push(`${command}: ${text}`);
        this.setRangeText(text, this.selectionStart, this.selectionEnd);
        this.dispatchEvent(new Event("input"));
        return true;
      },
    };
  }

  setRangeText(text: string, start: number, end: number): void {
    this.value = this.value.slice(0, start) + text + this.value.slice(end);
    this.selectionStart = start + text.length;
    this.selectionEnd = this.selectionStart;
  }
}

function pasteInto(field: FakeTextarea, data: Record<string, string>): Event {
  const event = new Event("paste", { cancelable: true });
  Object.assign(event, { clipboardData: { types: Object.keys(data), getData: (type: string) => data[type] ?? "" } });
  field.dispatchEvent(event);
  return event;
}

describe("pasting", () => {
  afterEach(() => void vi.unstubAllGlobals());

  function attached(canExecute = true): { field: FakeTextarea; inputs: () => number; detach: () => void } {
    vi.stubGlobal(
      "DOMParser",
      class {
        parseFromString(html: string): Document {
          return parse(html);
        }
      },
    );
    const field = new FakeTextarea(canExecute);
    let count = 0;
    field.addEventListener("input", () => {
      count++;
    });
    return { field, inputs: () => count, detach: attachWordPaste(field as unknown as HTMLTextAreaElement) };
  }

  const HTML = { "text/html": "<p>a <b>b</b></p>", "text/plain": "a b" };

  it("inserts Markdown at the caret so that it can be undone, with one input event", async () => {
    const { field, inputs } = attached();
    field.value = "xyz";
    field.selectionStart = 1;
    field.selectionEnd = 2;
    expect(pasteInto(field, HTML).defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(field.value).toBe("xa **b**z"));
    expect({ inserted: field.inserted, inputs: inputs(), caret: field.selectionStart }).toEqual({
      inserted: ["insertText: a **b**"],
      inputs: 1,
      caret: 8,
    });
  });

  it("does so without execCommand, or when another field has the focus", async () => {
    const { field, inputs } = attached(false);
    pasteInto(field, HTML);
    await vi.waitFor(() => expect(field.value).toBe("a **b**"));
    expect(inputs()).toBe(1);

    const second = attached();
    second.field.ownerDocument.activeElement = null;
    pasteInto(second.field, HTML);
    await vi.waitFor(() => expect(second.field.value).toBe("a **b**"));
    expect({ inserted: second.field.inserted, inputs: second.inputs() }).toEqual({ inserted: [], inputs: 1 });
  });

  it("gives blocks lines of their own", async () => {
    const { field } = attached();
    field.value = "before after";
    field.selectionStart = 6;
    field.selectionEnd = 7;
    pasteInto(field, { "text/html": "<ul><li>a</li><li>b</li></ul>" });
    await vi.waitFor(() => expect(field.value).toBe("before\n\n- a\n- b\n\nafter"));
  });

  it("leaves plain text, code editors, and fields that cannot be written to the browser", () => {
    const { field, detach } = attached();
    const prevented = (data: Record<string, string>) => pasteInto(field, data).defaultPrevented;
    expect(prevented({ "text/plain": "a" })).toBe(false);
    expect(prevented({ "text/html": "<div style='color:#fff;font-weight: normal'>a</div>", "text/plain": "a" })).toBe(
      false,
    );
    expect(prevented({ ...HTML, "vscode-editor-data": "{}" })).toBe(false);
    expect(prevented({ "text/html": `<b>${"a".repeat(3_000_000)}</b>` })).toBe(false);
    field.readOnly = true;
    expect(prevented(HTML)).toBe(false);
    field.readOnly = false;
    detach();
    expect(prevented(HTML)).toBe(false);
  });

  it("inserts the plain text when the HTML cannot be converted", async () => {
    const { field } = attached();
    vi.stubGlobal(
      "DOMParser",
      class {
        parseFromString(): never {
          throw new Error("broken");
        }
      },
    );
    pasteInto(field, HTML);
    await vi.waitFor(() => expect(field.value).toBe("a b"));
  });
});
