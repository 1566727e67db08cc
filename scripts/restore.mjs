import { runOurs } from './run-ours.mjs';

/** npm run restore -- file: a backup into an empty folder or an empty Postgres. */
await runOurs('apps/realtime/src/keeper/restore.ts');
