import { BlockList, isIP } from 'node:net';

/** Addresses that lead nowhere public. Source: the registries of IANA for special purposes (RFC 6890), read in 2026. */
const inward4 = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inward4.addSubnet(net, bits, 'ipv4');

/** Of version 6 what is handed out for use by all, but for what leads on to addresses of version 4 or is for documents. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const inward6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  inward6.addSubnet(net, bits, 'ipv6');

/** Whether an address is one of the public network: no machine of its own, no private one, no group of many. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !inward4.check(address, 'ipv4');
  return version === 6 && global6.check(address, 'ipv6') && !inward6.check(address, 'ipv6');
}
