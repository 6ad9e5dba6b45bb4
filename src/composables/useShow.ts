import { computed, type ComputedRef, type ShallowRef, shallowRef, watch } from 'vue'
import type { Step } from '../model/deck'
import type { ShowAction, ShowPack, ShowState } from '../model/show'
import type { SlideAnswer, UnitAnswer } from '../model/slide'
import { shownSteps } from '../report/deckSteps'
import { laterShow, nextShow, startOfShow } from '../report/showState'
import { stepQuestion } from '../report/stepQuestion'
import { keepPack, keepState } from './keptShow'
import { useDeckChannel } from './useDeckChannel'

export interface Show {
  readonly pack: Readonly<ShallowRef<ShowPack | null>>
  readonly state: Readonly<ShallowRef<ShowState>>
  readonly steps: ComputedRef<readonly Step[]>
  readonly card: ShallowRef<UnitAnswer | null>
  act(action: ShowAction): void
  answerOf(step: Step): SlideAnswer | null | undefined
  /** Gives the deck to this window and to all that listen. */
  start(pack: ShowPack, state?: ShowState | null): void
  /** Whether other windows can follow. */
  readonly supported: boolean
}

/**
 * A meeting in one window, in step with all others of this PC. Every window may be turned; the one that `holds` the deck hands it out, keeps it for F5 and
 * answers questions about units.
 */
export function useShow(holds: boolean, askCard?: (unit: string) => Promise<UnitAnswer | null>): Show {
  const pack = shallowRef<ShowPack | null>(null)
  const state = shallowRef<ShowState>(startOfShow())
  const card = shallowRef<UnitAnswer | null>(null)
  const steps = computed(() => (pack.value ? shownSteps(pack.value.deck) : []))

  const { post, supported } = useDeckChannel((message) => {
    if (message.kind === 'hello') tell()
    else if (message.kind === 'pack') {
      if (!holds) pack.value = message.pack
    }
    // Another tab may show another deck.
    else if (message.deck !== pack.value?.deck.id) return
    else if (message.kind === 'card') {
      if (!holds) card.value = message.card
    } else {
      const later = laterShow(state.value, message.state)
      // A window that lags behind is told, so that all end at one state.
      if (later === state.value && later.turn > message.state.turn) sayState()
      state.value = later
    }
  })

  function sayState(): void {
    if (pack.value) post({ kind: 'state', deck: pack.value.deck.id, state: state.value })
  }
  function sayCard(): void {
    if (pack.value) post({ kind: 'card', deck: pack.value.deck.id, card: card.value })
  }
  function tell(): void {
    if (!pack.value) return
    if (holds) post({ kind: 'pack', pack: pack.value })
    sayState()
    if (holds) sayCard()
  }

  function act(action: ShowAction): void {
    const next = nextShow(state.value, action, steps.value.length)
    if (next === state.value) return
    state.value = next
    sayState()
  }

  function start(own: ShowPack, from: ShowState | null = null): void {
    pack.value = own
    if (from) state.value = from
    keepPack(own)
    tell()
    post({ kind: 'hello' })
  }
  if (!holds) post({ kind: 'hello' })

  watch([state, steps], () => {
    if (holds && pack.value) keepState(pack.value, state.value, steps.value[state.value.index]?.id ?? null)
  })
  watch(
    () => state.value.card,
    async (unit) => {
      if (!holds || !askCard) return
      const answer = unit === null ? null : await askCard(unit)
      if (state.value.card !== unit) return
      card.value = answer
      sayCard()
    },
    { immediate: true },
  )

  return {
    pack,
    state,
    steps,
    card,
    act,
    answerOf: (step) => {
      const question = stepQuestion(step)
      return question === null ? null : pack.value?.answers[question]
    },
    start,
    supported,
  }
}
