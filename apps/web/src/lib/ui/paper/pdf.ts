/**
 * PDFs by pdf.js, drawn on a canvas and nothing else: no layer for links, forms or scripts is ever made, so a harmful file
 * is a picture. (It has no `eval` any more that could be switched off, and XFA stays off.) Seals and filled-in fields are
 * part of what is drawn.
 */
import './supplies.ts';
import { getDocument, PDFWorker, PasswordException, version, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { inTime, PaperTrouble, patience, type Paper } from './paper.ts';
import { scaleFor } from './placing.ts';
import ReadingWorker from './pdf-worker.ts?worker';

/** As pdf-resources.ts serves it. */
const resources = `/_app/immutable/pdf/${version}`;
/** Pixels of a picture inside a page; an A3 page scanned at 600 dpi has 70 million. */
const largestPicture = 100_000_000;
/** Characters of a page that are read out. */
const readOut = 20_000;

export async function openPdf(bytes: ArrayBuffer): Promise<Paper> {
  const port = new ReadingWorker();
  const task = getDocument({
    data: new Uint8Array(bytes),
    worker: PDFWorker.create({ port }),
    cMapUrl: `${resources}/cmaps/`,
    standardFontDataUrl: `${resources}/standard_fonts/`,
    iccUrl: `${resources}/iccs/`,
    wasmUrl: `${resources}/wasm/`,
    // By the page, so that its rules of what may be fetched hold; a worker has none of its own.
    useWorkerFetch: false,
    maxImageSize: largestPicture,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => {
    void task.destroy().catch(() => undefined);
    // Whatever it is still at.
    port.terminate();
  };
  const failed = new Promise<never>((_, reject) => port.addEventListener('error', reject));
  try {
    return paperOf(await inTime(Promise.race([task.promise, failed]), patience.open), close);
  } catch (error) {
    close();
    throw said(error);
  }
}

function paperOf(file: PDFDocumentProxy, close: () => void): Paper {
  const sizeOf = async (page: number) => {
    const { width, height } = (await inTime(file.getPage(page), patience.draw)).getViewport({ scale: 1 });
    if (!(width > 0 && height > 0 && Number.isFinite(width * height))) throw new PaperTrouble('broken');
    return { width, height };
  };
  return {
    pages: file.numPages,
    sizeOf: (page) => sizeOf(page).catch(rethrow),
    draw: (page, width) => draw(file, page, width).catch(rethrow),
    textOf: async (page) => {
      const { items } = await inTime((await file.getPage(page)).getTextContent(), patience.draw);
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      return text.slice(0, readOut);
    },
    close,
  };
}

async function draw(file: PDFDocumentProxy, page: number, width: number): Promise<HTMLCanvasElement> {
  const found = await inTime(file.getPage(page), patience.draw);
  const viewport = found.getViewport({ scale: scaleFor(found.getViewport({ scale: 1 }), width) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = found.render({ canvas, viewport });
  try {
    await inTime(task.promise, patience.draw);
  } catch (error) {
    task.cancel();
    throw error;
  }
  found.cleanup();
  return canvas;
}

function said(error: unknown): PaperTrouble {
  if (error instanceof PaperTrouble) return error;
  return new PaperTrouble(error instanceof PasswordException ? 'locked' : 'broken');
}
function rethrow(error: unknown): never {
  throw said(error);
}
