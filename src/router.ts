import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import DataView from './views/DataView.vue'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'data', component: DataView },
  { path: '/rows', name: 'rows', component: () => import('./views/RowsView.vue') },
  { path: '/names', name: 'names', component: () => import('./views/NamesView.vue') },
  { path: '/overview', name: 'overview', component: () => import('./views/OverviewView.vue') },
  { path: '/units', name: 'units', component: () => import('./views/UnitsView.vue') },
  { path: '/outlets', name: 'outlets', component: () => import('./views/OutletsView.vue') },
  { path: '/trends', name: 'trends', component: () => import('./views/TrendsView.vue') },
  { path: '/present', name: 'present', component: () => import('./views/PresentView.vue') },
  // Without the shell around them.
  { path: '/present/show', name: 'show', component: () => import('./views/ShowView.vue'), meta: { bare: true } },
  {
    path: '/present/speaker',
    name: 'speaker',
    component: () => import('./views/SpeakerView.vue'),
    meta: { bare: true },
  },
  { path: '/present/print', name: 'print', component: () => import('./views/DeckPrintView.vue'), meta: { bare: true } },
  { path: '/projects', name: 'projects', component: () => import('./views/ProjectsView.vue') },
  { path: '/method', name: 'method', component: () => import('./views/MethodView.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]
if (import.meta.env.DEV)
  routes.unshift({ path: '/gallery', name: 'gallery', component: () => import('./views/GalleryView.vue') })

/** Hash history: any folder of any static host serves every room. */
export const router = createRouter({ history: createWebHashHistory(), routes })
