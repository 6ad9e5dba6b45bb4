const waiting: (() => void)[] = []
let running = false

/** Runs one drawing a task: five charts drawn at once would hold the page for a fifth of a second on an office PC. */
export function drawInTurn(draw: () => void): void {
  waiting.push(draw)
  if (!running) next()
}

function next(): void {
  running = true
  setTimeout(() => {
    const draw = waiting.shift()
    if (!draw) {
      running = false
      return
    }
    try {
      draw()
    } finally {
      next()
    }
  })
}
