import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { HOSTED_CSP, WORKER_CSP } from './csp.mjs'

const MIME = new Map(
  Object.entries({
    '.css': 'text/css; charset=utf-8',
    '.csv': 'text/csv; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml; charset=utf-8',
    '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json; charset=utf-8',
    '.woff2': 'font/woff2',
    '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
)

/** Vite writes a hash into these names: their content never changes. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/

/**
 * @typedef {object} ServeOptions
 * @property {string} folder what to serve
 * @property {string} [base] where it appears, with both slashes: '/' or '/any/folder/'
 * @property {number} [port] 0 takes any free port
 * @property {string | null} [csp] the policy header, which the service worker has its own of; null sends none
 *
 * @typedef {{ url: string, close: () => Promise<void> }} Served
 */

/**
 * Serves a folder of static files on this computer only.
 *
 * @param {ServeOptions} options
 * @returns {Promise<Served>} rejects with EADDRINUSE when the port is taken
 */
export async function serveFolder({ folder, base = '/', port = 0, csp = HOSTED_CSP }) {
  const server = createServer((request, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    if (csp !== null) {
      const own = request.url?.split('?')[0] === `${base}sw.js`
      response.setHeader('Content-Security-Policy', own ? WORKER_CSP : csp)
    }
    answer(request, response, resolve(folder), base)
  })
  await new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => listening(undefined))
  })
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        // A browser keeps its connections open; waiting for them would hold the process for seconds.
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} folder
 * @param {string} base
 */
function answer(request, response, folder, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const path = decodedPath(request.url ?? '/')
  if (path === null) return refuse(response, 400)
  // Relative addresses in the page only work below the slash.
  if (`${path}/` === base) return void response.writeHead(308, { Location: base }).end()
  if (!path.startsWith(base)) return refuse(response, 404)

  const inside = path.slice(base.length)
  const file = resolve(join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside))
  if (!file.startsWith(folder + sep)) return refuse(response, 404)
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return refuse(response, 404)

  response.writeHead(200, {
    'Content-Type': MIME.get(extname(file).toLowerCase()) ?? 'application/octet-stream',
    'Content-Length': stat.size,
    'Cache-Control': HASHED.test(inside) ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') return void response.end()
  // A reader that goes away in mid-file is no fault of the server.
  pipeline(createReadStream(file), response, () => {})
}

/**
 * The path without its query, decoded once; null when no file can be meant by it.
 *
 * @param {string} url
 * @returns {string | null}
 */
function decodedPath(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')
    return path.includes('\0') || path.includes('\\') ? null : path
  } catch {
    return null
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`)
}
