import type { Plugin } from 'vite'

export function shippedList(mode: string): string
export function shippedPackages(mode: string): { page: Plugin; worker: () => Plugin }
