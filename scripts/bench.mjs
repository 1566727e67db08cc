import { runOurs } from './run-ours.mjs';

/** npm run bench: ratios against a floor or a peer in the same run. */
await runOurs('apps/realtime/src/bench/bench.ts');
