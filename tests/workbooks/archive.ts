import { constants, deflateRawSync } from 'node:zlib'

/** One file of an archive; what is claimed of it need not be true. */
export interface Part {
  readonly name: string
  readonly method: 0 | 8
  readonly packed: Uint8Array
  readonly claimed: number
}

export function stored(name: string, text: string): Part {
  const packed = new TextEncoder().encode(text)
  return { name, method: 0, packed, claimed: packed.length }
}

/** A part that unpacks to `before`, then 64 MiB of blanks `times` times, then `after`, made in no time: packed blocks may be strung together. */
export function blanksPart(name: string, before: string, times: number, after: string, claimed?: number): Part {
  const block = 64 * 1024 * 1024
  const pack = (bytes: Uint8Array) => deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
  const blanks = pack(Buffer.alloc(block, ' '))
  const end = deflateRawSync(Buffer.from(after))
  const packed = Buffer.concat([pack(Buffer.from(before)), ...Array.from({ length: times }, () => blanks), end])
  const size = Buffer.byteLength(before) + times * block + Buffer.byteLength(after)
  return { name, method: 8, packed, claimed: claimed ?? size }
}

export function deflated(name: string, text: string): Part {
  const bytes = Buffer.from(text)
  return { name, method: 8, packed: deflateRawSync(bytes), claimed: bytes.length }
}

/** An archive whose headers, at each part and in the directory, say what is claimed. */
export function archiveOf(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, method, packed, claimed } of parts) {
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed, 18)
    common.writeUInt16LE(label.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, label)
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), common, label, Buffer.from(packed))
    offset += 30 + label.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...bodies, listing, end]))
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

/** The parts of an .xlsx beside its sheets; `targets` are the parts that hold them, one a name in the list, and may repeat. */
export function frameOf(targets: readonly string[]): Part[] {
  const types = [...new Set(targets)].map(
    (target) =>
      `<Override PartName="/xl/${target}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  const list = targets.map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"/>`)
  const links = targets.map(
    (target, i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/worksheet" Target="${target}"/>`,
  )
  return [
    stored(
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    ),
    stored(
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    deflated(
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    ),
    deflated(
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}">${links.join('')}</Relationships>`,
    ),
  ]
}

/** The parts of an .xlsx with one cell style beside the plain one, as office programs write them. */
export function styledFrameOf(target: string): Part[] {
  const [types, root, workbook, links] = frameOf([target]) as [Part, Part, Part, Part]
  const text = (part: Part) => new TextDecoder().decode(part.packed)
  const type = `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
  const link = `<Relationship Id="rs" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  const formats =
    '<cellXfs count="2"><xf numFmtId="0" fillId="0"/><xf numFmtId="0" fillId="1" applyFill="1"/></cellXfs>'
  return [
    stored(types.name, text(types).replace('</Types>', type)),
    root,
    workbook,
    stored(
      links.name,
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="${target}"/>${link}`,
    ),
    deflated('xl/styles.xml', `${HEAD}<styleSheet xmlns="${SHEETS}">${fills}${formats}</styleSheet>`),
  ]
}

/** The text of a sheet part. */
export function sheetXml(rows: string, extra: { readonly dimension?: string; readonly after?: string } = {}): string {
  const dimension = extra.dimension ? `<dimension ref="${extra.dimension}"/>` : ''
  return `${HEAD}<worksheet xmlns="${SHEETS}">${dimension}<sheetData>${rows}</sheetData>${extra.after ?? ''}</worksheet>`
}

export function rowXml(row: number, cells: Readonly<Record<string, string>>): string {
  const xml = Object.entries(cells).map(
    ([column, text]) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  )
  return `<row r="${row}">${xml.join('')}</row>`
}
