export const HOSTED_CSP: string
