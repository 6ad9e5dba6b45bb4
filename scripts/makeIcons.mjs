// Draws the icons of the installed app from public/icons/mark.svg: node scripts/makeIcons.mjs
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from '../tests/browser/bundledBrowser.mjs'

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url))

/** A maskable icon is cut to any shape: colour to the edge, the mark within the middle four fifths. */
const ICONS = [
  { file: 'icon-192.png', size: 192, maskable: false },
  { file: 'icon-512.png', size: 512, maskable: false },
  { file: 'maskable-512.png', size: 512, maskable: true },
]

const mark = await readFile(`${folder}mark.svg`, 'utf8')
const browser = await launchBrowser()
try {
  for (const { file, size, maskable } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const margin = maskable ? size / 10 : 0
    const paper = maskable ? 'background:#b3261e' : ''
    await page.setContent(`<body style="margin:${margin}px;${paper}">${mark}</body>`)
    await page.screenshot({ path: `${folder}${file}`, omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
