import { BlockList, isIPv4, isIPv6 } from "node:net";

/** IANA special-purpose ranges (RFC 6890 and later): this machine, private nets, link-local with cloud metadata, CGNAT, and the like. */
const SPECIAL_IPV4: readonly [string, number][] = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 3],
];

/** Inside 2000::/3: addresses that carry an IPv4 address (Teredo, 6to4), documentation, benchmarking. */
const SPECIAL_IPV6: readonly [string, number][] = [
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20],
];

const specialIpv4 = new BlockList();
for (const [net, prefix] of SPECIAL_IPV4) specialIpv4.addSubnet(net, prefix, "ipv4");
const globalIpv6 = new BlockList();
globalIpv6.addSubnet("2000::", 3, "ipv6");
const specialIpv6 = new BlockList();
for (const [net, prefix] of SPECIAL_IPV6) specialIpv6.addSubnet(net, prefix, "ipv6");

/** Whether an address belongs to the public internet. Anything that is no plain address does not. */
export function isPublicAddress(address: string): boolean {
	if (isIPv4(address)) return !specialIpv4.check(address, "ipv4");
	if (!isIPv6(address) || address.includes("%")) return false;
	return globalIpv6.check(address, "ipv6") && !specialIpv6.check(address, "ipv6");
}
