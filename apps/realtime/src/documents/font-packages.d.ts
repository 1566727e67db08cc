declare module 'fontverter' {
  const fontverter: {
    /** Turns a font of whatever wrapping into the one named. */
    convert(font: Uint8Array, target: 'truetype' | 'sfnt' | 'woff' | 'woff2'): Promise<Uint8Array>;
  };
  export default fontverter;
}
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string | undefined,
    options: {
      targetFormat: 'truetype' | 'sfnt' | 'woff' | 'woff2';
      keepAllGlyphs?: boolean;
      noHinting?: boolean;
      variationAxes?: Record<string, number>;
      dropTables?: string[];
    },
  ): Promise<Buffer>;
}
