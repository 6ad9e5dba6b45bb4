import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { takeNewVersion } from './composables/useUpdate'
import { i18n } from './locales'
import { router } from './router'
import { WorkerGone } from './workers/watchedWorker'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

/** Whoever ended a worker says so; one that only waited for it has nothing to add. */
function told(error: unknown): boolean {
  return error instanceof WorkerGone
}

window.addEventListener('unhandledrejection', (event) => {
  if (told(event.reason)) event.preventDefault()
})

void takeNewVersion().then((leaving) => {
  if (leaving) return
  const app = createApp(App)
  app.config.errorHandler = (error) => {
    if (told(error)) return
    // It is told as any other error of the page.
    queueMicrotask(() => {
      throw error
    })
  }
  app.use(createPinia()).use(i18n).use(router).mount('#app')
})
