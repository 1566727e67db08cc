import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NOT_A_SOURCE = /^(node_modules|\.svelte-kit|build|e2e)$|\.test\.ts$/;

/** @param {string} path @returns {string[]} the files at or below a path, tests left out */
function filesAt(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !NOT_A_SOURCE.test(name));
  return names.sort().flatMap((name) => filesAt(join(path, name)));
}

/**
 * A fingerprint of files and folders by their content, so that a fresh checkout or a touched file rebuilds nothing.
 * @param {string[]} paths @param {string} [salt] what else the result depends on
 */
export function fingerprint(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of paths.flatMap(filesAt)) {
    hash.update(`\n${file}\n`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/**
 * Does work only when what it depends on changed since it last succeeded.
 * @param {{ stamp: string, fingerprint: string, work: () => Promise<void> }} what `stamp`: the file that remembers
 */
export async function whenChanged({ stamp, fingerprint: now, work }) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
