import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { userInfo } from 'node:os';
import { NoUserForPostgres } from './embedded-errors.ts';

export type UnixUser = { name: string; uid: number; gid: number };

/** The name of the user this process runs as, for sentences only. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? '?');
  }
}

export const isRoot = (): boolean => process.getuid?.() === 0;

function unixUsers(): UnixUser[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/**
 * Postgres refuses to run as root: the user it runs as instead. The owner of an existing cluster keeps it; a new one goes
 * to `postgres` where there is one, else to `nobody`. No user is ever added to the machine.
 * @returns undefined when we are not root and Postgres simply runs as we do
 * @throws NoUserForPostgres
 */
export function userForPostgres(existingCluster: string | undefined): UnixUser | undefined {
  if (!isRoot()) return undefined;
  const users = unixUsers();
  const owner = existingCluster === undefined ? 0 : statSync(existingCluster).uid;
  const found =
    owner !== 0
      ? users.find(({ uid }) => uid === owner)
      : ['postgres', 'yishiting', 'nobody'].flatMap((name) => users.find((user) => user.name === name) ?? [])[0];
  if (!found || found.uid === 0) throw new NoUserForPostgres();
  return found;
}

const ENTER = 0o111;

/** Whether a user may pass through a folder and all folders above it (by mode bits, as root sees them). */
export function mayEnter(folder: string, user: UnixUser): boolean {
  const { mode, uid, gid } = statSync(folder);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & ENTER & bit) === 0) return false;
  const above = dirname(folder);
  return above === folder || mayEnter(above, user);
}
