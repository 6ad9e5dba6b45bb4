import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import licences from '../../data/licences.json'
import { version } from '../../package.json'
import { HOSTED_CSP, WORKER_CSP } from '../../scripts/csp.mjs'
import { buildName } from '../../scripts/inputs.mjs'
import { shippedLicences } from '../../scripts/licences.mjs'
import { withPolicy } from '../../scripts/singleFile.mjs'
import { App } from './helpers'
import { useBrowser } from './withApp'

const { browser, withApp } = useBrowser()

test('data/licences.json names every library in the build; node scripts/licences.mjs writes it anew', () => {
  expect(licences.length).toBeGreaterThan(20)
  expect(licences).toEqual(shippedLicences())
})

test.each(['appUrl', 'singleUrl'] as const)(
  'the About page says what was built and how it was opened: %s',
  async (place) => {
    await withApp(
      async (app) => {
        await app.enter('#/about')
        const facts = app.part('about-facts')
        // The browser is asked what it promises: its answer is the last to come.
        await expect.poll(() => facts.innerText()).toMatch(/磁盘紧张时浏览器可能自动清理|浏览器承诺不自动清理/)
        expect(await facts.innerText()).toContain(`${version}（${buildName()}）`)
        expect(await facts.innerText()).toContain(place === 'singleUrl' ? '本机文件（file）' : '本机网址（localhost）')
        await app.page.getByRole('table').getByText('echarts', { exact: true }).waitFor()
        await app.page.getByRole('button', { name: 'English' }).click()
        await app.page.getByRole('heading', { name: 'About Caiyong' }).waitFor()
        expect(await app.page.getByRole('article').innerText()).not.toMatch(/\p{Script=Han}/u)
      },
      { url: inject(place) },
    )
  },
)

test('the service worker alone may fetch the files of the app', async () => {
  const policy = async (path: string) => (await fetch(inject('appUrl') + path)).headers.get('content-security-policy')
  expect([await policy('sw.js'), await policy('sw.js?x'), await policy('index.html')]).toEqual([
    WORKER_CSP,
    WORKER_CSP,
    HOSTED_CSP,
  ])
})

test('the policy of the single file stops what was not built into it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'single-'))
  const page = join(folder, 'page.html')
  const own = withPolicy(
    '<html><head></head><body><link rel="icon" href="data:,"><script>document.title="own"</script>',
  )
  try {
    writeFileSync(
      page,
      `${own}<script>document.title="other"</script><img src="http://192.0.2.1/a.png"><img src="b.png">`,
    )
    const app = await App.open(browser(), { url: `file://${page}` })
    try {
      expect(await app.page.title()).toBe('own')
      await expect
        .poll(() => app.problemsSoFar().filter((problem) => problem.startsWith('policy')))
        .toEqual([
          'policy: script-src-elem inline',
          'policy: img-src http://192.0.2.1/a.png',
          expect.stringMatching(/^policy: img-src file/),
        ])
    } finally {
      await app.close()
    }
    // Without a policy the requests themselves are noticed, those for neighbours on the disk too.
    writeFileSync(page, '<link rel="icon" href="data:,"><img src="http://192.0.2.1/a.png"><img src="b.png">')
    const open = await App.open(browser(), { url: `file://${page}` })
    const requests = (): string[] => open.problemsSoFar().filter((problem) => problem.startsWith('request'))
    try {
      await expect.poll(requests).toHaveLength(2)
      expect(requests()).toEqual(
        expect.arrayContaining(['request: GET http://192.0.2.1/a.png', `request: GET file://${folder}/b.png`]),
      )
    } finally {
      await open.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
