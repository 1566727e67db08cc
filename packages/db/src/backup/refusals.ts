/** What can keep a backup from being made or restored: a code, its facts, one plain sentence in both languages. */
import { DatabaseRefusal } from '../embedded-errors.ts';

/** The place for the backup has no room left; nothing half is left there. */
export class BackupDiskFull extends DatabaseRefusal {
  readonly code = 'backup-disk-full';
  constructor(facts: { path: string }) {
    super(
      facts,
      `There is no room left in ${facts.path}, so no backup was made. Free some space or name another folder, then try again; the data themselves are unharmed.`,
      `${facts.path} 的空间不足，备份没有做成。请腾出空间或换一个目录后重试；数据本身不受影响。`,
    );
  }
}

/** What file systems call it, as a keeper would. */
const reasons: Readonly<Record<string, { en: string; zh: string }>> = {
  ENOENT: { en: 'there is no such file or folder', zh: '没有这个文件或目录' },
  EACCES: { en: 'no permission', zh: '没有权限' },
  EPERM: { en: 'no permission', zh: '没有权限' },
  EROFS: { en: 'it can only be read', zh: '只能读取' },
};

export class BackupPlaceClosed extends DatabaseRefusal {
  readonly code = 'backup-place-closed';
  constructor(facts: { path: string; reason: string }) {
    super(
      facts,
      `${facts.path} cannot be written or read (${reasons[facts.reason]?.en ?? facts.reason}). Check the path, name another one, or change its owner.`,
      `无法读写 ${facts.path}（${reasons[facts.reason]?.zh ?? facts.reason}）。请核对路径，换一处，或更改它的所有者。`,
    );
  }
}

/** A database on which no server ever started holds nothing. */
export class NothingToBackUp extends DatabaseRefusal {
  readonly code = 'nothing-to-back-up';
  constructor() {
    super(
      {},
      'This database is still empty: there is nothing to back up. Check DATA_DIR or DATABASE_URL.',
      '这个数据库还是空的，没有可备份的内容。请检查 DATA_DIR 或 DATABASE_URL。',
    );
  }
}

export class NotABackup extends DatabaseRefusal {
  readonly code = 'not-a-backup';
  constructor(facts: { file: string }) {
    super(
      facts,
      `${facts.file} is not a backup of Yishiting. Name a file that ends in .backup.`,
      `${facts.file} 不是议事厅的备份文件。请指定以 .backup 结尾的备份文件。`,
    );
  }
}

/** Cut off, or changed since it was made; `what` names the part. */
export class BackupDamaged extends DatabaseRefusal {
  readonly code = 'backup-damaged';
  constructor(facts: { file: string; what: string }) {
    super(
      facts,
      `The backup ${facts.file} is damaged (${facts.what}), so nothing was restored. Take another copy of it, or the backup before.`,
      `备份文件 ${facts.file} 已损坏（${facts.what}），没有恢复任何内容。请改用它的另一份副本，或更早的备份。`,
    );
  }
}

/** Made by a program newer than this one. */
export class BackupIsNewer extends DatabaseRefusal {
  readonly code = 'backup-is-newer';
  constructor(facts: { file: string; program: string }) {
    super(
      facts,
      `The backup ${facts.file} was made by a newer Yishiting (${facts.program}). Update this program first, then restore.`,
      `备份文件 ${facts.file} 由较新版本的议事厅（${facts.program}）做成。请先更新本程序，再恢复。`,
    );
  }
}

/** What is there would be mixed with what is restored. */
export class TargetNotEmpty extends DatabaseRefusal {
  readonly code = 'target-not-empty';
  constructor(facts: { where: string; found: string }) {
    super(
      facts,
      `${facts.where} already holds data (${facts.found}), and nothing is ever overwritten. Restore into an empty folder with --into FOLDER or into an empty database; to use this place, move what is there away first.`,
      `${facts.where} 中已有数据（${facts.found}），恢复时绝不覆盖。请用 --into 目录 恢复到空目录，或恢复到空数据库；如要使用此处，请先把原有内容移走。`,
    );
  }
}

export class RestoreDiskFull extends DatabaseRefusal {
  readonly code = 'restore-disk-full';
  constructor(facts: { where: string }) {
    super(
      facts,
      `There is no room left in ${facts.where}, so nothing was restored. Free some space and try again.`,
      `${facts.where} 的空间不足，没有恢复任何内容。请腾出空间后重试。`,
    );
  }
}

/** The list beside the backups cannot be read, so nobody knows what must be erased again. */
export class ErasureListDamaged extends DatabaseRefusal {
  readonly code = 'erasure-list-damaged';
  constructor(facts: { file: string }) {
    super(
      facts,
      `The list of erasures ${facts.file} cannot be read. Put a whole copy of it in its place (every folder of backups has one), so that what was erased is erased again.`,
      `删除清单 ${facts.file} 无法读取。请用完好的副本替换（每个备份目录中都有一份），以便把已删除的个人信息再次删除。`,
    );
  }
}

/** The user of DATABASE_URL may not make tables there. */
export class TargetClosed extends DatabaseRefusal {
  readonly code = 'target-closed';
  constructor(facts: { where: string; reason: string }) {
    super(
      facts,
      `${facts.where} does not let this user restore (${facts.reason}), so nothing was restored. Make the user of DATABASE_URL the owner of that database.`,
      `${facts.where} 不允许当前用户恢复数据（${facts.reason}），没有恢复任何内容。请把 DATABASE_URL 中的用户设为该数据库的所有者。`,
    );
  }
}

/** A system error met while a file was written or read in `path`, as the refusal it means; anything else as it is. */
export function backupRefusalFrom(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new BackupDiskFull({ path });
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|EIO)$/.test(code)) {
    return new BackupPlaceClosed({ path, reason: code });
  }
  return error;
}
