type Code = "" | "BUSY" | "CANTOPEN" | "CONSTRAINT" | "CORRUPT" | "FULL" | "NOTADB" | "READONLY";

/** Whether an error is one of SQLite's with this code, or with one that makes it more precise. */
export function hasCode(error: unknown, code: `SQLITE_${Code}`): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith(code);
}
