import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import list from '../../data/samples/samples.json'

// Data URLs inside modules: connect-src 'none' forbids fetching even our own files, and GBK bytes must arrive unchanged.
const contents = import.meta.glob<string>('../../data/samples/*.{csv,tsv,txt,ndjson,xlsx}', {
  query: '?url&inline',
  import: 'default',
})
const jsonContents = import.meta.glob<string>('../../data/samples/*.json', { query: '?raw', import: 'default' })

interface SampleEntry {
  readonly file: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly note: { readonly zh: string; readonly en: string }
}

export interface Sample {
  readonly id: string
  readonly title: string
  readonly note: string
}

/** The ledgers that ship with the app, each loaded when it is opened. */
export function useSamples(): { samples: ComputedRef<readonly Sample[]>; sampleFile(id: string): Promise<File> } {
  const { locale } = useI18n()
  const samples = computed(() =>
    (list as readonly SampleEntry[]).map(({ file, title, note }) => {
      const words = locale.value === 'en' ? 'en' : 'zh'
      return { id: file, title: title[words], note: note[words] }
    }),
  )
  return { samples, sampleFile }
}

async function sampleFile(id: string): Promise<File> {
  const path = `../../data/samples/${id}`
  const raw = jsonContents[path]
  if (raw) return new File([await raw()], id)
  const load = contents[path]
  if (!load) throw new Error(`no sample ${id}`)
  const url = await load()
  const comma = url.indexOf(',')
  const body = url.slice(comma + 1)
  const bytes = url.slice(0, comma).endsWith(';base64')
    ? Uint8Array.from(atob(body), (c) => c.charCodeAt(0))
    : new TextEncoder().encode(decodeURIComponent(body))
  return new File([bytes], id)
}
