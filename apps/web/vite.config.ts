import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The browsers of 2020: WeChat's own on a phone of 2019, and Safari on an iPad that was never updated. */
const oldest = ['chrome87', 'safari14'];

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  plugins: [
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
