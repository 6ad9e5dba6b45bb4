import type { VitePWAOptions } from 'vite-plugin-pwa'

export const PWA: Partial<VitePWAOptions>
