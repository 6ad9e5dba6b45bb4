import type { TemplateKind } from '../model/template'
import { toXlsx, type XlsxColumn } from './toXlsx'

const LAYOUTS = {
  items: ['sequence', 'unit', 'title', 'submittedOn', 'author', 'adopted', 'outlet', 'adoptedOn', 'remark'],
  counts: ['unit', 'month', 'submitted', 'adoptions'],
  targets: ['unit', 'monthTarget', 'yearTarget'],
  roster: ['unit', 'group', 'alias'],
} as const satisfies Readonly<Record<TemplateKind, readonly string[]>>

export type TemplateColumn = (typeof LAYOUTS)[TemplateKind][number]

/** Words of the templates. Headers, and yes and no, must be words that recognition knows. */
export interface TemplateWords {
  /** Line above the header; also the tab. That of the targets names their year, which no column tells. */
  readonly titles: Readonly<Record<TemplateKind, string>>
  readonly headers: Readonly<Record<TemplateColumn, string>>
  readonly yes: string
  readonly no: string
  /** Tab and title of the sheet with the notes. */
  readonly notesTitle: string
  /** How to fill it in, a sentence each. None may look like a header or a row of a ledger. */
  readonly notes: Readonly<Record<TemplateKind, readonly string[]>>
}

const EMPTY_ROWS = 30

/**
 * An empty ledger as an .xlsx file for units to fill in: title, header, bordered rows, yes and no as a list, day cells in the form
 * 2024-03-05; a second sheet says how to fill it in. A filled one is imported without any question, an empty one holds no facts.
 */
export function blankTemplate(kind: TemplateKind, words: TemplateWords): Promise<Uint8Array> {
  const layout: readonly TemplateColumn[] = LAYOUTS[kind]
  return toXlsx([
    {
      name: words.titles[kind],
      titles: [words.titles[kind]],
      header: [layout.map((column) => words.headers[column])],
      rows: Array.from({ length: EMPTY_ROWS }, () => layout.map(() => null)),
      columns: layout.map((column) => columnOf(column, words)),
      portrait: kind !== 'items',
    },
    {
      name: words.notesTitle,
      titles: [words.notesTitle],
      header: [],
      rows: words.notes[kind].map((note) => [note]),
      columns: [{ dress: 'note', width: 90 }],
      portrait: true,
    },
  ])
}

function columnOf(column: TemplateColumn, { yes, no }: TemplateWords): XlsxColumn {
  switch (column) {
    case 'sequence':
      return { dress: 'counter', width: 8 }
    case 'title':
      return { width: 44 }
    case 'submittedOn':
    case 'adoptedOn':
      return { dress: 'day', width: 14 }
    case 'adopted':
      return { dress: 'choice', width: 11, choices: [yes, no] }
    case 'submitted':
    case 'adoptions':
    case 'monthTarget':
    case 'yearTarget':
      return { dress: 'count', width: 14 }
    // A month is a text: a spreadsheet would make a day of 2024年3月.
    case 'month':
      return { width: 16 }
    case 'author':
      return { width: 12 }
    case 'outlet':
    case 'remark':
    case 'group':
      return { width: 18 }
    case 'unit':
      return { width: 24 }
    case 'alias':
      return { width: 36 }
  }
}
