/** The only place that reads the environment. */
import { resolve } from 'node:path';
import { z } from 'zod';

const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const environment = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535)),
  HOST: optional(z.string()),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.string()),
  PUBLIC_ORIGIN: optional(origin),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

export interface Env {
  port: number;
  /** False where the port is the usual one because none was named. */
  portNamed: boolean;
  host: string;
  dataDir: string;
  /** A Postgres of one's own; absent: the built-in one. */
  databaseUrl: string | undefined;
  /** The address that links and QR codes carry. */
  publicOrigin: string | undefined;
  logLevel: string;
}

/** Reads the environment. Throws a sentence that names the variable and what it may be. */
export function readEnv(variables: NodeJS.ProcessEnv): Env {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, PUBLIC_ORIGIN, LOG_LEVEL } = read.data;
  return {
    port: PORT ?? 3000,
    portNamed: PORT !== undefined,
    host: HOST ?? '0.0.0.0',
    dataDir: resolve(DATA_DIR ?? 'data'),
    databaseUrl: DATABASE_URL,
    publicOrigin: PUBLIC_ORIGIN,
    logLevel: LOG_LEVEL ?? 'info',
  };
}
