import { onMounted, ref, type Ref } from 'vue'
import { CAN_INSTALL } from './canInstall'

/** Beside the page; a relative address, so that any folder of any host will do. */
const WORKER = './sw.js'
/** Survives the reload, in this window only. */
const WANTED = 'caiyong.update'
/** A worker that has not taken over by then never will; the old version goes on. */
const PATIENCE_MS = 5000

/**
 * Lets a service worker keep the app for days without its server, and tells when a newer version is ready. Nothing changes
 * until a person asks.
 */
export function useUpdate(): { readonly ready: Ref<boolean>; refresh(): void } {
  const ready = ref(false)

  onMounted(async () => {
    if (!CAN_INSTALL) return
    const container = navigator.serviceWorker
    // The first worker takes the page that brought it; a change after that is another window's, which has taken the new version: this page is of the old one,
    // whose later parts are gone.
    let controlled = container.controller !== null
    container.addEventListener('controllerchange', () => {
      ready.value = controlled
      controlled = true
    })
    const registration = await register(container)
    if (!registration) return
    // A page that was loaded past its worker has one all the same.
    controlled ||= registration.active !== null
    // It may be on its way or there already when this page begins to listen.
    const watch = (): void => {
      for (const worker of [registration.installing, registration.waiting]) {
        if (!worker) continue
        const look = (): void => {
          // Without a controller this is the first version, no news.
          if (worker.state === 'installed' && container.controller) ready.value = true
        }
        worker.addEventListener('statechange', look)
        look()
      }
    }
    registration.addEventListener('updatefound', watch)
    watch()
  })

  // The reload comes first: whoever is asked about unsaved work and stays has lost nothing, the old version included.
  const refresh = (): void => {
    sessionStorage.setItem(WANTED, 'yes')
    window.location.reload()
  }
  return { ready, refresh }
}

/**
 * Takes the new version that was asked for before the reload. Called before anything stands on the page: resolves to true when
 * the page is about to load once more.
 */
export async function takeNewVersion(): Promise<boolean> {
  if (!CAN_INSTALL || sessionStorage.getItem(WANTED) === null) return false
  sessionStorage.removeItem(WANTED)
  const container = navigator.serviceWorker
  const waiting = (await container.getRegistration())?.waiting
  if (!waiting) return false
  const taken = await new Promise<boolean>((resolve) => {
    container.addEventListener('controllerchange', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), PATIENCE_MS)
    waiting.postMessage({ type: 'SKIP_WAITING' })
  })
  if (taken) window.location.reload()
  return taken
}

/** Undefined where the host has no worker, or the browser or its keeper refuses: the app works without. */
async function register(container: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await container.register(WORKER)
  } catch {
    return undefined
  }
}
