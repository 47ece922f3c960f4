/**
 * A value that must be there: at an index inside its array, in a map that was filled for it.
 * @throws Error where it is not, which is a fault of ours, instead of going on with nothing
 */
export function sure<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error("What must be there is missing.");
  return value;
}
