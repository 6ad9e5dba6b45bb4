import type { CellStyle } from 'hucre/xlsx'

/** Every office has it; the page's own fonts may be missing where the file is read. */
export const XLSX_FONT = { name: '宋体', size: 11 }

/** What a cell is, by which it is dressed. */
export type XlsxDress =
  'title' | 'hint' | 'header' | 'text' | 'count' | 'percent' | 'day' | 'bad' | 'note' | 'counter' | 'choice' | 'problem'

const LINE = { style: 'thin', color: { rgb: 'BFC5CC' } } as const
const BOX: NonNullable<CellStyle['border']> = { top: LINE, right: LINE, bottom: LINE, left: LINE }
const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } })

/**
 * Format @ keeps what is typed into the cell as it was typed: a spreadsheet makes no date of «1-2» and no formula of «=». Counts and
 * days keep their own formats, so that they can be reckoned with.
 */
const TEXT = '@'

export const XLSX_STYLES: Readonly<Record<XlsxDress, CellStyle>> = {
  title: {
    font: { ...XLSX_FONT, bold: true, size: 15 },
    alignment: { horizontal: 'center', vertical: 'center' },
    numFmt: TEXT,
  },
  hint: { font: { ...XLSX_FONT, color: { rgb: '9A4A00' } }, alignment: { vertical: 'center' }, numFmt: TEXT },
  header: {
    font: { ...XLSX_FONT, bold: true },
    fill: fill('E8EDF3'),
    border: BOX,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    numFmt: TEXT,
  },
  text: { border: BOX, alignment: { vertical: 'center', wrapText: true }, numFmt: TEXT },
  count: { border: BOX, alignment: { vertical: 'center' } },
  percent: { border: BOX, alignment: { vertical: 'center' }, numFmt: '0.00%' },
  day: { border: BOX, alignment: { horizontal: 'center', vertical: 'center' }, numFmt: 'yyyy-mm-dd' },
  bad: {
    font: { ...XLSX_FONT, bold: true },
    fill: fill('FFE0B8'),
    border: BOX,
    alignment: { vertical: 'center', wrapText: true },
    numFmt: TEXT,
  },
  counter: {
    font: { ...XLSX_FONT, color: { rgb: '6B7280' } },
    border: BOX,
    alignment: { horizontal: 'center', vertical: 'center' },
  },
  choice: { border: BOX, alignment: { horizontal: 'center', vertical: 'center' }, numFmt: TEXT },
  problem: {
    font: { ...XLSX_FONT, color: { rgb: '9A4A00' } },
    border: BOX,
    alignment: { vertical: 'center', wrapText: true },
    numFmt: TEXT,
  },
  note: { alignment: { vertical: 'top', wrapText: true }, numFmt: TEXT },
}
