/** Blanks that separate or pad: space, tab, no-break space and the full-width blank. */
export const BLANK_CHARACTERS: ReadonlySet<string> = new Set([' ', '\t', '\u00a0', '\u3000'])
const BLANK = ' \\t\\u00a0\\u3000'
const EDGES = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, 'g')
// One full-width blank alone stands inside words («单　位»).
const SEVERAL = new RegExp(`[ \\u00a0\\u3000]*\\t[${BLANK}]*|[ \\u00a0\\u3000]{2,}`, 'y')
const SINGLE = new RegExp(`[${BLANK}]+`, 'y')
const QUOTED = /"((?:[^"]|"")*)"/y

/** A line without the blanks at its ends. */
export function trimBlanks(line: string): string {
  return line.replace(EDGES, '')
}

/** Cells of a line that are separated by runs of blanks; a quoted cell (`quoted`) ends where its quote is closed before a run or the end. */
export function blankCells(line: string, runs: 'several' | 'single', quoted: boolean): string[] {
  const text = trimBlanks(line)
  const run = runs === 'several' ? SEVERAL : SINGLE
  const endOfRun = (at: number): number => {
    run.lastIndex = at
    return run.test(text) ? run.lastIndex : at
  }
  const cells: string[] = []
  for (let at = 0; at < text.length;) {
    QUOTED.lastIndex = at
    const wrapped = quoted ? QUOTED.exec(text) : null
    let end = wrapped ? QUOTED.lastIndex : at
    if (wrapped && (end === text.length || endOfRun(end) > end)) cells.push(wrapped[1]!.replace(/""/g, '"'))
    else {
      end = at
      while (end < text.length && endOfRun(end) === end) end++
      cells.push(text.slice(at, end))
    }
    at = endOfRun(end)
  }
  return cells
}
