const explained = [400, 403, 404, 409, 413, 421, 422, 429, 500, 503] as const;

/** The status whose explanation in the catalogue fits a status. */
export function explainedStatus(status: number): (typeof explained)[number] {
  return explained.find((known) => known === status) ?? (status >= 500 ? 500 : 400);
}
