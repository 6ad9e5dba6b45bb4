import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { HOSTED_CSP } from '../../scripts/csp.mjs'
import { serveFolder, type Served } from '../../scripts/serve.mjs'
import { App } from './helpers'
import { useBrowser } from './withApp'

const { browser, withApp } = useBrowser()

describe('the built app on a static host', () => {
  test('starts at the root', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
    })
  })

  test('starts in a sub-folder of a host that sends no policy: the page carries it', async () => {
    const served = await serveFolder({ folder: dist, base: '/any/folder/', csp: null })
    try {
      await withApp(
        async (app) => {
          await app.part('file-input').waitFor({ state: 'attached' })
          const policy = app.page.locator('meta[http-equiv="Content-Security-Policy"]')
          expect(await policy.getAttribute('content')).toBe(HOSTED_CSP)
        },
        { url: served.url },
      )
    } finally {
      await served.close()
    }
  })

  test('every room it links to is clean', async () => {
    await withApp(async (app) => {
      await app.part('file-input').waitFor({ state: 'attached' })
      await app.visitRooms()
    })
  })

  test('hashed files may be kept for ever, the page is asked for again', async () => {
    const page = await fetch(inject('appUrl'))
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(HOSTED_CSP)
    const entry = /src="(\.\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1]
    const script = await fetch(new URL(entry!, page.url))
    expect(script.headers.get('cache-control')).toMatch(/immutable/)
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  test('nothing outside the folder is served', async () => {
    const url = inject('appUrl')
    for (const path of ['%2e%2e/package.json', '..%2fpackage.json', '%5c..%5cpackage.json', '/etc/passwd', '%00']) {
      const { status } = await fetch(url + path)
      expect(status, path).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('the harness notices', () => {
  // An address reserved for documentation: nothing can answer there.
  const OUTSIDE = 'http://192.0.2.1/beacon.png'
  const PAGES = {
    'outside.html': `<img src="${OUTSIDE}">`,
    'socket.html': `<script src="socket.js"></script>`,
    'inline.html': '<script>document.title = "ran"</script>',
    'worker.html': '<script src="worker-owner.js"></script>',
    'thrown.html': '<script src="thrown.js"></script>',
    'logged.html': '<script src="logged.js"></script>',
    'clean.html': '<script src="clean.js"></script>',
    'socket.js': 'new WebSocket("ws://192.0.2.1/")',
    'worker-owner.js': 'new Worker("worker.js")',
    'worker.js': `fetch("${OUTSIDE}").catch(() => {})`,
    'thrown.js': 'setTimeout(() => { throw new Error("planted") })',
    'logged.js': 'console.error("planted")',
    'clean.js': 'console.info("all is well")',
  }
  let folder = ''
  let guarded: Served
  let open: Served

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planted-'))
    for (const [name, text] of Object.entries(PAGES)) {
      const icon = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'
      writeFileSync(join(folder, name), name.endsWith('.html') ? icon + text : text)
    }
    guarded = await serveFolder({ folder })
    open = await serveFolder({ folder, csp: null })
  })

  afterAll(async () => {
    await guarded.close()
    await open.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    ['a request that leaves', 'open', 'outside.html', `request: GET ${OUTSIDE}`],
    ['a socket that leaves', 'open', 'socket.html', 'socket: ws://192.0.2.1/'],
    ['a request that leaves from a worker', 'open', 'worker.html', `request: GET ${OUTSIDE}`],
    ['a picture against the policy', 'guarded', 'outside.html', `policy: img-src ${OUTSIDE}`],
    ['an inline script against the policy', 'guarded', 'inline.html', 'policy: script-src-elem inline'],
    ['a worker against the policy', 'guarded', 'worker.html', `worker: Connecting to '${OUTSIDE}'`],
    ['an uncaught error', 'guarded', 'thrown.html', 'uncaught: Error: planted'],
    ['an error in the console', 'guarded', 'logged.html', 'console: planted'],
  ])('%s', async (_, host, page, problem) => {
    const app = await App.open(browser(), { url: (host === 'open' ? open : guarded).url + page })
    try {
      await expect.poll(() => app.problemsSoFar(), { timeout: 30_000 }).toContainEqual(expect.stringContaining(problem))
      await expect(app.assertClean()).rejects.toThrow('problems of the page')
    } finally {
      await app.close()
    }
  })

  test('and is silent about a clean page', async () => {
    const app = await App.open(browser(), { url: `${guarded.url}clean.html` })
    await app.assertClean()
    await app.close()
  })
})
