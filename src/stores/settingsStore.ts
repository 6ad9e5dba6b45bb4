import { useStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { FEWEST_TO_RANK } from '../report/standing'

export type Locale = 'zh-CN' | 'en'
export type Theme = 'light' | 'dark'

/** How things are looked at on this PC; no data. Kept in localStorage where the browser allows it. */
export const useSettingsStore = defineStore('settings', () => ({
  locale: useStorage<Locale>('caiyong.locale', 'zh-CN'),
  theme: useStorage<Theme>('caiyong.theme', 'light'),
  /** Single letters are keys during a show. */
  showLetters: useStorage('caiyong.showLetters', true),
  /** Fewest submitted items for which a unit is ranked, and a change of a rate is spoken of. Changes no fact, so it is no step of the workspace. */
  fewest: useStorage('caiyong.fewest', FEWEST_TO_RANK),
}))
