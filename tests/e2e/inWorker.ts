import type { BrowserContext } from 'playwright'

/** Which workers a fault is planted in, in the order of their starting, from 1; all of them without. */
export interface Planting {
  readonly worker?: 'workspace' | 'read'
  readonly from?: number
  readonly to?: number
}

/** Changes the text of workers: the only way to plant a fault there. */
export function alterWorker(
  change: (text: string) => string,
  { worker = 'workspace', from = 1, to = Infinity }: Planting = {},
): (context: BrowserContext) => Promise<void> {
  return async (context) => {
    let started = 0
    await context.route(new RegExp(`${worker}\\.worker-[\\w-]+\\.js$`), async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      const planted = ++started >= from && started <= to
      await route.fulfill({ response, body: planted ? change(text) : text })
    })
  }
}

/** Runs text in a worker before the app's own. */
export function inWorker(script: string, planting: Planting = {}): (context: BrowserContext) => Promise<void> {
  return alterWorker((text) => `${script};\n${text}`, planting)
}
