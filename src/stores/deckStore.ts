import { until } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Deck, NamedUnit } from '../model/deck'
import type { FormerDeck } from '../model/workspace'
import type { SlideAnswer } from '../model/slide'
import { deckChange } from '../report/deckChange'
import { readDeck, readDecks } from '../report/readDecks'
import { useProjectStore } from './projectStore'
import { useWorkspaceStore } from './workspaceStore'

/** Numbers of a deck by question, and the units of its frozen state. */
export interface DeckAnswers {
  readonly answers: Readonly<Record<string, SlideAnswer>>
  readonly units: readonly NamedUnit[]
}

const NOTHING: DeckAnswers = { answers: {}, units: [] }

/** The decks of the open project, and the numbers that were asked for them: they stay as long as the page. */
export const useDeckStore = defineStore('deck', () => {
  const workspace = useWorkspaceStore()
  const projects = useProjectStore()
  const decks = shallowRef<readonly Deck[]>([])
  const currentId = ref<string | null>(null)
  /** The show of the current deck was asked for, at that step or the first; null: it was not. */
  const starting = shallowRef<{ readonly step: string | null } | null>(null)
  const held = shallowRef<Readonly<Record<string, DeckAnswers>>>({})
  /** Changes on their way to the worker; what it answers meanwhile is older. */
  let sending = 0

  const current = computed(() => decks.value.find(({ id }) => id === currentId.value) ?? null)

  /** Another project was opened, a step was undone, or another tab changed this one. @param former decks that undo or redo could bring back until now */
  function take(kept: readonly unknown[], former: readonly FormerDeck[] = []): void {
    const known = decks.value
    const read = readDecks(kept)
    if (sending > 0 || JSON.stringify(read) === JSON.stringify(known)) return
    decks.value = read
    // What an undo brings back is what is looked for; a deck that another tab made is not.
    const returned = decks.value.find(
      ({ id }) => !known.some((own) => own.id === id) && former.some((own) => own.id === id),
    )
    if (returned) currentId.value = returned.id
    else if (!current.value) currentId.value = decks.value[0]?.id ?? null
  }
  watch(
    () => workspace.summary,
    (now, before) => take(now.decks, before?.formerDecks),
    { immediate: true },
  )

  /** A deck as the worker has it, where it is the one that was read: an older version wrote it with fewer fields. */
  function asKept(deck: Deck): unknown {
    const kept = workspace.summary.decks.find((own) => readDeck(own)?.id === deck.id)
    return kept !== undefined && JSON.stringify(readDeck(kept)) === JSON.stringify(deck) ? kept : deck
  }

  async function keep(next: readonly Deck[], writing: string | null = null): Promise<void> {
    const before = decks.value
    const change = deckChange(before, next)
    if (!change) return
    const seen = before.map(asKept)
    const changed = next.map((deck) => (before.includes(deck) ? seen[before.indexOf(deck)] : deck))
    decks.value = next
    sending++
    try {
      await workspace.setDecks(changed, change, writing, seen)
    } finally {
      sending--
      // The worker may have merged what another tab did meanwhile.
      take(workspace.summary.decks)
    }
  }

  /**
   * Adds a deck or puts a changed one in its place, and makes it the current one. Not while a project is being opened: its decks are not known yet, and would be lost.
   * @param writing names one sitting at one text, which is one step of undo
   */
  function put(deck: Deck, writing: string | null = null): void {
    if (projects.opening) return
    currentId.value = deck.id
    const known = decks.value.some(({ id }) => id === deck.id)
    void keep(known ? decks.value.map((own) => (own.id === deck.id ? deck : own)) : [...decks.value, deck], writing)
  }

  /** Where the browser keeps no projects, the tab alone still has the deck of its show after F5. Elsewhere a deck that is not there was removed, and stays so. */
  async function bringBack(deck: Deck): Promise<void> {
    await until(() => projects.opening).toBe(false)
    const state = projects.saving
    const keepsNothing = state.kind === 'unsaved' && state.reason === 'missing'
    if (keepsNothing && !decks.value.some(({ id }) => id === deck.id)) put(deck)
  }

  function remove(id: string): void {
    if (projects.opening) return
    const { [id]: _, ...rest } = held.value
    held.value = rest
    void keep(decks.value.filter((own) => own.id !== id))
    if (currentId.value === id) currentId.value = decks.value[0]?.id ?? null
  }

  function heldOf(id: string): DeckAnswers {
    return held.value[id] ?? NOTHING
  }

  function hold(id: string, answers: DeckAnswers): void {
    held.value = { ...held.value, [id]: answers }
  }

  return { decks, currentId, current, starting, put, bringBack, remove, heldOf, hold }
})
