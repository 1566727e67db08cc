/** The page in an exported folder that says, in both languages, what lies there and how to check it without us. */

export type Exported = {
  readonly meeting: string;
  readonly matter: string;
  readonly events: number;
  readonly seals: number;
  /** Public keys of the seals, 64 hex digits each. */
  readonly keys: readonly string[];
};

export function exportReadme({ meeting, matter, events, seals, keys }: Exported): string {
  const title = matter.replace(/[\n\r<>]/g, ' ');
  const listed = keys.map((key) => `    ${key}`).join('\n') || '    —';
  return `# ${title}

会议编号 / meeting: \`${meeting}\`
事件 / events: ${events} · 记录印 / record seals: ${seals}
记录印公钥 / public keys of the seals:

${listed}

## 文件夹内容

- \`events.jsonl\`：会议记录，一行一个事件，按发生顺序排列，只增不改。\`at\` 为 1970 年 1 月 1 日（UTC）起的毫秒数。
- \`record.json\`：会议编号、事项、最后一个事件的序号（\`head\`）及其哈希值（\`headHash\`）。
- \`seals.json\`：记录印，即在某一时刻对截至某一事件的全部记录所作的 Ed25519 签名。
- \`key-….pem\`：记录印公钥。
- \`minutes.txt\`：定稿的会议记录，供阅读；会议记录尚未定稿的，没有这个文件。以两个全角空格开头的是正文，核验程序将其与记录中的定稿（\`minutes-frozen\`）逐行对照；标题、事项等其余各行仅为便于阅读，不在对照之列。
- \`files/\`、\`files.json\`：附件和现场照片，以及每个文件的原名、\`sha256\` 和 \`salt\`；没有文件的，没有这两项。事件以“加盐哈希值”（\`digest\`）指称文件：\`digest\` 是规范文本 \`{"salt":…,"sha256":…}\` 的 SHA-256。已经删除的文件（\`file-erased\`）不在其中，记录照样可以核验。
- \`agreement-….json\`：定稿的调解协议，每一版一个文件，写成规范文本；文件的 SHA-256 就是事件 \`agreement-frozen\` 所记的 \`hash\`。没有订立协议的，没有这一项。
- \`check.mjs\`：核验程序，不足九十行，可先阅读再运行。

## 如何核验

安装 Node 后，在本文件夹中运行 \`node check.mjs\`。显示“核验通过”，表明事件齐全、顺序未变、内容未改，且与文件夹中的记录印一致，会议记录正文与定稿一致。记录印只证明盖印以前的事件；其后还有事件的，程序会指出。

请将上面的公钥及记录印与另行保存的一份（打印的记录印、社区公布的记录印清单、其他机器上的备份）对照：只有另行保存的记录印，才能证明记录没有被整体改写。

也可自行核验，方法如下：

1. 首个事件之前的哈希值，是文本 \`{"meeting":"会议编号","record":"yishiting-record-1"}\`（UTF-8 编码）的 SHA-256。
2. 逐行处理：去掉 \`hash\`，加上 \`previous\`（前一个事件的哈希值），按 RFC 8785 写成规范文本，其 SHA-256 应等于该行的 \`hash\`。序号从 1 开始，逐一递增。
3. 每个记录印：去掉 \`key\` 和 \`signature\`，按 RFC 8785 写成规范文本，用公钥验证签名；\`head\` 应等于序号为 \`version\` 的事件的 \`hash\`。

## What lies here

- \`events.jsonl\`: the record of the meeting, one event a line in the order in which they happened; only ever added to. \`at\` is in milliseconds since 1 January 1970 (UTC).
- \`record.json\`: the meeting's id, its matter, the number of its last event (\`head\`) and that event's hash (\`headHash\`).
- \`seals.json\`: record seals, Ed25519 signatures over the whole record up to an event, made at a moment.
- \`key-….pem\`: the public keys of the seals.
- \`minutes.txt\`: the minutes as confirmed, to be read; missing while they are not final. Lines that begin with two full-width spaces are their text, which the program holds against the final text in the record (\`minutes-frozen\`); the other lines (title, matter and so on) are only there for reading and are not checked.
- \`files/\`, \`files.json\`: attachments and photos, with the name each was given, its \`sha256\` and a \`salt\`; missing where there are none. Events name a file by its salted hash: \`digest\` is the SHA-256 of the canonical text \`{"salt":…,"sha256":…}\`. A file that was erased (\`file-erased\`) is not here, and the record can be checked all the same.
- \`agreement-….json\`: each frozen version of a mediation agreement in its canonical form; the SHA-256 of the file is the \`hash\` that the event \`agreement-frozen\` names. Missing where none was made.
- \`check.mjs\`: a program that checks all this, under ninety lines, to be read before it is run.

## How to check it

With Node installed, run \`node check.mjs\` in this folder. "OK" means that no event is missing, moved or changed, that the record agrees with the seals in this folder, and the text of the minutes with the final one. A seal vouches only for the events up to it; the program says when there are later ones.

Then compare the keys above and the seals with a copy that was kept elsewhere (a printed list of seals, the list of seals the community publishes, another machine's backup). Only a seal kept elsewhere shows that the record was not rewritten as a whole.

By hand:

1. The hash before the first event is the SHA-256 of the text \`{"meeting":"<id>","record":"yishiting-record-1"}\` in UTF-8.
2. For each line, take away \`hash\`, add \`previous\` (the hash of the event before), write it as RFC 8785 says: its SHA-256 is the line's \`hash\`. The versions are 1, 2, 3 and so on.
3. For each seal, take away \`key\` and \`signature\`, write the rest as RFC 8785 says, and verify the signature with the key; \`head\` is the \`hash\` of the event numbered \`version\`.
`;
}
