/** The declarations of an element's own style attribute, names and values in small letters. */
export function styleOf(element: Element): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const part of (element.getAttribute("style") ?? "").split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) {
      declarations.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
    }
  }
  return declarations;
}

/** Small-letter name of an element, with its namespace prefix as Office writes it ("o:p"). */
export function nameOf(node: Node): string {
  return node.nodeName.toLowerCase();
}

export function isElement(node: Node | null): node is Element {
  return node?.nodeType === 1;
}

/** Puts the children of an element in its place. */
export function unwrap(element: Element): void {
  while (element.firstChild) element.parentNode?.insertBefore(element.firstChild, element);
  element.remove();
}

/** Replaces an element by a bare one of another name with the same children. */
export function rename(element: Element, name: string): Element {
  const replacement = element.ownerDocument.createElement(name);
  while (element.firstChild) replacement.appendChild(element.firstChild);
  element.parentNode?.replaceChild(replacement, element);
  return replacement;
}

/** Puts all children of an element into a new one inside it. */
export function wrapChildren(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name);
  while (element.firstChild) wrapper.appendChild(element.firstChild);
  element.appendChild(wrapper);
}

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul"
  ).split(" "),
);

export function isBlock(node: Node): boolean {
  return BLOCKS.has(nameOf(node));
}

/** Whether a block stands anywhere below. */
export function holdsBlock(element: Element): boolean {
  return Array.from(element.querySelectorAll("*")).some(isBlock);
}

/** The elements below, in the order of the document, as they are now. */
export function elementsIn(root: Element): Element[] {
  return Array.from(root.querySelectorAll("*"));
}

export function isBlankText(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && (node.textContent ?? "").trim() === "");
}
