import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope, nextTick, ref } from 'vue'
import { keepState, keptPosition } from '../../src/composables/keptShow'
import type { ShowMessage } from '../../src/composables/useDeckChannel'
import { useInterruptedShow } from '../../src/composables/useInterruptedShow'
import { startOfShow } from '../../src/report/showState'
import { useDeckStore } from '../../src/stores/deckStore'
import { deckOf, fakeStorages, packOf } from './fakeShow'

vi.mock('../../src/workers/clients', () => ({ watchWorkspace: () => undefined }))

/** What the other windows hear, and how they speak. */
const channel = vi.hoisted(() => ({
  receive: (_: ShowMessage): void => undefined,
  posted: (_: ShowMessage): void => undefined,
}))
vi.mock('../../src/composables/useDeckChannel', () => ({
  useDeckChannel: (receive: (message: ShowMessage) => void) => {
    channel.receive = receive
    return { post: (message: ShowMessage) => channel.posted(message), supported: true }
  },
}))

const PACK = packOf(deckOf('deck', ['first', 'second', 'third']), 'this showing')
const noteShow = (step: string, turn: number): void => keepState(PACK, startOfShow(0, false, turn), step)
const away = ref(false)
let scope: EffectScope

function inARoom(): ReturnType<typeof useInterruptedShow> {
  return scope.run(() => useInterruptedShow(away))!
}
/** A show filled the window for a while. */
async function showFor(run: () => void): Promise<void> {
  away.value = true
  await nextTick()
  run()
  away.value = false
  await nextTick()
}
const patiently = (): void => void vi.advanceTimersByTime(5000)

beforeEach(() => {
  vi.useFakeTimers()
  fakeStorages()
  setActivePinia(createPinia())
  useDeckStore().decks = [PACK.deck]
  away.value = false
  channel.posted = () => undefined
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a show that nobody left', () => {
  test('is offered when no window answers', () => {
    noteShow('second', 7)
    const { interrupted } = inARoom()
    patiently()
    expect(interrupted.value).toMatchObject({ step: 'second', page: 2 })
  })

  test('is not offered while it runs in another tab, nor once it goes on there', () => {
    noteShow('second', 7)
    channel.posted = ({ kind }) => {
      if (kind === 'hello') channel.receive({ kind: 'pack', pack: PACK })
    }
    const running = inARoom()
    patiently()
    expect(running.interrupted.value).toBe(null)

    channel.posted = () => undefined
    const { interrupted } = inARoom()
    patiently()
    expect(interrupted.value).not.toBe(null)
    channel.receive({ kind: 'pack', pack: PACK })
    expect(interrupted.value).toBe(null)
  })

  test('is not offered again when nobody wants it, a later one is', async () => {
    noteShow('second', 7)
    const { interrupted, forget } = inARoom()
    patiently()
    forget()
    expect(interrupted.value).toBe(null)
    expect(keptPosition()).toMatchObject({ step: 'second', interrupted: false })
    await showFor(() => noteShow('second', 9))
    patiently()
    expect(interrupted.value).toMatchObject({ step: 'second' })
  })

  test('leaves the note of another show alone when it is declined', () => {
    noteShow('second', 7)
    const { forget } = inARoom()
    patiently()
    noteShow('third', 8)
    forget()
    expect(keptPosition()).toEqual({ show: 'this showing', deck: 'deck', step: 'third', turn: 8, interrupted: true })
  })
})
