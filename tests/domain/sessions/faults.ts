import { Refused } from "#app/domain/errors.ts";

/** What a refused deed answers, by field; anything else that it throws comes through. */
export async function faults(attempt: Promise<unknown>): Promise<{ field: string | null; key: string }[]> {
  const error = await attempt.then(
    () => new Error("was not refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refused)) throw error;
  return error.faults.map(({ field, message }) => ({ field, key: message.key }));
}
