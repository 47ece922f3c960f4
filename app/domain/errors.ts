import type { Message } from "#app/i18n/message.ts";

/** It does not exist, or the actor may not know that it does: the two must look the same. */
export class NotFound extends Error {
  constructor(what = "record") {
    super(`No such ${what}`);
  }
}

/** The actor sees the thing and may not do this to it. */
export class Forbidden extends Error {
  constructor(ability: string) {
    super(`Not allowed: ${ability}`);
  }
}

/** What is wrong with an input: the form field at fault, or null for the whole form, and what to tell the person. */
export interface Fault {
  field: string | null;
  message: Message;
}

/** The input has the right shape and the world refuses it. */
export class Refused extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[] | Message) {
    const list = "key" in faults ? [{ field: null, message: faults }] : faults;
    super(`Refused: ${list.map(({ message }) => message.key).join(", ")}`);
    this.faults = list;
  }
}

type Results<T extends readonly (() => unknown)[]> = { -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> };

/**
 * Runs checks that do not depend on one another and gives their results.
 * @throws Refused with the faults of all of them, so that nobody corrects a form one message at a time
 */
export async function allOf<const T extends readonly (() => unknown)[]>(...checks: T): Promise<Results<T>> {
  const results: unknown[] = [];
  const faults: Fault[] = [];
  for (const check of checks) {
    try {
      results.push(await check());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new Refused(faults);
  return results as Results<T>;
}

/** It was changed meanwhile, by somebody else or in another window: both versions are shown, nothing is lost. */
export class Conflict extends Error {
  /** What is stored now, as the form would be filled in with it. */
  readonly current: Record<string, string | string[]>;
  /** Ids of the rows of which one was changed, where their history tells by whom. */
  readonly changedIds: readonly string[];
  constructor(current: Record<string, string | string[]> = {}, ...changedIds: string[]) {
    super("Changed meanwhile");
    this.current = current;
    this.changedIds = changedIds;
  }
}
