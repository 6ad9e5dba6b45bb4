import { expect, test } from 'vitest'
import { useBrowser } from './withApp'

const { browser } = useBrowser()

/** A code point without a character: whatever a font draws here is its box for «missing». */
const NO_CHARACTER = '\u{10FFFE}'

/** Draws each text on a canvas of its own and returns which pixels are dark, as rows of 0 and 1. */
async function draw(texts: string[]): Promise<string[]> {
  const page = await browser().newPage()
  try {
    return await page.evaluate((drawn) => {
      return drawn.map((text) => {
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = 64
        const pen = canvas.getContext('2d')
        if (!pen) throw new Error('no canvas')
        pen.fillStyle = '#fff'
        pen.fillRect(0, 0, 64, 64)
        pen.fillStyle = '#000'
        pen.font = '48px sans-serif'
        pen.textBaseline = 'middle'
        pen.fillText(text, 4, 32)
        const { data } = pen.getImageData(0, 0, 64, 64)
        return Array.from({ length: 64 * 64 }, (_, pixel) => (data[pixel * 4]! < 128 ? '1' : '0')).join('')
      })
    }, texts)
  } finally {
    await page.close()
  }
}

function ink(picture: string): number {
  return picture.replaceAll('0', '').length
}

test('采 has ink', async () => {
  const [cai, blank] = await draw(['采', '\u3000'])
  expect(ink(blank!)).toBe(0)
  expect(ink(cai!)).toBeGreaterThan(100)
})

test('采 is a character of its own, not the box for a missing one', async () => {
  const [cai, caiAgain, yong, missing] = await draw(['采', '采', '用', NO_CHARACTER])
  expect(caiAgain).toBe(cai)
  expect(yong).not.toBe(cai)
  expect(missing).not.toBe(cai)
  expect(missing).not.toBe(yong)
})
