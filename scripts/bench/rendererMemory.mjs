import { readFileSync, readdirSync } from 'node:fs'

/** @returns {{ pid: number, parent: number, command: string }[]} */
function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold blanks; the parent stands second after it.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
      } catch {
        // It ended while we looked.
        return []
      }
    })
}

function peakOf(pid) {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Number(line[1]) * 1024 : 0
  } catch {
    return 0
  }
}

/**
 * The largest peak of resident memory among the page processes of the browsers that this process started. Workers live
 * inside their page's process. Only Linux tells; elsewhere null.
 *
 * @returns {number | null} bytes
 */
export function peakRendererBytes() {
  if (process.platform !== 'linux') return null
  const all = processes()
  const ours = new Set([process.pid])
  for (let grown = true; grown;) {
    const children = all.filter((one) => ours.has(one.parent) && !ours.has(one.pid))
    for (const child of children) ours.add(child.pid)
    grown = children.length > 0
  }
  const pages = all.filter((one) => ours.has(one.pid) && one.command.includes('--type=renderer'))
  return Math.max(0, ...pages.map((page) => peakOf(page.pid)))
}
