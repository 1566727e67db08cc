import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { runInPlace } from './run.mjs';
import { root, tools } from './tools.mjs';

/** npm start [-- --demo]: everything that is needed, then the room. */
await tools();
await buildWeb();
const server = join(root, 'apps', 'realtime', 'src', 'server.ts');
process.exitCode = await runInPlace(process.execPath, [server, ...process.argv.slice(2)]);
