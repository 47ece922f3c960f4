/** Adds `?said=area.key`: the page one is led to shows the message `area.said.key` as a status message. */
export function withSaid(path: string, said: `${string}.${string}`): string {
  return `${path}${path.includes("?") ? "&" : "?"}said=${said}`;
}
