import { inTime, PaperTrouble, patience, type Paper } from './paper.ts';
import { scaleFor, type Size } from './placing.ts';

/** Opens a file of ours to be looked at. Rejects with a PaperTrouble. */
export async function openPaper(url: string, media: string): Promise<Paper> {
  const blob = await fetched(url);
  if (media !== 'application/pdf') return openPicture(blob);
  // Only whoever opens one loads what reads it.
  const { openPdf } = await import('./pdf.ts');
  return openPdf(await blob.arrayBuffer());
}

async function fetched(url: string): Promise<Blob> {
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => null);
  if (!response || response.status >= 500) throw new PaperTrouble('away');
  if (!response.ok) throw new PaperTrouble('gone');
  return response.blob().catch(() => {
    throw new PaperTrouble('away');
  });
}

async function openPicture(blob: Blob): Promise<Paper> {
  const address = URL.createObjectURL(blob);
  const picture = new Image();
  picture.src = address;
  const close = () => URL.revokeObjectURL(address);
  try {
    await inTime(picture.decode(), patience.open);
  } catch (error) {
    close();
    throw error instanceof PaperTrouble ? error : new PaperTrouble('broken');
  }
  const size = { width: picture.naturalWidth, height: picture.naturalHeight };
  return {
    pages: 1,
    sizeOf: () => Promise.resolve(size),
    // Drawn once, so that it stays when the bytes are let go.
    draw: (_, width) => Promise.resolve(copyOf(picture, size, width)),
    textOf: () => Promise.resolve(''),
    close,
  };
}

function copyOf(picture: HTMLImageElement, size: Size, width: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, scaleFor(size, width));
  canvas.width = Math.max(1, Math.round(size.width * scale));
  canvas.height = Math.max(1, Math.round(size.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
