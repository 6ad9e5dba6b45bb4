import type { TemplateKind } from '../model/template'
import { calendarDay, today } from '../time/day'

/** A blank ledger as an .xlsx file. Its words are those of ledgers, whatever language the page speaks; targets name the present year. */
export async function templateBytes(kind: TemplateKind): Promise<Uint8Array<ArrayBuffer>> {
  const [{ blankTemplate }, { default: words }] = await Promise.all([
    import('../export/blankTemplate'),
    import('../../data/presets/templates.json'),
  ])
  const targets = words.titles.targets.replace('{year}', String(calendarDay(today()).year))
  return new Uint8Array(await blankTemplate(kind, { ...words, titles: { ...words.titles, targets } }))
}
