// Two people change the same thing: what each of them touched, field by field.

type Values = Readonly<Record<string, string | string[]>>;

/** Fields that make rows: what is chosen, and what is said beside it. They are compared and taken over together. */
const rowFields: Readonly<Record<string, string>> = { referenceId: "referenceRule", linkNumber: "linkRelation" };
const besides = new Set(Object.values(rowFields));

/** Fields that say how a form stands and not what somebody wrote. */
const standing = new Set(["revision", "base", "number", "draft", "after"]);

/**
 * What a form was filled in from, as it is sent back with it: a short hash for each field, so that the form knows which
 * of them somebody touched.
 */
export function baseOf(values: Values): string {
  const names = Object.keys(values).filter((name) => !standing.has(name) && !besides.has(name));
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, hashOf(saidIn(values, name))])));
}

/**
 * Whether something was changed since a form was filled in with it; nothing was where nobody says what it was filled in
 * with. For what has no revision.
 */
export function changedSince(base: string | null | undefined, current: Values): boolean {
  const known = readBase(base ?? undefined);
  if (!known) return false;
  return Object.keys(current).some(
    (name) => Object.hasOwn(known, name) && known[name] !== hashOf(saidIn(current, name)),
  );
}

export interface Merged {
  /** What the form shows now: one's own words, and those of others where one touched nothing. */
  values: Record<string, string | string[]>;
  /** Fields that both changed, to different things: one's own words are in `values`. */
  both: string[];
  /** Fields that were taken over from what is stored. */
  taken: string[];
}

/**
 * Brings what was typed into a form together with what somebody else saved meanwhile. Where nothing tells what the form
 * was filled in from, every field counts as touched.
 */
export function mergeForms(typed: Values, current: Values): Merged {
  const base = readBase(typed.base);
  const merged: Merged = {
    values: { ...typed, ...standingOf(current), base: baseOf(current) },
    both: [],
    taken: [],
  };
  for (const name of Object.keys(current)) {
    if (standing.has(name) || besides.has(name)) continue;
    // A field that this form does not have.
    if (base && !Object.hasOwn(base, name) && !Object.hasOwn(typed, name)) continue;
    const mine = saidIn(typed, name);
    const theirs = saidIn(current, name);
    if (mine === theirs) continue;
    const before = base ? (base[name] ?? hashOf("")) : undefined;
    if (before === hashOf(mine)) {
      merged.taken.push(name);
      for (const field of [name, rowFields[name]]) {
        if (field) merged.values[field] = current[field] ?? "";
      }
    } else if (before !== hashOf(theirs)) merged.both.push(name);
  }
  return merged;
}

/**
 * The form once more, at the revision of now, where what somebody saved meanwhile is just what it says itself: as when
 * an answer was lost. Null where there is something to settle.
 */
export function agreeing<T extends Values>(typed: T, current: Values): T | null {
  if (!readBase(typed.base)) return null;
  const { both, taken } = mergeForms(typed, current);
  return both.length + taken.length === 0 ? { ...typed, ...standingOf(current), base: baseOf(current) } : null;
}

/** Where the stored thing stands now. */
function standingOf(current: Values): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(current).filter(([name]) => standing.has(name)));
}

/** What a field says, alike for what says the same: several values have no order, and empty rows say nothing. */
export function saidIn(values: Values, name: string, beside = rowFields[name]): string {
  const given = values[name] ?? [];
  const others = beside ? textsOf(values[beside]) : [];
  const rows = textsOf(given).flatMap((text, at) => (text === "" ? [] : [JSON.stringify([text, others[at] ?? ""])]));
  return rows.sort().join();
}

function textsOf(given: string | string[] | undefined): string[] {
  return [given ?? []].flat().map((text) => text.replace(/\r\n?/g, "\n").trim());
}

function readBase(given: string | string[] | undefined): Readonly<Record<string, unknown>> | null {
  if (typeof given !== "string" || given === "") return null;
  try {
    const base: unknown = JSON.parse(given);
    return typeof base === "object" && base !== null ? (base as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** cyrb53 by bryc (public domain): 53 bits of a text, which tell whether somebody touched it and nothing more. */
function hashOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
