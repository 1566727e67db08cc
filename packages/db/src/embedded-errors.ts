/** What can keep a database from opening. Each has a code, its facts, and one plain sentence in both languages. */
export type Facts = Readonly<Record<string, string | number>>;

export abstract class DatabaseRefusal extends Error {
  abstract readonly code: string;
  readonly facts: Facts;
  readonly zh: string;

  /** @param en the sentence in English (also the message) @param zh the same in Chinese */
  constructor(facts: Facts, en: string, zh: string) {
    super(en);
    this.name = new.target.name;
    this.facts = facts;
    this.zh = zh;
  }
}

/** Another process holds the lock of this data folder. */
export class AlreadyRunning extends DatabaseRefusal {
  readonly code = 'already-running';
  constructor(facts: { dataDir: string }) {
    super(
      facts,
      `Another Yishiting is already running on the data in ${facts.dataDir}. Stop it first, or use the one that runs.`,
      `数据目录 ${facts.dataDir} 正由另一个议事厅程序使用。请先停止它，或直接使用正在运行的那一个。`,
    );
  }
}

export class DiskFull extends DatabaseRefusal {
  readonly code = 'disk-full';
  constructor(facts: { path: string }) {
    super(
      facts,
      `The disk that holds ${facts.path} is full. Free some space and start again; nothing acknowledged is lost.`,
      `${facts.path} 所在的磁盘已满。请腾出空间后重新启动；已确认的内容不会丢失。`,
    );
  }
}

export class NotPermitted extends DatabaseRefusal {
  readonly code = 'not-permitted';
  constructor(facts: { path: string; user: string }) {
    super(
      facts,
      `The user ${facts.user} may not read or write ${facts.path}. Change the owner of the folder or choose another with DATA_DIR.`,
      `用户 ${facts.user} 无权读写 ${facts.path}。请更改该目录的所有者，或用 DATA_DIR 指定其他目录。`,
    );
  }
}

export class PortInUse extends DatabaseRefusal {
  readonly code = 'port-in-use';
  constructor(facts: { port: number }) {
    super(
      facts,
      `Port ${facts.port}, which the database needs on this machine, is taken by another program. Start again.`,
      `数据库所需的本机端口 ${facts.port} 已被其他程序占用。请重新启动。`,
    );
  }
}

/** A setting is off without which an acknowledged commit can be lost in a power cut. */
export class UnsafeSettings extends DatabaseRefusal {
  readonly code = 'unsafe-settings';
  constructor(facts: { settings: string; path: string }) {
    super(
      facts,
      `The database in ${facts.path} runs with ${facts.settings} switched off, so a power cut could lose the record. Switch it on again (ALTER SYSTEM RESET …) and start again.`,
      `${facts.path} 中的数据库关闭了 ${facts.settings}，断电时可能丢失记录。请重新打开（ALTER SYSTEM RESET …）后再启动。`,
    );
  }
}

/** The data were written by another major version of Postgres. */
export class WrongMajor extends DatabaseRefusal {
  readonly code = 'wrong-major';
  constructor(facts: { path: string; found: string; needed: string }) {
    super(
      facts,
      `The data in ${facts.path} were written by Postgres ${facts.found}, this program brings ${facts.needed}. Restore the last backup into an empty folder with: npm run restore`,
      `${facts.path} 中的数据由 Postgres ${facts.found} 写成，本程序自带 ${facts.needed}。请用 npm run restore 将最近的备份恢复到空目录。`,
    );
  }
}

/** The data folder says that its cluster lies elsewhere, and there it is not. */
export class ClusterMissing extends DatabaseRefusal {
  readonly code = 'cluster-missing';
  constructor(facts: { path: string; recordedIn: string }) {
    super(
      facts,
      `The database of this folder should lie in ${facts.path} (so says ${facts.recordedIn}), but is not there. Bring it back, or restore a backup into an empty folder.`,
      `本目录的数据库应位于 ${facts.path}（见 ${facts.recordedIn}），但那里没有。请将其放回原处，或把备份恢复到空目录。`,
    );
  }
}

/** Root may not run Postgres, and this machine has no other user for it. */
export class NoUserForPostgres extends DatabaseRefusal {
  readonly code = 'no-user-for-postgres';
  constructor() {
    super(
      {},
      'Postgres does not run as root and this machine has no user for it. Start as an ordinary user, or create one with: useradd --system postgres',
      'Postgres 不能以 root 身份运行，本机也没有可用的用户。请以普通用户启动，或先执行：useradd --system postgres',
    );
  }
}

/** There are no Postgres binaries for this kind of machine. */
export class NoBinaries extends DatabaseRefusal {
  readonly code = 'no-binaries';
  constructor(facts: { platform: string }) {
    super(
      facts,
      `There is no built-in database for ${facts.platform}. Set DATABASE_URL to a Postgres of your own.`,
      `没有适用于 ${facts.platform} 的内置数据库。请用 DATABASE_URL 指定自己的 Postgres。`,
    );
  }
}

export class StartFailed extends DatabaseRefusal {
  readonly code = 'start-failed';
  constructor(facts: { log: string; lastLines: string }) {
    super(
      facts,
      `The built-in database did not start; its own words are in ${facts.log}: ${facts.lastLines}`,
      `内置数据库未能启动，原因见 ${facts.log}：${facts.lastLines}`,
    );
  }
}

/** The Postgres of DATABASE_URL does not let us in. */
export class Unreachable extends DatabaseRefusal {
  readonly code = 'unreachable';
  constructor(facts: { where: string; reason: string }) {
    super(
      facts,
      `The database at ${facts.where} cannot be reached: ${facts.reason}. Check DATABASE_URL and whether that server runs.`,
      `无法连接数据库 ${facts.where}：${facts.reason}。请检查 DATABASE_URL 以及该服务器是否在运行。`,
    );
  }
}

/** A database that cannot hold Chinese text. */
export class WrongEncoding extends DatabaseRefusal {
  readonly code = 'wrong-encoding';
  constructor(facts: { where: string; encoding: string }) {
    super(
      facts,
      `The database at ${facts.where} is encoded in ${facts.encoding}; it must be UTF8. Create it with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`,
      `数据库 ${facts.where} 的编码是 ${facts.encoding}，必须是 UTF8。请这样创建：CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
}

/**
 * Which refusal the words of Postgres or of the system mean.
 * @param said what initdb or the server wrote (LC_ALL=C, so English) @param place where it happened
 */
export function refusalFrom(said: string, place: { path: string; log: string; port: number; user: string }) {
  if (/No space left on device|disk full|ENOSPC/i.test(said)) return new DiskFull({ path: place.path });
  if (/Address already in use|could not bind/i.test(said)) return new PortInUse({ port: place.port });
  if (/Permission denied|EACCES|EPERM|wrong ownership/i.test(said))
    return new NotPermitted({ path: place.path, user: place.user });
  const lastLines = said.trim().split('\n').slice(-3).join(' ').slice(-600);
  return new StartFailed({ log: place.log, lastLines });
}
