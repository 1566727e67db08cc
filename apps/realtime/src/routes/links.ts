import { chooseLinkAddress, linkAddressOf } from '@yishiting/db/arrangements';
import {
  linkAddressRequest,
  linksRequest,
  revokeRequest,
  type Invitation,
  type LinkAddress,
  type LinkLine,
} from '@yishiting/domain/api';
import type { Community } from '@yishiting/db/communities';
import { meeting as meetingRow } from '@yishiting/db/meetings';
import { seatedIn } from '@yishiting/domain/attendance';
import { settlesByAgreement } from '@yishiting/domain/procedures/parties';
import type { FastifyInstance } from 'fastify';
import { linkOrigin } from '../addresses.ts';
import { procedureOf } from '../arranging.ts';
import { makePersonalLinks, revokeSeats } from '../identity/entering.ts';
import { originFor, reachOf } from './addressing.ts';
import type { RouteDeps } from './deps.ts';
import { desk, seated } from './desk.ts';
import { noBody, staffMember } from './door.ts';
import { notFound, refused, type Refused } from './refusal.ts';

/** Five thousand seats by id. */
const bodyLimit = 256 * 1024;

/** Personal links: made for the seats of a meeting, carrying an address that phones reach, and taken back. */
export function linkRoutes(app: FastifyInstance, deps: RouteDeps): void {
  const at = (path: string) => `/c/:community/api/${path}`;
  app.post(
    at('meetings/:meeting/links'),
    { bodyLimit },
    seated(
      deps,
      linksRequest,
      async ({ community, place, attendance, own, atDesk, body }): Promise<LinkLine[] | Refused> => {
        const named = body.seats && new Set(body.seats);
        // Who is seated admits a further device of their own, and nobody else's.
        if (!atDesk && !(named && own.some((seat) => named.has(seat)) && named.size === 1)) return notFound();
        const chosen = seatedIn(attendance).filter(({ seat }) => !named || named.has(seat));
        if (named && chosen.length !== named.size) return refused('no-such-seat');
        const tokens = await makePersonalLinks(
          deps,
          place,
          chosen.map(({ seat }) => seat),
        );
        const origin = await originFor(deps, community);
        return chosen.map(({ seat, name, capacities, standing = '' }) => {
          const url = `${origin}/c/${community.code}/enter#${tokens.get(seat)}`;
          return { seat, name, capacities, standing, url };
        });
      },
    ),
  );
  app.get(
    at('meetings/:meeting/invitation'),
    desk(deps, noBody, async ({ community, place }): Promise<Invitation | Refused> => {
      const row = await meetingRow(deps.db, place.community, place.meeting);
      if (!row) return notFound();
      const { plannedAt, place: where, joinCode } = row;
      const procedure = procedureOf(row);
      // A card lies about: what parties settle between themselves does not stand on it.
      const matter = settlesByAgreement(procedure) ? procedure.name[row.recordLanguage] : row.matter;
      const origin = await originFor(deps, community);
      return { matter, plannedAt, place: where, demonstration: community.demonstration, origin, joinCode };
    }),
  );
  app.post(
    at('meetings/:meeting/revoke'),
    desk(deps, revokeRequest, async ({ place, attendance, body }) => {
      if (!body.seats.every((seat) => attendance.people[seat])) return refused('no-such-seat');
      const devices = await revokeSeats(deps, deps.revocations, place, body.seats);
      // A further device that asked on the ground of what was just taken away.
      (await deps.rooms.requests(place))?.declineFor(body.seats);
      return { devices };
    }),
  );
  app.get(
    at('link-address'),
    staffMember(deps, noBody, ({ community }) => linkAddress(deps, community)),
  );
  app.put(
    at('link-address'),
    staffMember(deps, linkAddressRequest, async ({ community, body: { address } }) => {
      const here = address === null || reachOf(deps).addresses.includes(address);
      if (!here) return refused('malformed', { fields: { address: 'not-an-address-here' } });
      await chooseLinkAddress(deps.db, community.id, address);
      return linkAddress(deps, community);
    }),
  );
}

async function linkAddress(deps: RouteDeps, community: Community): Promise<LinkAddress> {
  const chosen = await linkAddressOf(deps.db, community.id);
  const reach = reachOf(deps);
  return { origin: linkOrigin(reach, chosen), chosen, addresses: [...reach.addresses] };
}
