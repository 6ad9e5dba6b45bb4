import { readFile, writeFile } from 'node:fs/promises'
import { writeXlsx } from 'hucre'
import Papa from 'papaparse'

/** The same rows as a workbook of one sheet, every cell a text as a CSV holds them. Another program than the reader writes it. */
export async function toWorkbook(csvPath, path) {
  const { data } = Papa.parse((await readFile(csvPath, 'utf8')).replace(/^\ufeff/, ''), { skipEmptyLines: true })
  await writeFile(path, await writeXlsx({ sheets: [{ name: '台账', rows: data }] }))
  return path
}
