/** Random tokens of links and sessions: 256 bits, shown once, kept only as SHA-256. */
import { createHash, randomBytes } from 'node:crypto';

/** A new token: 32 random bytes as 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A token as it is kept: SHA-256 in hex. No salt and no slow hash, since nobody can guess 256 random bits. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
