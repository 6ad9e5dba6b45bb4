import type { Browser, BrowserContext } from 'playwright'

export function browserEnv(folder?: string): Promise<Record<string, string>>
export function launchBrowser(more?: readonly string[]): Promise<Browser>
export function launchKernel(kernel: 86 | 109): Promise<Browser>
export function launchProfile(profile: string): Promise<BrowserContext>
