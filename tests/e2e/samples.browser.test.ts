import { expect, test } from 'vitest'
import { compareExpected } from '../helpers/compareExpected'
import { ledgerFolders } from '../helpers/ledgerFolders'
import { useBrowser } from './withApp'

const { withApp } = useBrowser()

test.each(ledgerFolders())('$name gives its known answers', async ({ files, expected }) => {
  await withApp(async (app) => {
    await app.choose(files)
    const end = await app.accept()
    const measures = end === 'done' ? await app.exportMeasures() : null
    if (expected.never) await app.visitRooms()
    expect(compareExpected(expected, { measures, screen: await app.screen() })).toEqual([])
  })
})
