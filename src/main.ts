import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { takeNewVersion } from './composables/useUpdate'
import { i18n } from './locales'
import { router } from './router'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

void takeNewVersion().then((leaving) => {
  if (!leaving) createApp(App).use(createPinia()).use(i18n).use(router).mount('#app')
})
