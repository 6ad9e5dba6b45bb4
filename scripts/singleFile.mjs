import { createHash } from 'node:crypto'
import { singleCsp } from './csp.mjs'

/** The whole app as one page. */
export const SINGLE_FILE = 'caiyong.html'

const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/g

/**
 * Names the page's own inline scripts in its policy, so that no other script runs. It has to see the page after everything was put
 * into it, and nothing may change the page afterwards.
 *
 * @returns {import('vite').Plugin}
 */
export function singleFilePolicy() {
  return {
    name: 'caiyong-single-file-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = withPolicy(String(file.source))
          else this.error(`${file.fileName} was left outside of the single file`)
        }
      },
    },
  }
}

/**
 * @param {string} html
 * @returns {string} the page with its policy as the first thing in its head
 */
export function withPolicy(html) {
  const hashes = [...html.matchAll(SCRIPT)].map(([, code = '']) => {
    // A parser changes these before it hashes; a script that holds them raw would never run.
    if (/[\0\r]/.test(code)) throw new Error('a script holds characters that an HTML parser rewrites')
    return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
  })
  const meta = `<meta http-equiv="Content-Security-Policy" content="${singleCsp(hashes)}">`
  return html.replace('<head>', () => `<head>\n    ${meta}`)
}
