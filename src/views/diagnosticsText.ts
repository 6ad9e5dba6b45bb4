/** What helps to explain a fault, and nothing of what a person works on. */
export interface Diagnostics {
  readonly version: string
  readonly build: string
  readonly single: boolean
  readonly place: string
  readonly offline: string
  readonly persisted: boolean | null
  readonly locale: string
  readonly userAgent: string
  readonly screen: string
  readonly timeZone: string
}

/** One line a fact, in the same words in every language, so that whoever receives it can read it. */
export function diagnosticsText(facts: Diagnostics): string {
  return [
    `Caiyong ${facts.version} (${facts.build}), ${facts.single ? 'single file' : 'hosted'}`,
    `opened: ${facts.place}; offline: ${facts.offline}; persisted: ${facts.persisted ?? 'unknown'}`,
    `browser: ${facts.userAgent}`,
    `page: ${facts.screen}; language: ${facts.locale}; time zone: ${facts.timeZone}`,
  ].join('\n')
}
