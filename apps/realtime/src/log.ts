import { pino } from 'pino';

/**
 * The server's log: codes and ids, never names, tokens, passwords, addresses or texts. What a request carries is not
 * logged at all; what is redacted here is a second line of defence.
 */
export function makeLog(level: string) {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['req', 'res', 'headers', '*.headers', '*.password', '*.token', '*.cookie', '*.name'],
      remove: true,
    },
  });
}

export type ServerLog = ReturnType<typeof makeLog>;
