export const dist: string
export function distIsStale(): boolean
export function buildWhenStale(): void
