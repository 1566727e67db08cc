/** Requests and answers of the HTTP API about a meeting's files; api.ts says how they are read. */
import { z } from 'zod';
import { erasureGrounds } from './acts/custody.ts';
import { fileKindSchema, type FileKind, type MediaType } from './acts/files.ts';
import { slugSchema } from './procedures/stated.ts';
import { commandId, id, line } from './text.ts';

/**
 * POST meetings/:meeting/files?kind=…&name=…[&title=…][&item=…][&duty=…][&seat=…]&command=…, the bytes as
 * application/octet-stream: by staff of the body, and once it was called from the seat named that leads or keeps the
 * record. `command` is made like a command's id; the same one again is taken once. → FileLine
 */
export const uploadQuery = z.strictObject({
  kind: fileKindSchema,
  /** As the file is called on the disk of whoever sends it. */
  name: z.string().max(2_000),
  title: line(120).optional(),
  item: id.optional(),
  /** Which duty it proves, of a `duty-proof`. */
  duty: slugSchema.optional(),
  seat: id.optional(),
  command: commandId,
});

/** GET meetings/:meeting/files: by staff of the body → FileLine[] in their order */
export interface FileLine {
  file: string;
  kind: FileKind;
  title: string;
  /** Under which it is handed out; null: erased. */
  name: string | null;
  media: MediaType;
  bytes: number;
  at: number;
}
/** GET meetings/:meeting/files/:file: the bytes, to whoever sees the file in their view. */

/** POST meetings/:meeting/files/order: of a draft's files, by staff. POST …/:file/remove: one of a draft. → FileLine[] */
export const fileOrderRequest = z.strictObject({ files: z.array(id).max(200) });

/**
 * POST meetings/:meeting/files/:file/erase: its bytes, for good; by administrators who are staff of the body. The ground goes
 * on record, the reason in words stays in a row, since it may name what was erased. → {file}
 */
export const eraseFileRequest = z.strictObject({ ground: z.enum(erasureGrounds), reason: line(200) });
