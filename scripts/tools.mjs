import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, whenChanged } from './changes.mjs';
import { runAndHear, runInPlace } from './run.mjs';
import { giveUp, say } from './say.mjs';

/**
 * The first thing every script does: run under a Node that is new enough, with the packages of the lock file in place.
 * This file and what it imports run on Node 20, Linux, macOS and Windows, without a shell and without any package.
 */

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const NODE = 24;
const PNPM = 12;
const kept = join(root, '.tools');
const windows = process.platform === 'win32';

/** @param {string} version as in process.versions.node */
export const isNewEnough = (version) => Number(version.split('.')[0]) >= NODE;

/** What npm's or pnpm's failure means for the user. @param {string} said @returns {[zh: string, en: string]} */
export function sentenceFor(said) {
  if (/ENOSPC|no space left/i.test(said))
    return ['磁盘空间不足。请腾出至少 1 GB 后再试。', 'The disk is full. Free at least 1 GB and try again.'];
  if (/EACCES|EPERM|EROFS|permission denied/i.test(said))
    return [
      `无权写入 ${root}。请更改该目录的所有者，或换一个目录。`,
      `${root} cannot be written. Change its owner, or use another folder.`,
    ];
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|network|fetch failed|dns|tcp connect|error sending request/i.test(said))
    return [
      '无法连接软件包仓库。请检查网络（或用 npm config set registry 指定镜像）后再试。',
      'The package registry cannot be reached. Check the network (or name a mirror with: npm config set registry) and try again.',
    ];
  if (/CERT|self.signed/i.test(said))
    return [
      '网络中的代理使用了本机不认识的证书。请向网管索取证书文件，用环境变量 NODE_EXTRA_CA_CERTS 指明后再试。',
      'A proxy in your network shows a certificate this machine does not know. Ask for its file and name it in NODE_EXTRA_CA_CERTS.',
    ];
  const last = said.trim().split('\n').slice(-5).join('\n');
  return [
    `下载失败：\n${last}`,
    'Fetching failed for the reason above. Try again; if it stays, delete .tools and node_modules first.',
  ];
}

/** @returns {{ program: string, args: string[] } | undefined} how to call npm without a shell */
function findNpm() {
  const beside = dirname(process.execPath);
  const inPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm'));
  const links = windows ? [] : inPath.filter((file) => existsSync(file)).map((file) => realpathSync(file));
  const found = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...links,
  ].find((file) => file.endsWith('npm-cli.js') && existsSync(file));
  if (found) return { program: process.execPath, args: [found] };
  return links[0] ? { program: links[0], args: [] } : undefined;
}

/** Brings packages into .tools. @param {string[]} packages */
async function fetchTools(packages) {
  const npm = findNpm();
  if (!npm)
    giveUp(
      '找不到 npm。请从 https://nodejs.org 安装 Node（自带 npm）后再试。',
      'npm was not found. Install Node from https://nodejs.org (npm comes with it) and try again.',
    );
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, 'package.json'), '{ "private": true }\n');
  } catch (error) {
    giveUp(...sentenceFor(String(error)));
  }
  // The package `node` puts the binary in place by an install script.
  const options = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts=false', '--loglevel=error'];
  const { code, said } = await runAndHear(
    npm.program,
    [...npm.args, 'install', '--prefix', kept, ...options, ...packages],
    { cwd: kept },
  );
  if (code !== 0) giveUp(...sentenceFor(said));
}

/** The Node that was brought along. */
const keptNode = join(kept, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** @param {string} program @returns {Promise<string>} the version it names, or '' */
async function versionOf(program, args = ['--version']) {
  const { code, said } = await runAndHear(program, args);
  return code === 0 ? said.trim().replace(/^v/, '') : '';
}

/** Runs this same script again under a Node that is new enough, and ends with its exit code. */
async function runAgainUnderNewNode() {
  if (!isNewEnough(await versionOf(keptNode))) {
    say(
      `本机的 Node 是 ${process.versions.node}，需要 ${NODE}。正在下载 Node ${NODE} 和 pnpm ${PNPM}（约 90 MB）到 .tools，只此一次…`,
      `This machine has Node ${process.versions.node}, ${NODE} is needed: fetching Node ${NODE} and pnpm ${PNPM} (about 90 MB) into .tools, once…`,
    );
    rmSync(kept, { recursive: true, force: true });
    await fetchTools([`node@${NODE}`, `pnpm@${PNPM}`]);
    if (!isNewEnough(await versionOf(keptNode)))
      giveUp(
        `下载的 Node 无法在本机运行。请从 https://nodejs.org 安装 Node ${NODE} 后再试。`,
        `The fetched Node does not run on this machine. Install Node ${NODE} from https://nodejs.org and try again.`,
      );
  }
  const code = await runInPlace(keptNode, [...process.execArgv, ...process.argv.slice(1)], {
    env: withNodeInPath(keptNode),
  });
  process.exit(code);
}

/** Our environment with a Node first in PATH, for what the packages' own programs start. @param {string} node */
function withNodeInPath(node) {
  // Windows writes it "Path"; two spellings in one environment would leave the choice to chance.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${dirname(node)}${delimiter}${process.env[name] ?? ''}` };
}

/** @returns {Promise<{ program: string, args: string[] }>} a pnpm of the right major: the machine's, else one brought along */
async function findPnpm() {
  const isRight = (/** @type {string} */ version) => version.startsWith(`${PNPM}.`);
  if (isRight(await versionOf('pnpm'))) return { program: 'pnpm', args: [] };
  const launcher = join(kept, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');
  const brought = { program: process.execPath, args: [launcher] };
  if (isRight(await versionOf(process.execPath, [launcher, '--version']))) return brought;
  say(
    `正在下载 pnpm ${PNPM}（约 30 MB）到 .tools，只此一次…`,
    `Fetching pnpm ${PNPM} (about 30 MB) into .tools, once…`,
  );
  await fetchTools([`pnpm@${PNPM}`]);
  return brought;
}

/** Everything that says which packages belong in node_modules. */
function manifests() {
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name, 'package.json')),
  );
  return [...['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'].map((name) => join(root, name)), ...workspaces];
}

/** What pnpm says of itself while all is well; what goes wrong is said in other lines. */
const ofNoUse = /^(Scope: |Lockfile |Already up to date|Done in |\s*$)/;

async function install() {
  const { program, args } = await findPnpm();
  say(
    '正在安装程序所用的软件包（首次约 190 MB）…',
    'Installing the packages this program is made of (about 190 MB the first time)…',
  );
  const { code, said } = await runAndHear(
    program,
    [...args, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    { cwd: root, aloud: true, hushed: ofNoUse, env: withNodeInPath(process.execPath) },
  );
  if (code !== 0) giveUp(...sentenceFor(said));
}

/** Returns when this process runs under the right Node with all packages in place; otherwise does not return. */
export async function tools() {
  if (!isNewEnough(process.versions.node)) await runAgainUnderNewNode();
  await whenChanged({
    stamp: join(root, 'node_modules', '.yishiting-installed'),
    fingerprint: fingerprint(manifests(), `${process.platform} ${process.arch}`),
    work: install,
  });
}

/** How to run a program of a package's own: node and its script. @param {string} script from the root */
export const packaged = (script) => join(root, ...script.split('/'));
