import { runOurs } from './run-ours.mjs';

/** npm run reset-keeper: a new link for a lost last password, on record. */
await runOurs('apps/realtime/src/keeper/reset-keeper.ts');
