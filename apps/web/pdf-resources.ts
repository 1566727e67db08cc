import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What pdf.js fetches while it reads: tables for Chinese without embedded fonts, Latin standard fonts, colours, decoders of scans. */
const parts = ['cmaps', 'standard_fonts', 'iccs', 'wasm'] as const;

/** Serves these from our own origin, under the version of the package: `/_app/immutable/pdf/<version>/cmaps/…`. */
export function pdfResources(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const at = `_app/immutable/pdf/${version}`;
  return {
    name: 'pdf-resources',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle() {
      for (const part of parts)
        for (const file of readdirSync(join(folder, part))) {
          // Runs the scripts of documents, which we never do.
          if (file.startsWith('quickjs')) continue;
          this.emitFile({
            type: 'asset',
            fileName: `${at}/${part}/${file}`,
            source: readFileSync(join(folder, part, file)),
          });
        }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${at}`, ({ url = '' }, response, next) => {
        const [, part = '', file = ''] = /^\/(\w+)\/([\w.-]+)$/.exec(url) ?? [];
        if (!parts.some((one) => one === part) || !readdirSync(join(folder, part)).includes(file)) return next();
        response.end(readFileSync(join(folder, part, file)));
      });
    },
  };
}
