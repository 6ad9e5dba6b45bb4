export const HOSTED_CSP: string
export const WORKER_CSP: string
export function singleCsp(hashes: readonly string[]): string
