import type { Browser } from 'playwright'

export function browserEnv(folder?: string): Promise<Record<string, string>>
export function launchBrowser(): Promise<Browser>
