import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'

export type Locale = 'zh-CN' | 'en'
export type Theme = 'light' | 'dark'

/** How things are looked at on this PC; no data. Kept in localStorage where the browser allows it. */
export const useSettingsStore = defineStore('settings', () => ({
  locale: useStorage<Locale>('caiyong.locale', 'zh-CN'),
  theme: useStorage<Theme>('caiyong.theme', 'light'),
  /** Single letters are keys during a show. */
  showLetters: useStorage('caiyong.showLetters', true),
}))
