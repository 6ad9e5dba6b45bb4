import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildWhenStale, dist, singleFile } from '../../scripts/build.mjs'
import { serveFolder } from '../../scripts/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served while the browser tests run. */
    appUrl: string
    /** The single file, as it is opened from a disk. */
    singleUrl: string
  }
}

/** Builds what is stale, and serves the hosted app for all browser tests. */
export default async function serveDist(project: TestProject): Promise<() => Promise<void>> {
  buildWhenStale('hosted')
  buildWhenStale('single')
  const served = await serveFolder({ folder: dist })
  project.provide('appUrl', served.url)
  project.provide('singleUrl', pathToFileURL(singleFile).href)
  return served.close
}
