import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { type ChosenFilters, NO_FILTERS } from './chosenFilters'
import { useFilterStore } from './filterStore'
import { type RoomSettings, USUAL_ROOMS, useRoomStore } from './roomStore'
import { useWorkspaceStore } from './workspaceStore'

/** What is chosen on the page: filters, and how rooms are set. */
export interface Choices {
  readonly filters: ChosenFilters
  readonly rooms: RoomSettings
}

/** Choices that undo or redo leads to, and the place of the state of the workspace that they were left at. */
interface Step {
  readonly choices: Choices
  readonly place: number
}

/** Steps of undo kept. */
const STEPS = 50

/**
 * The choices before and after the present ones, in one order with the steps of the workspace: a choice remembers after which of those it was made. What was done
 * last goes back first, and a change of the ledger or of a deck takes no choice away.
 */
export const useChoiceStore = defineStore('choice', () => {
  const workspace = useWorkspaceStore()
  const filters = useFilterStore()
  const rooms = useRoomStore()

  const now = computed<Choices>(() => ({ filters: filters.chosen, rooms: rooms.settings }))
  const before = shallowRef<readonly Step[]>([])
  const after = shallowRef<readonly Step[]>([])
  /** The choices that the steps lead from. */
  let settled = now.value

  const place = computed(() => workspace.summary.place)
  /** The step that goes back next; null while one of the workspace was made after it. */
  const last = computed(() => {
    const step = before.value[before.value.length - 1]
    return step && (step.place >= place.value || workspace.summary.undo === null) ? step : null
  })
  /** The step that is done again next; null while one of the workspace comes before it. */
  const next = computed(() => {
    const step = after.value[after.value.length - 1]
    return step && step.place === place.value ? step : null
  })

  // What changes together, as a link to other filters does, is one step.
  watch(now, (chosen) => {
    if (same(chosen, settled)) return
    before.value = [...before.value, { choices: settled, place: place.value }].slice(-STEPS)
    after.value = []
    settled = chosen
  })
  // What was undone before another step of the workspace was made leads nowhere any more; undo and redo of the workspace pass none of it by.
  watch(place, (at) => {
    after.value = after.value.filter((step) => step.place >= at)
  })

  function put(choices: Choices): void {
    filters.put(choices.filters)
    rooms.put(choices.rooms)
    settled = now.value
  }

  /** Goes back to the choice before; nothing to go back to changes nothing. */
  function undo(): void {
    if (!last.value) return
    const { choices } = last.value
    before.value = before.value.slice(0, -1)
    after.value = [...after.value, { choices: now.value, place: place.value }]
    put(choices)
  }

  /** Takes the last undo back. */
  function redo(): void {
    if (!next.value) return
    const { choices } = next.value
    after.value = after.value.slice(0, -1)
    before.value = [...before.value, { choices: now.value, place: place.value }]
    put(choices)
  }

  /** The workspace stands anew, and its places with it: choices stand, those before them are no steps any more. */
  function settle(): void {
    before.value = []
    after.value = []
    settled = now.value
  }

  /** Another project: what was chosen was chosen of the last one. Not to be undone; the clock stays. */
  function forget(): void {
    put({ filters: { ...NO_FILTERS, clock: filters.clock }, rooms: USUAL_ROOMS })
    settle()
  }

  /** What the step that goes back next changed; null: no choice goes back next. */
  const undoes = computed(() => last.value && changed(last.value.choices, now.value))
  const redoes = computed(() => next.value && changed(next.value.choices, now.value))

  /** Choices to begin with, as an address names them. Not to be undone. */
  const begin = put

  return { now, undoes, redoes, undo, redo, settle, forget, begin }
})

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function changed(from: Choices, to: Choices): 'filter' | 'setting' {
  return same(from.filters, to.filters) ? 'setting' : 'filter'
}
