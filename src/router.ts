import type { Component } from 'vue'
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { ROOMS, type RoomName } from './rooms'
import DataView from './views/DataView.vue'

/** The first room comes with the page, the others when they are entered. */
const VIEWS: Readonly<Record<RoomName, Component | (() => Promise<Component>)>> = {
  data: DataView,
  rows: () => import('./views/RowsView.vue'),
  names: () => import('./views/NamesView.vue'),
  projects: () => import('./views/ProjectsView.vue'),
  overview: () => import('./views/OverviewView.vue'),
  units: () => import('./views/UnitsView.vue'),
  outlets: () => import('./views/OutletsView.vue'),
  trends: () => import('./views/TrendsView.vue'),
  present: () => import('./views/PresentView.vue'),
  method: () => import('./views/MethodView.vue'),
  about: () => import('./views/AboutView.vue'),
}

const routes: RouteRecordRaw[] = [
  ...ROOMS.map(({ name, path }) => ({ name, path, component: VIEWS[name] })),
  // The show stands without the shell around it.
  { path: '/present/show', name: 'show', component: () => import('./views/ShowView.vue'), meta: { bare: true } },
  {
    path: '/present/speaker',
    name: 'speaker',
    component: () => import('./views/SpeakerView.vue'),
    meta: { bare: true },
  },
  { path: '/present/print', name: 'print', component: () => import('./views/DeckPrintView.vue'), meta: { bare: true } },
  { path: '/:rest(.*)*', redirect: '/' },
]
if (import.meta.env.DEV)
  routes.unshift({ path: '/gallery', name: 'gallery', component: () => import('./views/GalleryView.vue') })

/** Hash history: any folder of any static host serves every room. */
export const router = createRouter({ history: createWebHashHistory(), routes })
