import type { FileView } from '@yishiting/domain/view';

/** Whether a page of ours can show it; everything else is saved and opened with another program. */
export const isReadable = ({ media }: Pick<FileView, 'media'>): boolean =>
  media === 'application/pdf' || media.startsWith('image/');
