import { createHash } from "node:crypto";
import type { ZodType } from "zod";
import type { Fault } from "#app/domain/errors.ts";
import { messageOf } from "#app/domain/forms/message.ts";
import type { Text } from "#app/i18n/text.ts";

/** Largest body of a form, in bytes. */
export const MAX_FORM_BYTES = 1_000_000;

/** Most fields of a form. Far more than any of ours has, and few enough to look at one by one. */
const MAX_FIELDS = 2000;

/** A form as it was sent: several values of one name become a list. */
export type FormValues = Record<string, string | string[]>;

/** What goes back to the page when a form is refused: what was typed, and what is wrong where. */
export interface FormAnswer {
  values: FormValues;
  errors: Record<string, string>;
  formErrors: string[];
  /** What somebody else saved meanwhile, by field. */
  current?: FormValues;
  /** Why it did not come to an answer, found out in the browser: the status of what came instead, if anything. */
  unsent?: "no-connection" | "no-answer" | number;
}

/** The body is not a form, or larger than any form of ours, in bytes or in fields. */
export class UnreadableForm extends Error {
  readonly status: 400 | 413;
  constructor(status: 400 | 413) {
    super(status === 413 ? "Form too large" : "Not a form");
    this.status = status;
  }
}

/** A form as it was sent. */
export interface SentForm {
  /** All but the fields whose names start with `_`. */
  values: FormValues;
  /** The idempotency key. */
  key: string | null;
  /** Whose form it is, sealed. */
  owner: string | null;
  /** Of all but the two above, which are others every time. */
  bodyHash: string;
}

/**
 * Reads an `application/x-www-form-urlencoded` body.
 * @throws UnreadableForm
 */
export async function readForm(request: Request): Promise<SentForm> {
  const [type = ""] = (request.headers.get("Content-Type") ?? "").split(";", 1);
  if (type.trim().toLowerCase() !== "application/x-www-form-urlencoded") throw new UnreadableForm(400);
  const body = await readLimited(request);
  const values: FormValues = {};
  const fields = [...new URLSearchParams(body)];
  if (fields.length > MAX_FIELDS) throw new UnreadableForm(413);
  for (const [name, raw] of fields) {
    const value = raw.replace(/\r\n?/g, "\n");
    if (name.startsWith("_")) continue;
    const earlier = Object.hasOwn(values, name) ? values[name] : undefined;
    if (earlier === undefined) values[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else values[name] = [earlier, value];
  }
  const named = (wanted: string) => fields.findLast(([name]) => name === wanted)?.[1] ?? null;
  const hashed = fields.filter(([name]) => name !== "_key" && name !== "_owner");
  const bodyHash = createHash("sha256").update(JSON.stringify(hashed)).digest("hex");
  return { values, key: named("_key"), owner: named("_owner"), bodyHash };
}

async function readLimited(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (!reader) return "";
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > MAX_FORM_BYTES) throw new UnreadableForm(413);
    parts.push(value);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Values as a browser would send them again: several of one name one after the other. */
export function fieldsOf(values: FormValues): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
}

/** Checks values against a schema of plain shape, whose messages are made by `message`. */
export function checkShape<T>(
  schema: ZodType<T>,
  values: FormValues,
  text: Text,
): { input: T } | { answer: FormAnswer } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { input: parsed.data };
  const faults = parsed.error.issues.map((issue) => {
    const [field] = issue.path;
    return { field: field === undefined ? null : String(field), message: messageOf(issue) };
  });
  return { answer: refusal(values, faults, text) };
}

/** The answer for faults of the shape, or for those that the domain found. */
export function refusal(values: FormValues, faults: readonly Fault[], text: Text): FormAnswer {
  const answer: FormAnswer = { values, errors: {}, formErrors: [] };
  for (const { field, message } of faults) {
    const sentence = text(message.key, message.params);
    if (field === null) answer.formErrors.push(sentence);
    else answer.errors[field] ??= sentence;
  }
  return answer;
}
