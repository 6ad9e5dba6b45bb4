import { createI18n } from 'vue-i18n'
import type { Translate } from '../../src/components/periodText'
import { zhCN } from '../../src/locales'
import en from '../../src/locales/en'

const messages = { 'zh-CN': zhCN, en }

/** Translation that fails the test on a missing key. */
export function say(locale: 'zh-CN' | 'en'): Translate {
  const { global } = createI18n({
    legacy: false,
    locale,
    messages,
    missing: (_, key) => {
      throw new Error(`no words for ${key}`)
    },
  })
  return (key, params) => global.t(key, params ?? {})
}
