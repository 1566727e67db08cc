/** Why the server ends a connection. `again`: whether the client should come back by itself. */
export const endCodes = {
  'not-found': { again: false },
  'not-signed-in': { again: false },
  revoked: { again: false },
  'protocol-outdated': { again: false },
  malformed: { again: false },
  'too-large': { again: false },
  'too-fast': { again: true },
  stopping: { again: true },
  'room-reloaded': { again: true },
} as const satisfies Record<string, { again: boolean }>;
export type EndCode = keyof typeof endCodes;
