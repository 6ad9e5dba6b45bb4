import { createI18n } from 'vue-i18n'
import zhAbout from './zh-CN/about'
import zhCharts from './zh-CN/charts'
import zhCommon from './zh-CN/common'
import zhData from './zh-CN/data'
import zhFinding from './zh-CN/finding'
import zhOffice from './zh-CN/office'
import zhOverview from './zh-CN/overview'
import zhPresent from './zh-CN/present'
import zhReview from './zh-CN/review'
import zhRows from './zh-CN/rows'
import zhShell from './zh-CN/shell'
import zhMethod from './zh-CN/method'
import zhOutlets from './zh-CN/outlets'
import zhStorage from './zh-CN/storage'
import zhTrends from './zh-CN/trends'
import zhUnits from './zh-CN/units'
import zhVerdict from './zh-CN/verdict'

/** Every word shown, in Chinese. */
export const zhCN = {
  about: zhAbout,
  charts: zhCharts,
  common: zhCommon,
  data: zhData,
  finding: zhFinding,
  office: zhOffice,
  overview: zhOverview,
  present: zhPresent,
  review: zhReview,
  rows: zhRows,
  shell: zhShell,
  method: zhMethod,
  outlets: zhOutlets,
  storage: zhStorage,
  trends: zhTrends,
  units: zhUnits,
  verdict: zhVerdict,
}

/** Every word shown; Chinese ships with the page, English is loaded when asked for. */
export const i18n = createI18n({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages: { 'zh-CN': zhCN } })

/** What was asked for last: words that come late change nothing any more. */
let wanted: 'zh-CN' | 'en' = 'zh-CN'

/** Switches the language, loading its words first. */
export async function setLocale(locale: 'zh-CN' | 'en'): Promise<void> {
  const { global } = i18n
  wanted = locale
  if (locale === 'en' && !global.availableLocales.includes('en' as never)) {
    const { default: en } = await import('./en')
    global.setLocaleMessage('en' as never, en as never)
  }
  if (wanted !== locale) return
  global.locale.value = locale as 'zh-CN'
  document.documentElement.lang = locale
}
