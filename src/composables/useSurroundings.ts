import { onMounted, ref, type Ref } from 'vue'
import { CAN_INSTALL } from './canInstall'
import { kernelOf, placeOf, type Place } from './surroundings'

export interface Surroundings {
  readonly version: string
  /** Names the sources the app was built from: the same sources, the same name. */
  readonly build: string
  readonly single: boolean
  readonly place: Place
  readonly kernel: number | null
  /** Whether the page opens without its server: never, once its worker has fetched everything, or already. */
  readonly offline: Ref<'no' | 'next' | 'yes'>
  /** Whether the browser promised not to clear what is stored here; null while unknown or where nobody can say. */
  readonly persisted: Ref<boolean | null>
}

/** The app and what it runs in, without a word of anybody's data. */
export function useSurroundings(): Surroundings {
  const persisted = ref<boolean | null>(null)
  const offline = ref<'no' | 'next' | 'yes'>('no')
  if (CAN_INSTALL) {
    offline.value = navigator.serviceWorker.controller ? 'yes' : 'next'
    // There once everything was fetched, whether or not it serves this page.
    void navigator.serviceWorker.ready.then(() => (offline.value = 'yes'))
  }
  onMounted(async () => {
    // Missing on plain http, whatever the DOM types say.
    const storage = navigator.storage as StorageManager | undefined
    persisted.value = (await storage?.persisted().catch(() => null)) ?? null
  })
  return {
    version: __APP_VERSION__,
    build: __APP_BUILD__,
    single: import.meta.env.MODE === 'single',
    place: placeOf(window.location),
    kernel: kernelOf(navigator.userAgent),
    offline,
    persisted,
  }
}
