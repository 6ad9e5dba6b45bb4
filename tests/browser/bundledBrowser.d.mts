import type { Browser, BrowserContext } from 'playwright'

export function browserEnv(folder?: string): Promise<Record<string, string>>
export function launchBrowser(): Promise<Browser>
export function launchProfile(profile: string): Promise<BrowserContext>
