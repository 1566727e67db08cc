import { join } from 'node:path';
import { runInPlace } from './run.mjs';
import { say } from './say.mjs';
import { root, tools } from './tools.mjs';

/** npm run dev: the server, started anew when its sources change, and Vite's server for the pages before it. */
await tools();
const web = join(root, 'apps', 'web');
say('开发中的网页在 http://localhost:5173', 'The pages under development are at http://localhost:5173');
const server = ['--watch', '--watch-preserve-output', join(root, 'apps', 'realtime', 'src', 'server.ts')];
const codes = await Promise.all([
  runInPlace(process.execPath, [...server, ...process.argv.slice(2)], { cwd: root }),
  runInPlace(process.execPath, [join(web, 'node_modules', 'vite', 'bin', 'vite.js'), 'dev'], { cwd: web }),
]);
process.exitCode = Math.max(...codes);
