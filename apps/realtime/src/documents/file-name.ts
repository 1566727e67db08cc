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

/** The header that hands a file over: its name in UTF-8, and a plain one for browsers that read no other. */
export function attachment(name: string, plain: string): string {
  const coded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

/** The header for a paper of ours, whose name is made of what people typed. */
export const fileHeader = (name: string, ending: string): string =>
  attachment(`${safeName(name)}.${ending}`, `document.${ending}`);
