/** How a browser is told under what name to save a file (RFC 6266, RFC 8187). */

/** Characters that some system does not take in a file's name, or that would end a header or a path. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*;%]/gu;
/** Bytes of the name; most file systems take 255 with what a browser adds. */
const longest = 160;

/** A name without a path, control characters or leading dots; cut between characters where it is too long. */
export function safeName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  let kept = '';
  for (const character of cleaned) {
    if (Buffer.byteLength(kept + character) > longest) break;
    kept += character;
  }
  return kept || 'document';
}

/** The header that hands a file over under this name, with a plain one for browsers that read no other. */
export function fileHeader(name: string, ending: string): string {
  const encoded = encodeURIComponent(`${safeName(name)}.${ending}`).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="document.${ending}"; filename*=UTF-8''${encoded}`;
}
