import { join } from 'node:path';
import { fingerprint, whenChanged } from './changes.mjs';
import { runAndHear } from './run.mjs';
import { giveUp, say } from './say.mjs';
import { root } from './tools.mjs';

const SOURCES = [
  'apps/web/src',
  'apps/web/static',
  'apps/web/package.json',
  'apps/web/vite.config.ts',
  'apps/web/svelte.config.js',
  'apps/web/tsconfig.json',
  'packages/domain/src',
  'pnpm-lock.yaml',
];

/** Builds the pages when their sources changed since the last build that succeeded. */
export function buildWeb() {
  const web = join(root, 'apps', 'web');
  return whenChanged({
    stamp: join(web, 'build', '.sources'),
    fingerprint: fingerprint(SOURCES.map((path) => join(root, path))),
    work: async () => {
      say('正在生成网页…', 'Building the pages…');
      const vite = join(web, 'node_modules', 'vite', 'bin', 'vite.js');
      const { code, said } = await runAndHear(process.execPath, [vite, 'build'], { cwd: web });
      if (code === 0) return;
      console.error(said);
      giveUp('网页生成失败，原因见上。', 'The pages could not be built, for the reason above.');
    },
  });
}

/** Writes what the pages' TypeScript settings build upon; their tests read it, too. */
export async function syncWeb() {
  const web = join(root, 'apps', 'web');
  const kit = join(web, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js');
  const { code, said } = await runAndHear(process.execPath, [kit, 'sync'], { cwd: web });
  if (code === 0) return;
  console.error(said);
  giveUp('网页的类型设置生成失败，原因见上。', 'The types of the pages could not be written, for the reason above.');
}
