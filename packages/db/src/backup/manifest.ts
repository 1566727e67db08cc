/** What a backup says of itself, in its part manifest.json. A reader of one format version reads every older one. */
import { z } from 'zod';

export const backupFormat = 'yishiting-backup';
/** Raised whenever an older program could no longer read what a newer one writes. */
export const formatVersion = 1;

export const manifestPath = 'manifest.json';
/** Holds the SHA-256 of the manifest as `sha256sum` writes it; the manifest holds those of all other parts. */
export const manifestHashPath = 'manifest.json.sha256';
export const readmePath = 'README.txt';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** A relative path that cannot lead out of the folder it is unpacked into, on any system. */
const path = z
  .string()
  .refine((text) => text.split('/').every((one) => /^[^\\/:\u0000-\u001f]+$/.test(one) && !/^\.{1,2}$/.test(one)));

export const manifestSchema = z.object({
  format: z.literal(backupFormat),
  formatVersion: z.int().positive(),
  /** Which backup this is. */
  id: uuid,
  installation: uuid,
  /** Unix ms. */
  madeAt: z.int(),
  /** The version of the program that made it. */
  program: z.string(),
  /** The migrations its database had had, oldest first; the last one is its schema version. */
  migrations: z.array(z.string()).min(1),
  /** Each after those it refers to: the order in which rows can be copied in. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count, path })),
  /** All parts but the manifest and its hash. */
  parts: z.array(z.object({ path, bytes: count, sha256: hash })),
  /** Where the record of each meeting stood. */
  heads: z.array(z.object({ community: uuid, meeting: uuid, version: z.int().positive(), hash })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What every format version says in the same place, so that a newer one is named as such. */
export const anyManifest = z.object({ format: z.literal(backupFormat), formatVersion: z.int(), program: z.string() });

/** For whoever finds the file without the program. */
export const readmeText = `议事厅备份 / A backup of Yishiting

恢复：npm run restore -- 本文件 --into 空目录
Restore it with: npm run restore -- THIS FILE --into AN EMPTY FOLDER

本文件含个人信息和记录印密钥，请妥善保管。
It holds personal data and the keys of the record seals: keep it under lock.

tables/  PostgreSQL COPY text, UTF-8; the columns stand in manifest.json
files/   uploaded files
keys/    the keys of the record seals
manifest.json  what there is, with the SHA-256 of each part
`;
