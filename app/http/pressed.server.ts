import { NotFound } from "#app/domain/errors.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import type { PressureName } from "#app/http/limits.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { isRoomFull } from "#app/http/waiting-room.ts";

/** What somebody shares with others who may make them wait. */
export type Shared = [name: PressureName, key: string];

/** When to come again, where there was no room to wait; in seconds. */
const COME_AGAIN = 5;

/**
 * Does something that others may have made slow, after the wait that they caused. Counted before it is done, so that
 * many at once do not slip through, and taken back unless it was a guess that failed.
 * @param failures how often the same was tried before, by the same and wrongly
 * @throws TooMany when too many wait already
 */
export async function pressed<T>(
  { limits, network, aside }: Pick<LoadContext, "limits" | "network" | "aside">,
  shared: readonly Shared[],
  work: () => Promise<T>,
  hasFailed: (result: T) => boolean,
  failures = 0,
): Promise<T> {
  const delays = await Promise.all(shared.map(([name, key]) => limits.press(name, key)));
  const takeBack = () => Promise.all(shared.map(([name, key]) => limits.giveBack(name, key)));
  try {
    const guest = { network: network.keys.at(-1) ?? "unknown", delay: Math.max(...delays), failures };
    const result = await limits.room.enter(guest, work, aside);
    if (!hasFailed(result)) await takeBack();
    return result;
  } catch (error) {
    await takeBack();
    throw isRoomFull(error) ? new TooMany(COME_AGAIN) : error;
  }
}

/**
 * Opens a secret link; only one that is none counts, and makes its line wait.
 * @throws TooMany, and what `open` throws
 */
export async function trySecretLink<T>(context: LoadContext, open: () => Promise<T>): Promise<T> {
  const opening = async () => {
    try {
      return { value: await open() };
    } catch (error) {
      if (error instanceof NotFound) return { gone: error };
      throw error;
    }
  };
  const line: Shared = ["tokenLine", context.network.keys[0] ?? "unknown"];
  const opened = await pressed(context, [line], opening, (outcome) => "gone" in outcome);
  if ("gone" in opened) throw opened.gone;
  return opened.value;
}
