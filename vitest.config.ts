import { defineConfig } from 'vitest/config'

/** The rooms where a local day could be mistaken for a moment: they run twice, on both sides of the date line. */
const TIME_SENSITIVE = ['time', 'ingest', 'measures', 'golden', 'property']
  .map((room) => `tests/${room}/**/*.test.ts`)
  .concat('tests/workbooks/otherProgram.test.ts')

const BROWSER = 'tests/e2e/**/*.browser.test.ts'

/** The app's own build settings: plugins and defines are the same in tests. */
const VITE = './vite.config.ts'

export default defineConfig({
  test: {
    projects: [
      {
        extends: VITE,
        test: {
          name: 'core',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', '**/*.browser.test.ts'],
          env: { TZ: 'Asia/Shanghai' },
        },
      },
      {
        extends: VITE,
        test: {
          name: 'losAngeles',
          include: TIME_SENSITIVE,
          exclude: ['**/*.browser.test.ts'],
          env: { TZ: 'America/Los_Angeles' },
        },
      },
      {
        extends: VITE,
        test: {
          name: 'browser',
          include: [BROWSER],
          globalSetup: ['tests/e2e/serveDist.ts'],
          env: { TZ: 'Asia/Shanghai' },
          // A watchdog, not a measurement: nothing here asserts how long something takes.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Vitest's own second is a measurement: on a busy machine a page takes longer than that to follow.
          expect: { poll: { timeout: 45_000 } },
          // Two cores: two browsers at a time, since each waits more than it works; and after the others.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
