import { runOurs } from './run-ours.mjs';

/** npm run verify-record [-- folder]: the whole record, or an exported folder, against its chain and its seals. */
await runOurs('apps/realtime/src/keeper/verify-record.ts');
