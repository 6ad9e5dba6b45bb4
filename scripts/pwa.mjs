/**
 * The installable app and its service worker, which keeps every file of the build. A new version waits until a person asks for
 * it; the app registers the worker itself, because it knows where that is possible.
 *
 * @type {Partial<import('vite-plugin-pwa').VitePWAOptions>}
 */
export const PWA = {
  registerType: 'prompt',
  injectRegister: null,
  includeManifestIcons: true,
  manifest: {
    id: './',
    name: '采用台',
    short_name: '采用台',
    description: '把手头的信息报送台账拖进来，得到可靠的采用率。数据不出这台电脑。',
    lang: 'zh-CN',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: '#b3261e',
    background_color: '#f7f7f5',
    icons: [
      { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: 'icons/mark.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css}'],
    // Hashed names: what is fetched for them needs no second name.
    dontCacheBustURLsMatching: /^assets\/.+-[\w-]{8}\.\w+$/,
    maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
    cleanupOutdatedCaches: true,
    // The page of the first visit is served by the worker as soon as it is there: a cable pulled a minute later costs no room. A later version still waits.
    clientsClaim: true,
    // Rooms are behind the hash: other pages beside the app, such as the single file, are none of its business.
    navigateFallback: null,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
}
