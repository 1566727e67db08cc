import { runOurs } from './run-ours.mjs';

/** npm run verify-record [-- --folder DIR] [--seals FILE] [--key HEX] [--against PLACE]: chains, seals, forks. */
await runOurs('apps/realtime/src/keeper/verify-record.ts');
