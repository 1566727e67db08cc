import { runOurs } from './run-ours.mjs';

/** npm run backup [-- file]: everything into one file, also while a meeting runs. */
await runOurs('apps/realtime/src/keeper/backup.ts');
