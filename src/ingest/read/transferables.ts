import type { ReadFile } from './readFile'

/** All buffers of what was read, each once, to be handed over instead of copied. */
export function transferables(files: readonly ReadFile[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const { tables } of files) {
    for (const { columns, widths } of tables) {
      buffers.add(widths.buffer as ArrayBuffer)
      for (const column of columns) {
        if (column.kind === 'dictionary') buffers.add(column.codes.buffer as ArrayBuffer)
        else
          for (const part of [column.starts, column.lengths, ...column.blocks]) buffers.add(part.buffer as ArrayBuffer)
      }
    }
  }
  return [...buffers]
}
