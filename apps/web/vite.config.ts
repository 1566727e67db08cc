import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { pdfResources } from './pdf-resources.ts';

/** The browsers of 2020: WeChat's own on a phone of 2019, and Safari on an iPad that was never updated. */
const oldest = ['chrome87', 'safari14'];

/**
 * Svelte writes `:where(.svelte-…)` into scoped rules. Chrome 87 knows no `:where` and would drop every such rule; the
 * class alone means the same, with a little more weight.
 */
const plainScopes: Plugin = {
  name: 'plain-scopes',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
      file.source = String(file.source).replace(/:where\((\.svelte-[\w-]+)\)/g, '$1');
    }
  },
};

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  plugins: [
    plainScopes,
    pdfResources(),
    sveltekit({
      adapter: adapter({ precompress: true }),
      // The server answers requests of other origins itself; Kit has no forms or endpoints to guard.
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          // Safari 14 does not count ws: as 'self'; the server is opened under several host names.
          'connect-src': ['self', 'ws:', 'wss:'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  // Safari 14 knows no workers that are modules.
  worker: { format: 'iife' },
  build: { target: oldest, cssTarget: oldest, manifest: true },
  server: {
    proxy: {
      '^/(api|healthz)(/|$)': server,
      '^/c/[^/]+/api/': server,
      '/socket.io/': { target: server, ws: true },
      '^/c/[^/]+/minutes/': { target: server, ws: true },
    },
  },
});
