/** How the page was opened; it decides what the browser allows. */
export type Place = 'https' | 'local' | 'http' | 'file'

/** Where an address leads: plain http is trusted on this computer only. */
export function placeOf({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): Place {
  if (protocol === 'file:') return 'file'
  if (protocol === 'https:') return 'https'
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname) ? 'local' : 'http'
}

/** Number of the Chromium kernel, whatever the browser calls itself; null in another kind of browser. */
export function kernelOf(userAgent: string): number | null {
  const version = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1]
  return version === undefined ? null : Number(version)
}
