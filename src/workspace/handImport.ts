import { editedTable } from '../ingest/read/editedTable'
import { rowCells, RawTableBuilder, type RawTable } from '../ingest/read/rawTable'
import type { ReadFile } from '../ingest/read/readFile'
import type { SheetChoices } from '../model/choices'
import type { HandItem } from '../model/workspace'

/** Name under which items entered by hand are listed; data, so in the language of the ledgers. */
const HAND_FILE = '手工录入'
const HEADER = ['单位', '标题', '作者', '报送日期', '状态', '采用载体', '采用日期'] as const
const STATES = { adopted: '采用', notAdopted: '未采用', pending: '待定' } as const

/** The table of items entered by hand as a file, so that they are read, checked and corrected like any other. Later rows go below earlier ones. */
export function handFile(rows: readonly (readonly string[])[]): ReadFile {
  const builder = new RawTableBuilder()
  for (const row of [HEADER, ...rows]) builder.push(row)
  const table = builder.finish({ file: HAND_FILE, sheet: null, encoding: null, delimiter: null, names: null })
  return { file: HAND_FILE, size: 0, contentHash: 'by-hand', tables: [table], findings: [] }
}

export function handRow(item: HandItem): string[] {
  const adopted = item.state === 'adopted'
  return [
    item.unit,
    item.title,
    item.author,
    item.submittedOn,
    STATES[item.state],
    adopted ? item.outlets.join('、') : '',
    adopted ? item.adoptedOn : '',
  ]
}

/** The rows entered so far, corrections taken in; rows blanked by a person are gone. */
export function handRows(table: RawTable, choices: SheetChoices): string[][] {
  const corrected = editedTable(table, choices.edits ?? [])
  return Array.from({ length: corrected.rows - 1 }, (_, i) => rowCells(corrected, i + 1)).filter((cells) =>
    cells.some((cell) => cell.trim() !== ''),
  )
}
