import type { Plugin } from 'vite'

export const SINGLE_FILE: string
export function singleFilePolicy(): Plugin
export function withPolicy(html: string): string
