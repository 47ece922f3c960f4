import { type SharingLevel, sharingLevels } from "#app/domain/codes.ts";

/** Whether a level is heard further than another. */
export function isHigher(level: SharingLevel, than: SharingLevel): boolean {
  return sharingLevels.indexOf(level) > sharingLevels.indexOf(than);
}

/** The narrower of two levels. */
export function narrower(a: SharingLevel, b: SharingLevel): SharingLevel {
  return isHigher(a, b) ? b : a;
}

export function levelsAbove(level: SharingLevel): SharingLevel[] {
  return sharingLevels.filter((candidate) => isHigher(candidate, level));
}

export function levelsBelow(level: SharingLevel): SharingLevel[] {
  return sharingLevels.filter((candidate) => isHigher(level, candidate));
}
