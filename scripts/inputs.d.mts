export const INPUTS: readonly string[]
export function buildName(): string
