import type { BrowserContext } from 'playwright'

/** Runs text in the workspace worker before the app's own: the only way to plant a fault there. */
export function inWorker(script: string): (context: BrowserContext) => Promise<void> {
  return async (context) => {
    await context.route(/workspace\.worker-[\w-]+\.js$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `${script};\n${await response.text()}` })
    })
  }
}
