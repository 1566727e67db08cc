/** What verifying a record found, in words: for each finding what is wrong and where. */
import type { Fork, RecordFinding } from '@yishiting/db/verify-record';
import { say, type Said } from './program.ts';

const events = (from: number, to: number, zh = false): string => {
  if (zh) return from === to ? `第 ${from} 条` : `第 ${from} 至 ${to} 条`;
  return from === to ? `event ${from}` : `events ${from} to ${to}`;
};

/** One finding as a sentence of each language, without the meeting it is about. */
export function wordsOfFinding(finding: RecordFinding): Said {
  switch (finding.code) {
    case 'unreadable':
      return [`第 ${finding.position + 1} 行无法读取`, `line ${finding.position + 1} cannot be read`];
    case 'foreign':
      return [`第 ${finding.version} 条属于另一场会议`, `event ${finding.version} is of another meeting`];
    case 'out-of-order':
      return [`第 ${finding.version} 条的位置不对`, `event ${finding.version} stands in the wrong place`];
    case 'added':
      return [`第 ${finding.version} 条是加进来的`, `event ${finding.version} was put in`];
    case 'missing':
      return [
        `${events(finding.version, finding.upTo, true)}被抽走`,
        `${events(finding.version, finding.upTo)} taken out`,
      ];
    case 'does-not-follow':
      return [
        `第 ${finding.version} 条或它前面的一条被改动`,
        `event ${finding.version}, or the one before it, was changed`,
      ];
    case 'renumbered':
      return [
        `第 ${finding.version} 条原是第 ${finding.was} 条`,
        `event ${finding.version} was written as event ${finding.was}`,
      ];
    case 'cut-off':
      return [
        `末尾缺少${events(finding.version, finding.upTo, true)}`,
        `${events(finding.version, finding.upTo)} missing at the end`,
      ];
    case 'seal-unreadable':
      return ['有一枚记录印无法读取', 'a record seal cannot be read'];
    case 'seal-by-unknown-key':
      return [
        `第 ${finding.version} 条上的记录印出自陌生的密钥 ${finding.key}`,
        `the seal at event ${finding.version} is by an unknown key ${finding.key}`,
      ];
    case 'seal-false':
      return [`第 ${finding.version} 条上的记录印是假的`, `the seal at event ${finding.version} is false`];
    case 'rewritten':
      return [
        `${events(finding.version, finding.upTo, true)}与记录印不符，已被改写`,
        `${events(finding.version, finding.upTo)} rewritten: a seal says otherwise`,
      ];
    case 'in-doubt':
      return [
        `${events(finding.version, finding.upTo, true)}失去了记录印的证明`,
        `${events(finding.version, finding.upTo)} in doubt: the sealed end is gone`,
      ];
    case 'forked':
      return [
        `从第 ${finding.version} 条起分叉：这份记录由备份恢复，与记录印所证明的记录（至第 ${finding.upTo} 条）各自延续`,
        `forked at event ${finding.version}: this record was restored from a backup and went on apart from the sealed one (up to event ${finding.upTo})`,
      ];
    case 'not-canonical':
      return [
        `${finding.version === null ? `第 ${finding.position + 1} 行` : `第 ${finding.version} 条`}的写法与记录时不同`,
        `${finding.version === null ? `line ${finding.position + 1}` : `event ${finding.version}`} is spelled otherwise than it was recorded`,
      ];
    case 'unknown-meeting':
      return [
        `有${events(finding.version, finding.upTo, true)}记录，却没有这场会议`,
        `${events(finding.version, finding.upTo)} there, but no such meeting`,
      ];
    case 'meeting-missing':
      return [
        `整场会议不见了，记录印证明它有 ${finding.upTo} 条记录`,
        `the whole meeting is gone; a seal knows ${finding.upTo} events of it`,
      ];
    case 'file-missing':
      return [`文件 ${finding.file} 缺失或无法读取`, `the file ${finding.file} is missing or cannot be read`];
    case 'file-altered':
      return [
        `文件 ${finding.file} 与记录不符：${finding.version === null ? '没有记录提到它' : `内容不是第 ${finding.version} 条所指的`}`,
        `the file ${finding.file} is not as recorded: ${finding.version === null ? 'no event names it' : `its bytes are not those that event ${finding.version} names`}`,
      ];
  }
}

/** Prints the findings, or that there are none. */
export function sayFindings(findings: readonly RecordFinding[]): void {
  if (findings.length === 0) return say('核验通过：没有发现问题。', 'The record stands: nothing wrong was found.');
  say(`发现 ${findings.length} 处问题：`, `Wrong in ${findings.length} places:`);
  for (const finding of findings) {
    const [zh, en] = wordsOfFinding(finding);
    say(`  会议 ${finding.meeting}：${zh}。`, `  meeting ${finding.meeting}: ${en}.`);
  }
}

const restoredWords: Record<NonNullable<Fork['restored']> | 'neither', Said> = {
  one: ['本记录由备份恢复', 'this one was restored from a backup'],
  other: ['对方的记录由备份恢复', 'the other one was restored from a backup'],
  both: ['双方的记录都由备份恢复', 'both were restored from a backup'],
  neither: ['双方都未注明恢复，其中一份被改写', 'neither says so: one of them was rewritten'],
};

/** Prints where two records of the same meetings part. */
export function sayForks(forks: readonly Fork[]): void {
  if (forks.length === 0) return say('两份记录没有分叉。', 'The two records do not part anywhere.');
  for (const { meeting, version, restored } of forks) {
    const [zh, en] = restoredWords[restored ?? 'neither'];
    say(
      `  会议 ${meeting}：从第 ${version} 条起分叉，${zh}。`,
      `  meeting ${meeting}: forked at event ${version}; ${en}.`,
    );
  }
}
