/** Under which addresses phones in the room reach this machine, and which of them its links carry. */
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>;

/** Interfaces of virtual machines, containers and tunnels: they have addresses that no phone in the room reaches. */
const virtual =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|VirtualBox|VMware|tun|tap|utun|wg|tailscale|zt|Hyper-V)/i;

/** The lower, the likelier a phone in the room reaches it. */
function rank(name: string, { address, family }: NetworkInterfaceInfo): number {
  const elsewhere = virtual.test(name) ? 10 : 0;
  if (family === 'IPv6') return elsewhere + 5;
  if (address.startsWith('192.168.')) return elsewhere;
  if (address.startsWith('10.')) return elsewhere + 1;
  if (/^172\.(1[6-9]|2\d|3[01])\./.test(address)) return elsewhere + 2;
  return elsewhere + 3;
}

/** Addresses of this machine that others can reach, the likeliest first; empty where it is in no network. */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) => infos.map((info) => ({ name, info })));
  return found
    .filter(({ info }) => !info.internal && !/^(169\.254\.|fe80:)/i.test(info.address))
    .map(({ name, info }) => ({ address: info.address, rank: rank(name, info) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** The origin of an address and port, as in a link. */
export function originOf(address: string, port: number): string {
  const host = address.includes(':') ? `[${address}]` : address;
  return port === 80 ? `http://${host}` : `http://${host}:${port}`;
}

export interface Reach {
  publicOrigin: string | undefined;
  port: number;
  /** The addresses of this machine, best first. */
  addresses: readonly string[];
}

/** Origins under which this server can be reached, best first; localhost only where there is nothing else. */
export function origins({ publicOrigin, port, addresses }: Reach): string[] {
  const local = addresses.map((address) => originOf(address, port));
  const known = publicOrigin === undefined ? local : [publicOrigin, ...local];
  return known.length > 0 ? known : [originOf('localhost', port)];
}

/**
 * The origin that links and QR codes carry: the public one, else the address the host chose while this machine still has
 * it, else the best there is; never localhost while there is another.
 */
export function linkOrigin(reach: Reach, chosen: string | null): string {
  const stillHere = chosen !== null && reach.addresses.includes(chosen);
  if (reach.publicOrigin === undefined && stillHere) return originOf(chosen, reach.port);
  return origins(reach)[0]!;
}
