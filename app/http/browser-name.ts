const browsers: readonly [pattern: RegExp, name: string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [pattern: RegExp, name: string][] = [
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Longest `User-Agent` that is looked at. */
const MAX_AGENT = 500;

/**
 * Browser and system by the names that people know, "Firefox, Windows": enough to tell one's own devices apart, and no
 * more. Empty for what is neither; of what somebody made up nothing is repeated.
 */
export function browserName(agent: string | undefined): string {
  const text = (agent ?? "").slice(0, MAX_AGENT);
  const first = (names: typeof browsers) => names.find(([pattern]) => pattern.test(text))?.[1];
  return [first(browsers), first(systems)].filter((name) => name !== undefined).join(", ");
}
