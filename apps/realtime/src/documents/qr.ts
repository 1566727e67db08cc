/** A QR code as data that a template draws: vectors, sharp at any size. */
import type { QrCode } from '@yishiting/domain/papers/entry-cards-paper';
import { create } from 'qrcode';

/** The code of a text, corrected at level M: readable with a seventh of it soiled. Runs of dark modules are one rectangle. */
export function qrOf(text: string): QrCode {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0, run = 0; x <= size; x += 1) {
      if (x < size && modules.get(y, x)) run += 1;
      else if (run > 0) {
        path += `M${x - run} ${y}h${run}v1h-${run}z`;
        run = 0;
      }
    }
  }
  return { size, path };
}

/** The codes of many texts, in their order. Each takes milliseconds: between two of them the rooms are heard. */
export async function qrsOf(texts: readonly string[], draw = qrOf): Promise<QrCode[]> {
  const codes: QrCode[] = [];
  for (const text of texts) {
    codes.push(draw(text));
    await new Promise(setImmediate);
  }
  return codes;
}
