/** The languages of record and interface. A meeting's record has one of them, chosen at calling. */
import { z } from 'zod';

export const languages = ['zh-CN', 'en'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;
