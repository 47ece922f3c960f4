import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { readNetwork } from "#app/http/network.ts";

/** What express and others call these ranges. */
const named: Readonly<Record<string, readonly string[]>> = {
  loopback: ["127.0.0.0/8", "::1/128"],
  linklocal: ["169.254.0.0/16", "fe80::/10"],
  uniquelocal: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
};

/**
 * The address of whoever asks: the last one in `X-Forwarded-For` that no trusted proxy stands behind, or that of the
 * connection.
 * @param trust false, how many proxies stand in front, or their addresses and ranges with commas between
 */
export function clientAddress(trust: false | number | string): (request: IncomingMessage) => string {
  const isTrusted = trust === false ? () => false : typeof trust === "number" ? within(trust) : among(trust);
  return (request) => {
    const nearest = request.socket.remoteAddress ?? "unknown";
    const forwarded = request.headers["x-forwarded-for"];
    if (trust === false || forwarded === undefined) return nearest;
    const chain = [
      nearest,
      ...String(forwarded)
        .split(",")
        .reverse()
        .map((one) => one.trim()),
    ];
    const first = chain.findIndex((address, at) => !isTrusted(address, at));
    return chain[first === -1 ? chain.length - 1 : first] ?? nearest;
  };
}

function within(hops: number): (address: string, at: number) => boolean {
  return (_address, at) => at < hops;
}

function among(list: string): (address: string) => boolean {
  const trusted = new BlockList();
  for (const entry of list.split(",").flatMap((one) => named[one.trim()] ?? [one.trim()])) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (isIP(address) === 0) throw new RangeError(`TRUST_PROXY: ${entry} is no address`);
    trusted.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  return (address) => {
    const plain = readNetwork(address).address;
    const version = isIP(plain);
    return version !== 0 && trusted.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
}
