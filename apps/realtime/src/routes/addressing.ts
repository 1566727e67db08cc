/** The address that links and papers of a community carry. */
import { linkAddressOf } from '@yishiting/db/arrangements';
import type { Community } from '@yishiting/db/communities';
import { linkOrigin, type Reach } from '../addresses.ts';
import type { RouteDeps } from './deps.ts';

export const reachOf = ({ publicOrigin, port, addresses }: RouteDeps): Reach => {
  return { publicOrigin, port: port(), addresses: publicOrigin === undefined ? addresses() : [] };
};

export const originFor = async (deps: RouteDeps, community: Community): Promise<string> =>
  linkOrigin(reachOf(deps), await linkAddressOf(deps.db, community.id));
