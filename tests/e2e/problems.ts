import type { BrowserContext, Page } from 'playwright'

/** How the page reports a violation to the harness; console text alone could be a message of the app. */
const BINDING = '__reportViolation'

/** A page, and what went wrong in it and in any page it opens; the list grows while they are used. */
export interface RecordedPage {
  page: Page
  problems: string[]
}

/**
 * Opens a page that records everything a clean page never does: errors in the console, uncaught errors, violations of
 * the content policy, and requests that leave the origin of the address it is for; of a file, that leave the file. Requests that
 * leave are stopped, so that no test depends on a network.
 */
export async function openRecordedPage(context: BrowserContext, address: string): Promise<RecordedPage> {
  const problems: string[] = []
  const note = (problem: string): void => void problems.push(problem)
  const { protocol, origin, host, pathname } = new URL(address)
  const leaves = (url: URL): boolean => {
    if (/^(?:data|blob|about):$/.test(url.protocol)) return false
    return protocol === 'file:' ? url.protocol !== 'file:' || url.pathname !== pathname : url.origin !== origin
  }

  await context.exposeFunction(BINDING, (text: string) => note(`policy: ${text}`))
  await context.addInitScript((binding) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as Record<string, (text: string) => void>)[binding]
      report?.(`${event.violatedDirective} ${event.blockedURI || 'inline'}`)
    })
  }, BINDING)

  await context.route(leaves, (route) => route.abort())
  context.on('request', (request) => {
    if (leaves(new URL(request.url()))) note(`request: ${request.method()} ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => note(`uncaught: ${String(error.error())}`))

  const watched: Promise<void>[] = []
  context.on('page', (page) => {
    page.on('crash', () => note('crash: the page ended'))
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) note(`socket: ${socket.url()}`)
    })
    const recording = recordWorkers(page, note)
    // A window that was closed again at once has nothing to tell; of the first one this is awaited below.
    recording.catch(() => {})
    watched.push(recording)
  })
  const page = await context.newPage()
  await Promise.all(watched)
  return { page, problems }
}

/** What goes wrong inside a worker reaches neither the page's events nor its console, only the browser's log. */
async function recordWorkers(page: Page, note: (problem: string) => void): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Log.entryAdded', ({ entry }) => {
    if (entry.source === 'worker' && entry.level === 'error') note(`worker: ${entry.text}`)
  })
  await devtools.send('Log.enable')
}
