import { BlockList, isIP } from 'node:net';

/** Addresses of version 4 that are not of the public network (IANA's registry of special purposes, 2025). */
const special4: readonly [string, number][] = [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The only part of version 6 that is public, and what inside it is not, ways around version 4 included. */
const global6: readonly [string, number] = ['2000::', 3];
const special6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [address, prefix] of special4) closed.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of special6) closed.addSubnet(address, prefix, 'ipv6');
const open6 = new BlockList();
open6.addSubnet(...global6, 'ipv6');

/**
 * Whether an address belongs to the public network, so that connecting to it leads out of the house. What is no address
 * is not public, nor is one of version 4 in the clothes of version 6.
 */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
