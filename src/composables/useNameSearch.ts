import { shallowRef, type ShallowRef } from 'vue'

/** Whether a name matches what was typed. */
export type NameMatch = (name: string, query: string) => boolean

const plain: NameMatch = (name, query) => name.toLowerCase().includes(query.toLowerCase())
const match = shallowRef<NameMatch>(plain)
let loading = false

/** Finds names by their characters at once, and by pinyin or its initials as soon as the dictionary (140 KB) has come. */
export function useNameSearch(): { readonly match: ShallowRef<NameMatch>; load(): void } {
  return {
    match,
    load() {
      if (loading) return
      loading = true
      void import('../ledger/pinyinInitials').then(({ matchesSearch }) => {
        match.value = matchesSearch
      })
    },
  }
}
