type Build = 'hosted' | 'single'

export const dist: string
export const singleFile: string
export function isStale(build: Build): boolean
export function buildWhenStale(build: Build): void
