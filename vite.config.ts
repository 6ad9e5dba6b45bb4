import vue from '@vitejs/plugin-vue'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { HOSTED_CSP } from './scripts/csp.mjs'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

/** The built page carries its policy itself, because most intranet hosts will not send a header for it. */
function cspMeta(policy: string): Plugin {
  return {
    name: 'caiyong-csp-meta',
    // Vite's development page needs inline scripts and a web socket.
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  }
}

// The hosted build. A single-file build would be a mode of its own: worker.format 'iife', no code splitting, and a
// policy with script hashes in place of HOSTED_CSP.
export default defineConfig({
  // Relative, so that any folder of any static host serves it.
  base: './',
  plugins: [vue(), cspMeta(HOSTED_CSP)],
  define: { __APP_VERSION__: JSON.stringify(version) },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    // Office computers run old kernels; 86 is the oldest one still met.
    target: 'chrome86',
    sourcemap: false,
    // The polyfill fetches, which `connect-src 'none'` forbids; the target knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Sample ledgers have Chinese names, which some zip programs and old hosts garble.
        chunkFileNames: ({ name }) => (/^[\w.-]+$/.test(name) ? 'assets/[name]-[hash].js' : 'assets/sample-[hash].js'),
      },
    },
  },
})
