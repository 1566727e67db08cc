/** The wire and its number change together: clients of another number are told to reload instead of being misread. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { canonical, type JsonValue } from './canonical.ts';
import { endCodes } from './end-codes.ts';
import { joinSchema, protocolNumber, upSchema } from './protocol.ts';

/** SHA-256 of what goes over the wire, by protocol number. A number that was released keeps its hash. */
const pinned: Record<number, string> = {
  1: '796ab61ae3fe47922fb3f29d4c6f21d290cc8bf8a3595a39367e56530468ce2a',
  2: '62856f89f505070c2d3e3c2f8de593117ff90f10fc1f412a3d8cfca0c06886e0',
};

const whatToDo = `What goes over the wire is no longer what protocol ${protocolNumber} says.
- If a client of today could misread the server from now on, or be refused for what it sends: raise protocolNumber in
  protocol.ts, say so in docs/PROTOCOL.md, and add the new number with the hash below to \`pinned\`.
- If the schemas only grew (a new command, a new optional field, a new reason to end) and old clients do as well as
  before, or the number was never released: put the hash below in place of the old one and mention what was added in docs/PROTOCOL.md.`;

it('the wire is the one that belongs to the protocol number', () => {
  const wire = {
    join: z.toJSONSchema(joinSchema, { io: 'input' }),
    up: z.toJSONSchema(upSchema, { io: 'input' }),
    ends: endCodes,
  };
  // Through JSON, which leaves out what is undefined.
  const hash = bytesToHex(sha256(utf8ToBytes(canonical(JSON.parse(JSON.stringify(wire)) as JsonValue))));
  expect(hash, whatToDo).toBe(pinned[protocolNumber]);
});
