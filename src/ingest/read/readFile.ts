import type { Finding } from '../../model/finding'
import { allBytes, type ByteSource, headOf, type ReadControl } from './byteSource'
import { ContentHash } from './contentHash'
import { decodedChunks, detectEncoding } from './decodeText'
import { dialectName } from './dialect'
import { type RawTable, RawTableBuilder } from './rawTable'
import { BlanksReader } from './readBlanks'
import { DelimitedReader } from './readDelimited'
import { looksLikeJson, readJson } from './readJson'
import { recogniseDialect } from './recogniseDialect'
import type { OnRecord } from './recordReader'
import { looksLikeMarkup, sniffFormat } from './sniffFormat'

/** Largest text file read, in bytes; a larger one is refused with its size. */
const MAX_TEXT_BYTES = 1024 * 1024 * 1024
/** Largest JSON file read: it has to be held whole. */
const MAX_JSON_BYTES = 256 * 1024 * 1024
/** Largest web page or XML spreadsheet read: held whole, several times over. */
const MAX_MARKUP_BYTES = 64 * 1024 * 1024

/** What was read of one file. No tables means that the file could not be read; then a finding of level error names the reason. */
export interface ReadFile {
  readonly file: string
  readonly size: number
  /** Fingerprint of the bytes (not for security): two files with the same one are the same file. */
  readonly contentHash: string
  readonly tables: RawTable[]
  readonly findings: Finding[]
}

/** A file that could not be read at all, with the reason. */
export function unreadable(file: string, size: number, detail: string, reason: string): ReadFile {
  return {
    file,
    size,
    contentHash: '',
    tables: [],
    findings: [{ level: 'error', code: 'unreadable-file', file, detail, params: { reason } }],
  }
}

/** Reads one file into raw tables. Never throws on what the file holds; throws `CancelledError` when cancelled. */
export async function readFile(
  source: ByteSource,
  control: ReadControl,
  known: (cell: string) => boolean,
): Promise<ReadFile> {
  const hash = new ContentHash()
  const fail = (code: Finding['code'], detail: string, params?: Finding['params']): ReadFile => ({
    file: source.name,
    size: source.size,
    contentHash: hash.digest(),
    tables: [],
    findings: [{ level: 'error', code, file: source.name, detail, ...(params && { params }) }],
  })
  const head = await headOf(source, 64 * 1024)
  const sniffed = sniffFormat(head)
  if (sniffed.format === 'empty') return fail('empty-file', 'empty')
  if (sniffed.format === 'zip' || sniffed.format === 'ole') {
    const { readWorkbook } = await import('./readWorkbook')
    const bytes = await allBytes(source, control)
    hash.update(bytes)
    return {
      file: source.name,
      size: source.size,
      contentHash: hash.digest(),
      ...(await readWorkbook(source.name, bytes)),
    }
  }
  if (sniffed.format === 'binary') return fail('unreadable-file', sniffed.kind)
  if (source.size > MAX_TEXT_BYTES) return fail('over-limit', 'file-size', { size: source.size, limit: MAX_TEXT_BYTES })

  const { encoding, badBytes } = await detectEncoding(source, control)
  const hashed: ByteSource = {
    ...source,
    name: source.name,
    size: source.size,
    chunks: () => hash.through(source.chunks()),
  }
  const findings: Finding[] = []
  if (badBytes > 0)
    findings.push({ level: 'warning', code: 'encoding-replaced', file: source.name, detail: encoding, count: badBytes })

  const texts = decodedChunks(hashed, encoding, control)
  const first = await nextText(texts)
  if (first.trim() === '') return fail('empty-file', 'blank')
  if (looksLikeJson(first)) {
    if (source.size > MAX_JSON_BYTES)
      return fail('over-limit', 'json-size', { size: source.size, limit: MAX_JSON_BYTES })
    const parts = [first]
    for await (const { text } of texts) parts.push(text)
    const json = readJson(source.name, parts.join(''), encoding)
    // A bracket may open an ordinary table («[序号],单位…»): then it is read as one, unless the name insists on JSON.
    if (json.tables.length > 0 || /\.(json|ndjson|jsonl)$/i.test(source.name)) {
      if (json.tables.length === 0 && json.findings.length === 0) return fail('no-table', 'json-no-records')
      return {
        file: source.name,
        size: source.size,
        contentHash: hash.digest(),
        tables: json.tables,
        findings: [...findings, ...json.findings],
      }
    }
    return finishText(parts)
  }
  if (looksLikeMarkup(first)) {
    if (source.size > MAX_MARKUP_BYTES)
      return fail('over-limit', 'file-size', { size: source.size, limit: MAX_MARKUP_BYTES })
    const parts = [first]
    for await (const { text } of texts) parts.push(text)
    const { readMarkup } = await import('./readWorkbook')
    const { tables, findings: said } = readMarkup(source.name, parts.join(''))
    return {
      file: source.name,
      size: source.size,
      contentHash: hash.digest(),
      tables: tables.map((table) => ({ ...table, encoding })),
      findings: [...findings, ...(tables.length + said.length > 0 ? said : fail('no-table', 'no-header').findings)],
    }
  }
  return finishText([first], texts)

  async function finishText(parts: string[], more?: AsyncIterable<{ text: string }>): Promise<ReadFile> {
    const dialect = recogniseDialect(parts[0]!, known)
    const builder = new RawTableBuilder()
    const push: OnRecord = (cells, had) => builder.push(cells, had)
    const reader =
      dialect.kind === 'delimited'
        ? new DelimitedReader(source.name, dialect, push)
        : new BlanksReader(source.name, dialect, push)
    if (dialect.kind === 'delimited' && dialect.hintLine) parts[0] = parts[0]!.slice(parts[0]!.indexOf('\n') + 1)
    for (const part of parts) reader.push(part)
    if (more) for await (const { text } of more) reader.push(text)
    reader.finish()
    findings.push(...reader.findings)
    if (builder.clipped > 0)
      findings.push({
        level: 'warning',
        code: 'over-limit',
        file: source.name,
        detail: 'cell-length',
        count: builder.clipped,
      })
    const table = builder.finish({
      file: source.name,
      sheet: null,
      encoding,
      delimiter: dialectName(dialect),
      ...(dialect.kind === 'delimited' && dialect.quote === "'" && { quote: dialect.quote }),
      names: null,
    })
    return { file: source.name, size: source.size, contentHash: hash.digest(), tables: [table], findings }
  }
}

/** The first text with something in it, so that a dialect can be recognised. */
async function nextText(texts: AsyncGenerator<{ text: string }>): Promise<string> {
  let text = ''
  while (text.length < 4096) {
    const next = await texts.next()
    if (next.done) break
    text += next.value.text
  }
  return text
}
