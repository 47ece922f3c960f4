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
  /** What was saved meanwhile, by field; then `values` are what was typed, brought together with it. */
  current?: FormValues;
  /** Fields that both changed, and those that were taken over from `current`. */
  both?: string[];
  taken?: string[];
  /** When it was saved, where that was the same person in another window. */
  ownSave?: string;
  /** When it was left as it is, by somebody who sent nothing. */
  leftAt?: string;
  /** It was sent before with another text: where that stands which it made, and the key for making another. */
  madeBefore?: { href: string; key: string };
  /** Another account is signed in by now than when the page was opened. */
  otherAccount?: boolean;
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
  /** Address of the page that the form is on. */
  at: string | null;
  /** What it was filled in with. */
  base: string | null;
  /** What it knows of what is pending there. */
  knows: { revision: number; after: string[] };
  /** Of what was filled in: the rest is another every time. */
  bodyHash: string;
}

/** Fields of the form itself; all others were filled in. */
const ownFields = new Set(["_key", "_owner", "_at", "_pending", "after"]);

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
    if (ownFields.has(name) || name.startsWith("_")) continue;
    const earlier = Object.hasOwn(values, name) ? values[name] : undefined;
    if (earlier === undefined) values[name] = value;
    else if (Array.isArray(earlier)) earlier.push(value);
    else values[name] = [earlier, value];
  }
  const named = (wanted: string) => fields.findLast(([name]) => name === wanted)?.[1] ?? null;
  const hashed = fields.filter(([name]) => !ownFields.has(name));
  const bodyHash = createHash("sha256").update(JSON.stringify(hashed)).digest("hex");
  const after = (named("after") ?? "").split(" ").filter((one) => /^[\w-]{8,80}$/.test(one));
  const knows = { revision: Number(/^\d{1,9}$/.exec(named("_pending") ?? "")?.[0] ?? 0), after: after.slice(-20) };
  return { values, key: named("_key"), owner: named("_owner"), at: named("_at"), base: named("base"), knows, bodyHash };
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
