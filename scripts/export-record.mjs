import { runOurs } from './run-ours.mjs';

/** npm run export-record -- code folder: a community's record as folders that anybody can check. */
await runOurs('apps/realtime/src/keeper/export-record.ts');
