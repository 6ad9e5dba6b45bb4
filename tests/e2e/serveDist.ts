import type { TestProject } from 'vitest/node'
import { buildWhenStale, dist } from '../../scripts/build.mjs'
import { serveFolder } from '../../scripts/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served while the browser tests run. */
    appUrl: string
  }
}

/** Builds the app when it is stale and serves it for all browser tests. */
export default async function serveDist(project: TestProject): Promise<() => Promise<void>> {
  buildWhenStale()
  const served = await serveFolder({ folder: dist })
  project.provide('appUrl', served.url)
  return served.close
}
