import { accessSync, constants, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runAndHear } from './run.mjs';
import { giveUp, say } from './say.mjs';

/**
 * What browser tests need from the machine: Chromium, a Chinese face, pdfinfo. Each is named by an environment variable,
 * or found on the system, or installed where we may, or asked for with the command to type. None is skipped over.
 */

const windows = process.platform === 'win32';
const PROGRAM_FILES = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

/** @param {string[]} names @returns {string | undefined} the first of these programs in PATH */
function inPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, windows ? `${name}.exe` : name)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A path given by an environment variable: believed when it exists, never quietly replaced. @param {string} name */
function given(name) {
  const path = process.env[name];
  if (!path) return undefined;
  if (!existsSync(path)) giveUp(`${name} 指向的 ${path} 不存在。`, `${name} names ${path}, which does not exist.`);
  return path;
}

/** @returns {string | undefined} the browser for the tests: YISHITING_CHROMIUM, else Chromium, Chrome or Edge of the system */
export function findChromium() {
  const places = windows
    ? PROGRAM_FILES.flatMap((folder) =>
        folder
          ? ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((name) =>
              join(folder, name),
            )
          : [],
      )
    : [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ];
  return (
    given('YISHITING_CHROMIUM') ??
    inPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']) ??
    places.find((file) => existsSync(file))
  );
}

/** Whether Chinese will be drawn in a face that has it. */
async function hasChineseFace() {
  if (given('YISHITING_CJK_FONT')) return true;
  if (windows) return existsSync(join(process.env.WINDIR ?? 'C:\\Windows', 'Fonts', 'msyh.ttc'));
  if (process.platform === 'darwin') return true;
  const { code, said } = await runAndHear('fc-list', [':lang=zh', 'family']);
  return code === 0 && said.trim() !== '';
}

/** The pdfinfo of poppler-utils: YISHITING_POPPLER names the folder that holds it, else it is in PATH. */
function findPdfinfo() {
  const folder = given('YISHITING_POPPLER');
  return folder ? join(folder, windows ? 'pdfinfo.exe' : 'pdfinfo') : inPath(['pdfinfo']);
}

const PACKAGES = /** @type {const} */ ({ chromium: 'chromium', face: 'fonts-noto-cjk', pdfinfo: 'poppler-utils' });
const BY_HAND = {
  linux: (/** @type {string} */ packages) => `apt-get install ${packages}`,
  darwin: () => 'brew install --cask chromium && brew install poppler',
  win32: () => 'winget install Google.Chrome oschwartz10612.Poppler',
};

/** @returns {Promise<(keyof typeof PACKAGES)[]>} what is not there */
async function missing() {
  const found = { chromium: findChromium(), face: await hasChineseFace(), pdfinfo: findPdfinfo() };
  return /** @type {(keyof typeof PACKAGES)[]} */ (Object.keys(PACKAGES)).filter((need) => !found[need]);
}

/** @param {string[]} packages */
async function installWithApt(packages) {
  say(
    `正在用 apt-get 安装浏览器测试所需的 ${packages.join('、')}（约 200 MB）…`,
    `Installing what browser tests need with apt-get: ${packages.join(', ')} (about 200 MB)…`,
  );
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await runAndHear('apt-get', ['update'], options);
  const { code, said } = await runAndHear(
    'apt-get',
    ['install', '-y', '--no-install-recommends', ...packages],
    options,
  );
  if (code !== 0) console.error(said.trim().split('\n').slice(-5).join('\n'));
}

/** Makes a face that is only a file known to the browser: a fontconfig of its own that takes in the system's. */
function withFace(/** @type {string | undefined} */ file) {
  if (!file || process.platform !== 'linux') return {};
  const config = join(mkdtempSync(join(tmpdir(), 'yishiting-face-')), 'fonts.conf');
  const include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  writeFileSync(config, `<?xml version="1.0"?><fontconfig>${include}<dir>${dirname(file)}</dir></fontconfig>\n`);
  return { FONTCONFIG_FILE: config };
}

/**
 * Makes sure of poppler alone, with which papers are read back.
 * @returns {Promise<Record<string, string>>} environment for the tests: its programs in PATH
 */
export async function paperTestNeeds() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!findPdfinfo() && mayInstall) await installWithApt([PACKAGES.pdfinfo]);
  const pdfinfo = findPdfinfo();
  if (!pdfinfo) {
    const command = (BY_HAND[/** @type {keyof typeof BY_HAND} */ (process.platform)] ?? BY_HAND.linux)(
      PACKAGES.pdfinfo,
    );
    giveUp(
      `测试缺少 ${PACKAGES.pdfinfo}。请执行：${command}`,
      `Tests of papers need ${PACKAGES.pdfinfo}. Type: ${command} (or set YISHITING_POPPLER)`,
    );
  }
  return { PATH: `${dirname(pdfinfo ?? '')}${delimiter}${process.env.PATH ?? ''}` };
}

/**
 * Makes sure of all three.
 * @returns {Promise<Record<string, string>>} environment for the tests: the browser, the face, pdfinfo in PATH
 */
export async function browserTestNeeds() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const lacking = await missing();
  if (lacking.length > 0 && mayInstall) await installWithApt(lacking.map((need) => PACKAGES[need]));
  const still = lacking.length > 0 ? await missing() : [];
  if (still.length > 0) {
    const packages = still.map((need) => PACKAGES[need]).join(' ');
    const command = (BY_HAND[/** @type {keyof typeof BY_HAND} */ (process.platform)] ?? BY_HAND.linux)(packages);
    giveUp(
      `浏览器测试缺少：${packages}。请执行：${command}`,
      `Browser tests need ${packages}. Type: ${command} (or set YISHITING_CHROMIUM, YISHITING_CJK_FONT, YISHITING_POPPLER)`,
    );
  }
  const pdfinfo = findPdfinfo() ?? '';
  return {
    ...withFace(process.env.YISHITING_CJK_FONT),
    YISHITING_CHROMIUM: findChromium() ?? '',
    PATH: `${dirname(pdfinfo)}${delimiter}${process.env.PATH ?? ''}`,
  };
}
