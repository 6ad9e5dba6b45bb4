import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Deck, NamedUnit } from '../model/deck'
import type { ShowPack } from '../model/show'
import type { SlideAnswer } from '../model/slide'

/** Numbers of a deck by question, and the units that they know. */
export interface DeckAnswers {
  readonly answers: Readonly<Record<string, SlideAnswer>>
  readonly units: readonly NamedUnit[]
}

const NOTHING: DeckAnswers = { answers: {}, units: [] }

/** The decks, and the numbers that were asked for them: asked once, they stay as they were when the deck was made. */
export const useDeckStore = defineStore('deck', () => {
  const decks = shallowRef<readonly Deck[]>([])
  const currentId = ref<string | null>(null)
  /** What the next show starts with. */
  const showing = shallowRef<ShowPack | null>(null)
  /** The step that it starts with; null: the first. */
  const startAt = ref<string | null>(null)
  const held = shallowRef<Readonly<Record<string, DeckAnswers>>>({})

  const current = computed(() => decks.value.find(({ id }) => id === currentId.value) ?? null)

  /** Adds a deck or puts a changed one in its place, and makes it the current one. */
  function put(deck: Deck): void {
    const known = decks.value.some(({ id }) => id === deck.id)
    decks.value = known ? decks.value.map((own) => (own.id === deck.id ? deck : own)) : [...decks.value, deck]
    currentId.value = deck.id
  }

  function remove(id: string): void {
    decks.value = decks.value.filter((own) => own.id !== id)
    const { [id]: _, ...rest } = held.value
    held.value = rest
    if (currentId.value === id) currentId.value = decks.value[0]?.id ?? null
  }

  function heldOf(id: string): DeckAnswers {
    return held.value[id] ?? NOTHING
  }

  function hold(id: string, answers: DeckAnswers): void {
    held.value = { ...held.value, [id]: answers }
  }

  return { decks, currentId, current, showing, startAt, put, remove, heldOf, hold }
})
