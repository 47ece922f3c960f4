import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import { asList } from "#app/domain/forms/text-fields.ts";

// Fields that choose: a code of a list of ours, an id of something stored, a tick. Messages are catalogue keys.

/** One of the codes. */
export function oneOf<const T extends readonly string[]>(codes: T) {
  return z.enum(codes, { error: ({ input }) => (input ? message("errors.badValue") : message("common.chooseOne")) });
}

/** One of the codes, or null for none. */
export function optionalOneOf<const T extends readonly string[]>(codes: T) {
  return z.preprocess(emptyIsNull, z.enum(codes, message("common.chooseOne")).nullable());
}

/** Any number of the codes, each once. */
export function severalOf<const T extends readonly string[]>(codes: T) {
  return z.preprocess(asList, z.array(z.enum(codes, message("errors.badValue"))).transform(unique));
}

/** The id or code of something stored. Whether there is such a thing is for the deed to say. */
export function id() {
  return z.string(message("common.chooseOne")).min(1, message("common.chooseOne")).pipe(shortName);
}

/** The id or code of something stored, or null for none. */
export function optionalId() {
  return z.preprocess(emptyIsNull, shortName.nullable());
}

/** Ids or codes, each once. */
export function ids(most: number) {
  return z.preprocess(asList, z.array(shortName).max(most, message("errors.badValue")).transform(unique));
}

/** A tick, or a hidden field that stands for one: sent is yes. */
export function tick() {
  return z
    .string(message("errors.badValue"))
    .optional()
    .transform((value) => value !== undefined && value !== "");
}

/** The revision a form was filled in from. */
export function revision() {
  return z
    .string(message("errors.badValue"))
    .regex(/^\d{1,9}$/, message("errors.badValue"))
    .transform(Number);
}

/** A form that only asks whether something shall be done: sending it is the answer. */
export const confirmation = z.object({});

const shortName = z
  .string(message("errors.badValue"))
  .max(60, message("errors.badValue"))
  .regex(/^[\w.:-]+$/, message("errors.badValue"));

function emptyIsNull(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
