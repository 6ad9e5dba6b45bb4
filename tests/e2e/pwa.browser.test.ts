import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dist } from '../../scripts/build.mjs'
import { serveFolder, type Served } from '../../scripts/serve.mjs'
import type { App } from './helpers'
import { openRecordedPage } from './problems'
import { go, importAll, SPRING, SPRING_TOTAL, total } from './steps'
import { useBrowser } from './withApp'

const { browser, withApp } = useBrowser()

/** Serves a copy of the app that a test may change or take away. */
async function withHost(steps: (host: Served, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hosted-'))
  cpSync(dist, folder, { recursive: true })
  const host = await serveFolder({ folder, base: '/any/folder/' })
  try {
    await steps(host, folder)
  } finally {
    await host.close()
    rmSync(folder, { recursive: true })
  }
}

/** Waits until the service worker has everything and serves this page. */
const served = (app: App): Promise<unknown> =>
  app.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
const active = (app: App): Promise<unknown> =>
  app.page.evaluate(() => navigator.serviceWorker.ready.then(({ active: worker }) => worker?.scriptURL))

describe('the hosted app', () => {
  test('is kept whole by its service worker and starts with the server gone', async () => {
    await withHost(async (host) => {
      await withApp(
        async (app) => {
          await served(app)
          const kept = await app.page.evaluate(async () => {
            const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
            const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat()
            return requests.map(({ url }) => decodeURI(url.replace(/\?__WB_REVISION__.*$/, '')))
          })
          const files = readdirSync(dist, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
            .map((entry) => host.url + join(entry.parentPath, entry.name).slice(dist.length + 1))
          expect(kept.sort()).toEqual(files.sort())

          // The room and its parts come from the worker, so nothing is on its way from the server any more.
          await go(app, '关于')
          await app.page.getByText('已可离线打开').waitFor()
          await host.close()
          // The page of the first visit, and the one that is opened the next day.
          await importAll(app, [SPRING])
          expect(await total(app)).toEqual(SPRING_TOTAL)
          await app.visitRooms()
          await app.keeps('saved')
          await app.page.reload()
          await app.keeps('saved')
          expect(await total(app)).toEqual(SPRING_TOTAL)
          await app.visitRooms()
        },
        { url: host.url, offline: true },
      )
    })
  })

  test('says so when a part of it does not come, and goes on when it is loaded again', async () => {
    await withHost(async (host, folder) => {
      await withApp(
        async (app) => {
          await importAll(app, [SPRING])
          await app.keeps('saved')
          // Without a service worker, as on plain http: a newer version took the place of the old files.
          const gone = readdirSync(join(folder, 'assets')).filter((name) => name.startsWith('MethodView-'))
          expect(gone).toHaveLength(2)
          for (const name of gone) rmSync(join(folder, 'assets', name))
          // It leads nowhere.
          await app.page.getByRole('link', { name: '方法', exact: true }).click()
          await app.part('missing-part').waitFor()
          expect(await app.part('missing-part').innerText()).toContain('有一部分页面没有装上')
          expect(await total(app)).toEqual(SPRING_TOTAL)
          for (const name of gone) cpSync(join(dist, 'assets', name), join(folder, 'assets', name))
          const loaded = app.page.waitForEvent('load')
          await app.part('missing-part').getByRole('button', { name: '重新载入' }).click()
          // Until then everything is still that of the page before, its notice too.
          await loaded
          await app.keeps('saved')
          expect(await app.part('missing-part').count()).toBe(0)
          await go(app, '方法')
          await app.page.getByRole('heading', { name: '方法', exact: true }).waitFor()
          app.takePlanted('MethodView-')
          app.takePlanted('404')
        },
        { url: host.url },
      )
    })
  })

  test('can be installed: its manifest names icons that have the size they say', async () => {
    const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8')) as {
      icons: { src: string; sizes: string; type: string }[]
    }
    expect(manifest).toMatchObject({ name: '采用台', start_url: './', scope: './', display: 'standalone' })
    const pictures = manifest.icons.filter(({ type }) => type === 'image/png')
    expect(pictures.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512'])
    for (const { src, sizes } of pictures) {
      const bytes = readFileSync(join(dist, src))
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes)
    }
    await withApp(
      async (app) => {
        const page = await app.page.context().newCDPSession(app.page)
        await active(app)
        const { installabilityErrors } = await page.send('Page.getInstallabilityErrors')
        // Every context of a test is a private window.
        expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
      },
      { offline: true },
    )
  })
})

describe('a new version', () => {
  /** The same app with another title in its page: its worker keeps another revision. */
  function publish(folder: string): void {
    const page = join(folder, 'index.html')
    const worker = join(folder, 'sw.js')
    writeFileSync(page, readFileSync(page, 'utf8').replace('<body>', '<body data-version="next">'))
    const text = readFileSync(worker, 'utf8')
    const changed = text.replace(
      /(url:"index\.html",revision:")\w+|(revision:")\w+(",url:"index\.html")/,
      (_, a, b, c) => (a ? `${a}next` : `${b}next${c}`),
    )
    expect(changed).not.toBe(text)
    writeFileSync(worker, changed)
  }
  const version = (app: App): Promise<string | null> => app.page.locator('body').getAttribute('data-version')
  const look = (app: App): Promise<void> =>
    app.page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update()
    })

  test('is offered, waits for the press, asks about unsaved work, and then stands there', async () => {
    await withHost(async (host, folder) => {
      await withApp(
        async (app) => {
          await active(app)
          await app.page.reload()
          await importAll(app, [SPRING])
          expect(await app.part('update').count()).toBe(0)
          publish(folder)
          await look(app)
          const offer = app.part('update')
          await offer.waitFor()
          expect(await offer.innerText()).toBe('有新版本：刷新')
          // Offered, not done.
          expect(await total(app)).toEqual(SPRING_TOTAL)
          expect(await version(app)).toBe(null)

          // Stands for work that is not kept yet: the browser asks, and whoever stays has lost nothing.
          await app.keeps('saved')
          await app.page.evaluate(() => {
            Object.assign(window, { unsaved: true })
            window.addEventListener('beforeunload', (event) => {
              if ('unsaved' in window) event.preventDefault()
            })
          })
          const dialog = app.page.waitForEvent('dialog')
          const press = offer.click({ noWaitAfter: true })
          await (await dialog).dismiss()
          await press
          expect(await total(app)).toEqual(SPRING_TOTAL)
          expect(await version(app)).toBe(null)
          await go(app, '方法')
          await app.page.getByRole('heading', { name: '方法', exact: true }).waitFor()

          await app.page.evaluate(() => Reflect.deleteProperty(window, 'unsaved'))
          await offer.click()
          await expect.poll(() => version(app).catch(() => null), { timeout: 20_000 }).toBe('next')
          await app.keeps('saved')
          expect(await total(app)).toEqual(SPRING_TOTAL)
          expect(await app.part('update').count()).toBe(0)
        },
        { url: host.url, offline: true },
      )
    })
  })

  test('taken in one window is offered in the others, which go on', async () => {
    await withHost(async (host, folder) => {
      await withApp(
        async (app) => {
          await active(app)
          await app.page.reload()
          await importAll(app, [SPRING])
          const other = await app.page.context().newPage()
          await other.goto(host.url)
          publish(folder)
          await look(app)
          await other.getByTestId('update').click()
          await expect
            .poll(() =>
              other
                .locator('body')
                .getAttribute('data-version')
                .catch(() => null),
            )
            .toBe('next')
          await app.part('update').waitFor()
          expect(await version(app)).toBe(null)
          expect(await total(app)).toEqual(SPRING_TOTAL)
        },
        { url: host.url, offline: true },
      )
    })
  })
})

describe('plain http on an intranet host', () => {
  const HOST = 'http://caiyong.intranet/'
  const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

  test('works without a service worker, says what is missing, and still copies', async () => {
    const context = await browser().newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    try {
      const { page, problems } = await openRecordedPage(context, HOST)
      await context.route(`${HOST}**`, (route) => {
        const path = new URL(route.request().url()).pathname.slice(1) || 'index.html'
        const contentType = TYPES[extname(path)] ?? 'application/octet-stream'
        return route.fulfill({ body: readFileSync(join(dist, path)), contentType })
      })
      await page.goto(HOST)
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
      await page.getByTestId('file-input').setInputFiles([SPRING])
      await page.getByTestId('import-accept').click()
      await page.getByTestId('overview-figures').waitFor()
      await page.getByRole('link', { name: '关于', exact: true }).click()
      await page.getByText('未加密的内网网址（http）').waitFor()
      await page.getByText('不能安装到桌面，也不能离线打开').waitFor()
      const text = await page.getByTestId('diagnostics').innerText()
      expect(text).toContain('opened: http; offline: no')
      for (const word of [SPRING.name, '东岭乡']) expect(text).not.toContain(word)
      await page.getByTestId('copy-diagnostics').click()
      await page.getByText('已复制', { exact: true }).waitFor()
      expect(problems).toEqual([])
    } finally {
      await context.close()
    }
  })
})
