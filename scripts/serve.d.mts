export interface ServeOptions {
  /** What to serve. */
  folder: string
  /** Where it appears, with both slashes: '/' or '/any/folder/'. */
  base?: string
  /** 0 takes any free port. */
  port?: number
  /** The policy header; null sends none. */
  csp?: string | null
}

export interface Served {
  url: string
  close: () => Promise<void>
}

export function serveFolder(options: ServeOptions): Promise<Served>
