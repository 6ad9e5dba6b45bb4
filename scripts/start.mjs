import { buildWhenStale, dist } from './build.mjs'
import { serveFolder } from './serve.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 50

/**
 * A port that was asked for is taken as it is; otherwise the first free one.
 *
 * @returns {Promise<import('./serve.mjs').Served>}
 */
async function serveDist() {
  const asked = process.env['PORT']
  if (asked) return serveFolder({ folder: dist, port: Number(asked) })
  for (let port = FIRST_PORT; ; port++) {
    try {
      return await serveFolder({ folder: dist, port })
    } catch (error) {
      const taken = /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE'
      if (!taken || port === FIRST_PORT + PORTS_TRIED) throw error
    }
  }
}

buildWhenStale('hosted')
const served = await serveDist()
console.log(`采用台已就绪，请在浏览器中打开：${served.url}`)
console.log(`Caiyong is ready, open in a browser: ${served.url}`)
console.log('按 Ctrl+C 结束 · press Ctrl+C to stop')

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await served.close()
    process.exit(0)
  })
}
