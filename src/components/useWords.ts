import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ChartWords } from '../charts/chartWords'
import { chartWordsOf } from './chartWordsOf'
import type { Translate } from './periodText'

/** Translation as a plain function, and the words of the charts; both follow the language. */
export function useWords(): { readonly say: Translate; readonly words: ComputedRef<ChartWords> } {
  const { t } = useI18n()
  const say: Translate = (key, params) => t(key, params ?? {})
  return { say, words: computed(() => chartWordsOf(say)) }
}
