/** Whether an error is one of SQLite's with this code, or with one that makes it more precise. */
export function hasCode(
  error: unknown,
  code: "SQLITE_" | "SQLITE_BUSY" | "SQLITE_CONSTRAINT" | "SQLITE_FULL",
): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith(code);
}
