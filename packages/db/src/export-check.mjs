// Checks this folder with nothing but Node: node check.mjs
// 只需 Node 即可核验本文件夹：node check.mjs
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** RFC 8785 for text, whole numbers, lists and objects. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
};
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

const record = JSON.parse(read('record.json'));
const hashes = [sha256(canonical({ meeting: record.meeting, record: 'yishiting-record-1' }))];
const wrong = [];
/** A block of the minutes as minutes.txt has it. */
const plain = ({ kind, number, text }) => {
  const said = kind === 'fact' ? text : text.map((run) => run.text).join('');
  return kind === 'point' ? `${number === null ? '•' : `${number}.`} ${said}` : said;
};
let minutes = null;
/** Files that the events name, each with its salted hash. */
const files = new Map();
for (const line of read('events.jsonl').split('\n').slice(0, -1)) {
  const { hash, ...event } = JSON.parse(line);
  const expected = sha256(canonical({ ...event, previous: hashes.at(-1) }));
  if (event.version !== hashes.length || event.meeting !== record.meeting || hash !== expected) {
    wrong.push(`event 事件 ${event.version} (line 行 ${hashes.length})`);
  }
  if (event.type === 'minutes-frozen') {
    minutes = event.data.text.sections.flatMap(({ blocks }) => blocks.map(plain)).join('\n');
    if (sha256(canonical(event.data.text)) !== event.data.hash) wrong.push('minutes 会议记录: hash 校验值');
  }
  if (event.type === 'agreement-frozen') {
    const file = `agreement-${event.data.version}.json`;
    if (!existsSync(new URL(file, import.meta.url)) || sha256(read(file)) !== event.data.hash)
      wrong.push(`file 文件 ${file}`);
  }
  const added = {
    'meeting-called': event.data.files ?? [],
    'attachment-added': [event.data],
    'photo-taken': [event.data],
    'proof-added': [event.data],
  };
  for (const { file, digest } of added[event.type] ?? []) files.set(file, digest);
  if (event.type === 'file-erased') files.delete(event.data.file);
  hashes.push(hash);
}
const written = existsSync(new URL('minutes.txt', import.meta.url)) ? read('minutes.txt').split('\n') : null;
const own = written?.filter((line) => line.startsWith('\u3000\u3000')).map((line) => line.slice(2));
if ((own?.join('\n') ?? null) !== minutes) wrong.push('minutes.txt 会议记录');
if (hashes.length - 1 !== record.head || (record.head > 0 && hashes.at(-1) !== record.headHash)) {
  wrong.push(`head 末尾: ${hashes.length - 1} / ${record.head}`);
}
const listed = existsSync(new URL('files.json', import.meta.url)) ? JSON.parse(read('files.json')) : [];
for (const { file, path, salt } of listed) {
  const there = existsSync(new URL(path, import.meta.url));
  const bytes = there && sha256(readFileSync(new URL(path, import.meta.url)));
  if (!there || sha256(canonical({ salt, sha256: bytes })) !== files.get(file)) wrong.push(`file 文件 ${path}`);
  files.delete(file);
}
for (const file of files.keys()) wrong.push(`file 文件 ${file}`);
const keys = new Set();
let sealed = 0;
for (const { key, signature, ...said } of JSON.parse(read('seals.json'))) {
  keys.add(key);
  const der = Buffer.from(`302a300506032b6570032100${key}`, 'hex');
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signed = verify(null, Buffer.from(canonical(said)), publicKey, Buffer.from(signature, 'hex'));
  if (!signed || hashes[said.version] !== said.head) wrong.push(`seal 记录印 ${said.version}`);
  else sealed = Math.max(sealed, said.version);
}
console.log(`events 事件: ${hashes.length - 1}\nkeys 公钥: ${[...keys].join(' ') || '-'}`);
if (sealed < record.head) console.log(`not sealed 尚无记录印: ${sealed + 1}–${record.head}`);
console.log(wrong.length === 0 ? 'OK 核验通过' : `WRONG 核验不通过：\n${wrong.join('\n')}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
