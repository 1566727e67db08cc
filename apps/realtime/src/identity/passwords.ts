/** Passwords: kept as scrypt hashes that name their own cost, so that a higher cost can come later. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** How dear one guess is made. The memory needed is 128 · 2^ln · r bytes. */
export interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** 32 MiB, three passes: one of the equivalent settings of the OWASP password storage cheat sheet. */
export const cost: Cost = { ln: 15, r: 8, p: 3 };

/** Passwords are changed at least every half year, and the change is announced for 14 days (000 附录九, 信息化管理制度 2). */
const day = 86_400_000;
export const passwordTerm = { due: 182 * day, warn: 14 * day } as const;

/** When a password set at `changedAt` (ms) is to be changed at the latest, and from when on its holder is warned. */
export function passwordDue(changedAt: number): { dueAt: number; warnAt: number } {
  const dueAt = changedAt + passwordTerm.due;
  return { dueAt, warnAt: dueAt - passwordTerm.warn };
}

/** When a password was changed that its holder never did: somebody else handed it over, so it opens nothing but its own change. */
export const neverChanged = 0;
export const isFirst = (changedAt: number): boolean => changedAt === neverChanged;

/** A password as it is kept: `$scrypt$ln=15,r=8,p=3$salt$hash`. Keyboards that compose letters differently agree (NFKC). */
export async function hashPassword(password: string, at: Cost = cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, 32, at);
  return `$scrypt$ln=${at.ln},r=${at.r},p=${at.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Is this the password? Takes the same time whether it is nearly right or not at all. Throws on a hash that is none. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const { at, salt, hash } = read(kept);
  return timingSafeEqual(await derive(password, salt, hash.length, at), hash);
}

/** Was it hashed at less than today's cost? Then it is hashed anew when its holder next gives it. */
export function isCheap(kept: string): boolean {
  const { at } = read(kept);
  return at.ln !== cost.ln || at.r !== cost.r || at.p !== cost.p;
}

let nobody: Promise<string> | undefined;
/** For a login that does not exist: takes as long as a wrong password, so that its time tells nothing. Always false. */
export async function isNobodysPassword(password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(16).toString('hex'));
  await isPassword(password, await nobody);
  return false;
}

const shape = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/;

function read(kept: string): { at: Cost; salt: Buffer; hash: Buffer } {
  const [, ln, r, p, salt, hash] = shape.exec(kept) ?? [];
  if (!salt || !hash) throw new Error('this is no password hash');
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  return { at: { ln: Number(ln), r: Number(r), p: Number(p) }, salt: bytes(salt), hash: bytes(hash) };
}

/** At most two at a time: each takes a thread and 32 MiB, and files and names need threads as well. */
let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, length: number, { ln, r, p }: Cost): Promise<Buffer> {
  if (running >= 2) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    const N = 2 ** ln;
    const limits = { N, r, p, maxmem: 256 * N * r };
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, length, limits, (error, key) => (error ? reject(error) : resolve(key)));
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
