import type { DomainWords, FileRefusals } from './shape.ts';

export const fileKindsEn: DomainWords['fileKinds'] = {
  attachment: 'Attachment',
  'answer-material': 'Material for the answer',
  photo: 'Photo',
  'notice-proof': 'Proof of posting',
  'duty-proof': 'Proof of what was done afterwards',
  'signed-paper': 'Scan of the agreement as signed and sealed',
};

export const mediaTypesEn: DomainWords['mediaTypes'] = {
  'application/pdf': 'PDF',
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/webp': 'picture',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint slides',
  'application/vnd.oasis.opendocument.text': 'ODT document',
};

/** What is said about attachments and photos. */
export const fileRefusalsEn: FileRefusals = {
  'no-such-file': () => ({
    says: 'There is no such file, or it was removed.',
    do: 'Reload the page to see the files there are.',
  }),
  'file-type': () => ({
    says: 'This file cannot be uploaded: its content is of a kind that is not taken, or it is damaged.',
    do: 'Upload a PDF, a picture (JPG, PNG, WebP), or a Word, Excel, PowerPoint or ODT file without macros; save anything else as PDF first.',
  }),
  'file-empty': () => ({
    says: 'This file is empty and was not uploaded.',
    do: 'Open it to see whether anything is in it, then choose it again.',
  }),
  'file-too-large': (p) => ({
    says: `This file is larger than ${p.megabytes ?? 20} MB and was not uploaded.`,
    do: 'Make its pictures smaller, scan it less finely, or split it into several files.',
  }),
  'files-full': () => ({
    says: 'The files of this meeting have reached their limit (200 MB or 200 files); this one was not uploaded.',
    do: 'Remove files that are not needed, or say in an attachment where the rest can be read.',
  }),
  'upload-cut': () => ({
    says: 'The file did not arrive whole; the connection was cut.',
    do: 'Check the network and upload it again.',
  }),
};
