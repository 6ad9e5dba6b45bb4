import vue from '@vitejs/plugin-vue'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { HOSTED_CSP } from './scripts/csp.mjs'
import { buildName } from './scripts/inputs.mjs'
import { PWA } from './scripts/pwa.mjs'
import { shippedPackages } from './scripts/shippedPackages.mjs'
import { SINGLE_FILE, singleFilePolicy } from './scripts/singleFile.mjs'

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

/**
 * Two builds of one app: the hosted one, and with `--mode single` one HTML file for file:// pages, where only classic workers
 * made from blobs run and nothing can be loaded later.
 */
export default defineConfig(({ mode }) => {
  const single = mode === 'single'
  const shipped = shippedPackages(mode)
  return {
    // Relative, so that any folder of any static host serves it.
    base: './',
    plugins: [
      vue(),
      shipped.page,
      ...(single
        ? [viteSingleFile({ outputFileName: SINGLE_FILE }), singleFilePolicy()]
        : [cspMeta(HOSTED_CSP), VitePWA(PWA)]),
    ],
    define: { __APP_VERSION__: JSON.stringify(version), __APP_BUILD__: JSON.stringify(buildName()) },
    resolve: { alias: single ? [{ find: /\?worker$/, replacement: '?worker&inline' }] : [] },
    worker: {
      plugins: () => [shipped.worker()],
      ...(single
        ? { format: 'iife' as const, rolldownOptions: { output: { codeSplitting: false } } }
        : { format: 'es' as const }),
    },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      // Icons are for the installed app.
      copyPublicDir: !single,
      // Office computers run old kernels; 86 is the oldest one still met.
      target: 'chrome86',
      sourcemap: false,
      // The polyfill fetches, which `connect-src 'none'` forbids; the target knows modulepreload.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // Sample ledgers have Chinese names, which some zip programs and old hosts garble.
          chunkFileNames: ({ name }: { name: string }) =>
            /^[\w.-]+$/.test(name) ? 'assets/[name]-[hash].js' : 'assets/sample-[hash].js',
        },
      },
    },
  }
})
