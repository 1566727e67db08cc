import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanAddresses, linkOrigin, originOf, origins } from './addresses.ts';

const info = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

it('[R10] puts the address that phones in the room most likely reach first', () => {
  const interfaces = {
    lo: [info('127.0.0.1', true), info('::1', true)],
    docker0: [info('172.17.0.1')],
    'vEthernet (WSL)': [info('192.168.99.1')],
    eth0: [info('10.2.3.4'), info('fd00::5'), info('fe80::1')],
    wlan0: [info('192.168.1.20')],
    usb0: [info('169.254.7.7')],
    gone: undefined,
  };
  expect(lanAddresses(interfaces)).toEqual(['192.168.1.20', '10.2.3.4', 'fd00::5', '192.168.99.1', '172.17.0.1']);
});

it('writes an origin as a browser does', () => {
  expect(originOf('192.168.1.20', 3000)).toBe('http://192.168.1.20:3000');
  expect(originOf('192.168.1.20', 80)).toBe('http://192.168.1.20');
  expect(originOf('fd00::5', 3000)).toBe('http://[fd00::5]:3000');
});

it('[R10] links carry the public origin, else the chosen address while it is here, else the best, localhost last of all', () => {
  const here = { publicOrigin: undefined, port: 3000, addresses: ['192.168.1.20', '10.2.3.4'] };
  expect(linkOrigin({ ...here, publicOrigin: 'https://yishi.example' }, '10.2.3.4')).toBe('https://yishi.example');
  expect(linkOrigin(here, '10.2.3.4')).toBe('http://10.2.3.4:3000');
  expect(linkOrigin(here, '192.168.7.7')).toBe('http://192.168.1.20:3000');
  expect(linkOrigin(here, null)).toBe('http://192.168.1.20:3000');
  expect(linkOrigin({ ...here, addresses: [] }, null)).toBe('http://localhost:3000');
  expect(origins({ ...here, publicOrigin: 'https://yishi.example' })).toEqual([
    'https://yishi.example',
    'http://192.168.1.20:3000',
    'http://10.2.3.4:3000',
  ]);
});
