import type { FormCopy } from "#app/ui/forms/form-copies.ts";

type Fields = FormCopy["fields"];

/** Fields that say how a form stands; people do not see them. */
const standing = new Set(["revision", "base", "number", "draft", "after", "form", "enter"]);

/** What a form holds now, but for passwords. */
export function fieldsIn(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && !/password/i.test(name) ? [[name, value] as [string, string]] : [],
  );
}

/** What somebody filled in, to be compared. */
export function filledIn(fields: Fields): string {
  return JSON.stringify(
    fields
      .filter(([name, value]) => !name.startsWith("_") && !standing.has(name) && value.trim() !== "")
      .map(([name, value]) => [name, value.replace(/\r\n?/g, "\n").trim()]),
  );
}

/** Value of a field, empty where there is none. */
export function textIn(fields: Fields, wanted: string): string {
  return fields.find(([name]) => name === wanted)?.[1] ?? "";
}

/**
 * Fills a form in with what was typed before, and with how it stood then. What the page knows of pending edits and
 * whose form it is stays.
 */
export function fillIn(form: HTMLFormElement, fields: Fields): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const element of form.elements) {
    const control = element as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    const { name } = control;
    if (!name || control.tagName === "BUTTON" || ["_owner", "_at", "_pending"].includes(name)) continue;
    const values = left.get(name) ?? [];
    if (control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)) {
      control.checked = values.includes(control.value);
    } else if (values.length > 0) control.value = values.shift() ?? "";
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
