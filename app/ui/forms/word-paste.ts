/** Longer clipboards are left to the browser, which inserts their plain text. */
const LONGEST = 3_000_000;
const FORMATTED =
  /<(?:h[1-6]|b|strong|i|em|ul|ol|table|s|strike)[\s>]|<a\s|mso-list|mso-outline|role="?heading|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;

/** Signs that say nothing to somebody who never wrote Markdown. */
const SIGNS = /^#{1,6} |\*\*|^\|/m;

/**
 * Lets people paste from a word processor: what has structure arrives as Markdown at the caret, everything else as the
 * browser would insert it. The converter is loaded with the first such paste, so that pages stay light without it; if
 * it cannot be loaded, the plain text arrives.
 *
 * @param onMarkdown told when signs of Markdown arrived that the reader may not know
 * @returns a function that detaches
 */
export function attachWordPaste(textarea: HTMLTextAreaElement, onMarkdown?: () => void): () => void {
  const paste = (event: ClipboardEvent) => {
    const clipboard = event.clipboardData;
    if (!clipboard || event.defaultPrevented || textarea.readOnly || textarea.disabled) return;
    // Editors for code describe colours in HTML; what is meant is their plain text.
    if (Array.from(clipboard.types).includes("vscode-editor-data")) return;
    const html = clipboard.getData("text/html");
    if (html.length > LONGEST || !FORMATTED.test(html)) return;

    // The clipboard may be read only now, while the event lasts.
    const plain = clipboard.getData("text/plain");
    event.preventDefault();
    void convert(html)
      .catch(() => "")
      .then((markdown) => {
        insert(textarea, markdown || plain);
        if (SIGNS.test(markdown)) onMarkdown?.();
      });
  };
  textarea.addEventListener("paste", paste);
  return () => textarea.removeEventListener("paste", paste);
}

async function convert(html: string): Promise<string> {
  const { markdownFromHtml } = await import("#app/ui/forms/markdown-from-html.ts");
  return markdownFromHtml(html, (source) => new DOMParser().parseFromString(source, "text/html"));
}

function insert(textarea: HTMLTextAreaElement, markdown: string): void {
  const text = fitted(textarea, markdown);
  if (text === "") return;
  let heard = false;
  const hear = () => {
    heard = true;
  };
  textarea.addEventListener("input", hear);
  const { ownerDocument } = textarea;
  // Deprecated, and still the only way that keeps the browser's undo.
  const done =
    ownerDocument.activeElement === textarea && ownerDocument.execCommand?.("insertText", false, text) === true;
  if (!done) textarea.setRangeText(text, textarea.selectionStart, textarea.selectionEnd, "end");
  textarea.removeEventListener("input", hear);
  if (!heard) textarea.dispatchEvent(new Event("input", { bubbles: true }));
}

const BLOCK = /^(?:#{1,6} |- |\d+\. |\||> |```|---$)|\n/m;

/** Blocks need lines of their own: blank lines are added where text stands before or after the caret. */
function fitted(textarea: HTMLTextAreaElement, markdown: string): string {
  if (!BLOCK.test(markdown)) return markdown;
  const before = textarea.value.slice(0, textarea.selectionStart);
  const after = textarea.value.slice(textarea.selectionEnd);
  const above = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = after.trim() === "" || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return above + markdown + below;
}
