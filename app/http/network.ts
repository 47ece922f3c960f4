/** Where a request comes from, as limits and the log know it. */
export interface Network {
  /** The address in its one spelling; `unknown` for what is none. */
  address: string;
  /**
   * Whose it is, from the narrowest to the widest. An IPv4 address stands for itself. Of IPv6 a line of a home or an
   * office has a whole /64 at least, often a /56 or /48 (RFC 6177): whoever holds it has as many addresses as they
   * like.
   */
  keys: readonly string[];
}

/** Bits of the networks that an IPv6 address is counted under. */
const PREFIXES = [64, 56, 48] as const;

/** Longest text that can be an address: IPv6 with an IPv4 tail, brackets, a zone and a port. */
const MAX_TEXT = 100;

/**
 * Reads an address as the connection or a proxy names it: with a port, in brackets, with a zone, with zeros before its
 * numbers, or as IPv4 inside of IPv6 (RFC 4291, 2.5.5.2). What is no address at all counts as one.
 */
export function readNetwork(text: string | undefined): Network {
  const bare = withoutPort((text ?? "").trim().slice(0, MAX_TEXT));
  const four = readFour(bare);
  if (four) return { address: four.join("."), keys: [four.join(".")] };
  const groups = readSix(bare.replace(/%.*$/, ""));
  if (!groups) return { address: "unknown", keys: ["unknown"] };
  const inside = fourInside(groups);
  if (inside) return { address: inside, keys: [inside] };
  return { address: spellSix(groups), keys: PREFIXES.map((bits) => prefixOf(groups, bits)) };
}

function withoutPort(text: string): string {
  const inBrackets = /^\[([^\]]*)\](?::\d+)?$/.exec(text);
  if (inBrackets) return inBrackets[1] ?? "";
  return text.replace(/^([\d.]+):\d+$/, "$1");
}

/** The numbers of an IPv4 address. Zeros before a number do not make it octal: proxies pad, and none writes octal. */
function readFour(text: string): number[] | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  const parts = text.split(".").map(Number);
  return parts.every((part) => part <= 255) ? parts : null;
}

/** The eight groups of an IPv6 address. */
function readSix(text: string): number[] | null {
  const tail = /^(.*:)(\d[\d.]*)$/.exec(text);
  const four = tail?.[2]?.includes(".") ? readFour(tail[2]) : null;
  const [a = 0, b = 0, c = 0, d = 0] = four ?? [];
  const whole = four ? `${tail?.[1]}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}` : text;
  const halves = whole.split("::");
  if (!whole.includes(":") || halves.length > 2) return null;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** The IPv4 address that an IPv6 one stands for: mapped (`::ffff:0:0/96`) or translated (`64:ff9b::/96`, RFC 6052). */
function fourInside(groups: readonly number[]): string | null {
  const start = spellSix(groups.slice(0, 6));
  if (start !== "0:0:0:0:0:ffff" && start !== "64:ff9b:0:0:0:0") return null;
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function prefixOf(groups: readonly number[], bits: number): string {
  const kept = groups.map((group, at) => {
    const left = Math.min(16, Math.max(0, bits - at * 16));
    return group & (0xffff << (16 - left)) & 0xffff;
  });
  return `${spellSix(kept)}/${bits}`;
}

function spellSix(groups: readonly number[]): string {
  return groups.map((group) => group.toString(16)).join(":");
}
