import { useEventListener } from '@vueuse/core'
import { computed, type ComputedRef, type ShallowRef, shallowRef, watch } from 'vue'
import type { Step } from '../model/deck'
import type { Ink, Stroke } from '../model/ink'
import type { ShowAction, ShowPack, ShowState } from '../model/show'
import type { SlideAnswer, UnitAnswer } from '../model/slide'
import { shownSteps } from '../report/deckSteps'
import { mergedInk, NO_INK, stepOfStroke, wipedStep, withStroke } from '../report/ink'
import { laterShow, nextShow, startOfShow } from '../report/showState'
import { stepQuestion } from '../report/stepQuestion'
import { endShow, keepInk, keepPack, keepState, type KeptShow } from './keptShow'
import { useDeckChannel } from './useDeckChannel'

export interface Show {
  readonly pack: Readonly<ShallowRef<ShowPack | null>>
  readonly state: Readonly<ShallowRef<ShowState>>
  readonly steps: ComputedRef<readonly Step[]>
  readonly card: ShallowRef<UnitAnswer | null>
  readonly ink: Readonly<ShallowRef<Ink>>
  act(action: ShowAction): void
  /** A stroke begun on the present step, or grown on the step where it began, whatever is shown meanwhile. @param done the pen was lifted */
  draw(stroke: Stroke, done: boolean): void
  /** Wipes what was drawn on the present step. */
  wipe(): void
  answerOf(step: Step): SlideAnswer | null | undefined
  /** Gives the deck to this window and to all that listen. */
  start(show: KeptShow): void
  /** The deck was changed meanwhile: the same step goes on, or the one in its place. */
  follow(pack: ShowPack): void
  /** Leaves: what was drawn is wiped in all windows, and those that follow are told. */
  end(): void
  /** Counts the time of the meeting from now on, in all windows. */
  restart(): void
  /** The show that this window followed has ended, and no other has begun. */
  readonly ended: Readonly<ShallowRef<boolean>>
  /** Whether other windows can follow. */
  readonly supported: boolean
}

/**
 * A meeting in one window, in step with all others of this PC. Every window may be turned; the one that `holds` the deck hands it out, keeps it for F5 and
 * answers questions about units.
 */
export function useShow(holds: boolean, askCard?: (pack: ShowPack, unit: string) => Promise<UnitAnswer | null>): Show {
  const pack = shallowRef<ShowPack | null>(null)
  const state = shallowRef<ShowState>(startOfShow())
  const card = shallowRef<UnitAnswer | null>(null)
  const ink = shallowRef<Ink>(NO_INK)
  const ended = shallowRef(false)
  /** This window gave its show up: it answers nobody any more. */
  let left = false
  const steps = computed(() => (pack.value ? shownSteps(pack.value.deck) : []))

  const { post, supported } = useDeckChannel((message) => {
    if (message.kind === 'hello') tell()
    else if (message.kind === 'pack') {
      if (holds) return
      if (message.pack.show !== pack.value?.show) {
        // A window left open from an earlier showing hands nothing of it to this one.
        ink.value = NO_INK
        card.value = null
        state.value = startOfShow()
      }
      pack.value = message.pack
      ended.value = false
    }
    // Another tab may show another deck, or this one at its own pace.
    else if (message.show !== pack.value?.show) return
    else if (message.kind === 'ended') {
      if (holds) return
      pack.value = null
      card.value = null
      ended.value = true
      // Another tab may hold the same showing.
      post({ kind: 'hello' })
    } else if (message.kind === 'since') countFrom(message.since)
    else if (message.kind === 'card') {
      if (!holds) card.value = message.card
    } else if (message.kind === 'ink') {
      ink.value = mergedInk(ink.value, message.ink)
      if (holds) keepInk(ink.value)
    } else {
      const later = laterShow(state.value, message.state)
      // A window that lags behind is told, so that all end at one state.
      if (later === state.value && later.turn > message.state.turn) sayState()
      state.value = later
    }
  })

  function countFrom(since: number): void {
    if (!pack.value) return
    pack.value = { ...pack.value, since }
    if (holds) keepPack(pack.value)
  }
  function restart(): void {
    if (!pack.value) return
    countFrom(Date.now())
    post({ kind: 'since', show: pack.value.show, since: pack.value.since })
  }
  function sayEnded(): void {
    if (!holds || !pack.value) return
    // First, or it would answer whoever asks for another one.
    left = true
    post({ kind: 'ended', show: pack.value.show })
  }
  // Loaded anew, the window hands its deck out again.
  useEventListener('pagehide', sayEnded)
  useEventListener('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    left = false
    tell()
  })

  function sayState(): void {
    if (pack.value) post({ kind: 'state', show: pack.value.show, state: state.value })
  }
  function sayCard(): void {
    if (pack.value) post({ kind: 'card', show: pack.value.show, card: card.value })
  }
  function sayInk(own: Ink): void {
    if (pack.value) post({ kind: 'ink', show: pack.value.show, ink: own })
  }
  function tell(): void {
    if (!pack.value || left) return
    if (holds) post({ kind: 'pack', pack: pack.value })
    sayState()
    sayInk(ink.value)
    if (holds) sayCard()
  }

  function act(action: ShowAction): void {
    const next = nextShow(state.value, action, steps.value.length)
    if (next === state.value) return
    state.value = next
    sayState()
  }

  const stepNow = (): string | null => steps.value[state.value.index]?.id ?? null
  function draw(stroke: Stroke, done: boolean): void {
    const step = stepOfStroke(ink.value, stroke.id) ?? stepNow()
    if (step === null) return
    ink.value = withStroke(ink.value, step, stroke)
    sayInk(withStroke(NO_INK, step, stroke))
    if (holds && done) keepInk(ink.value)
  }
  function wipe(): void {
    const next = wipedStep(ink.value, stepNow() ?? '')
    if (next === ink.value) return
    ink.value = next
    sayInk(next)
    if (holds) keepInk(next)
  }

  function start(own: KeptShow): void {
    left = false
    pack.value = own.pack
    if (own.state) state.value = own.state
    ink.value = own.ink ?? NO_INK
    keepPack(own.pack)
    // What is kept may be of a show that nobody left.
    keepInk(ink.value)
    tell()
    post({ kind: 'hello' })
  }

  function follow(own: ShowPack): void {
    const step = stepNow()
    pack.value = own
    keepPack(own)
    const at = steps.value.findIndex(({ id }) => id === step)
    const index = at < 0 ? Math.max(0, Math.min(state.value.index, steps.value.length - 1)) : at
    state.value = nextShow(state.value, { kind: 'moved', index }, steps.value.length)
    tell()
  }
  function end(): void {
    const next = Object.keys(ink.value.strokes).reduce(wipedStep, ink.value)
    ink.value = next
    sayInk(next)
    sayEnded()
    endShow(pack.value?.show ?? null)
  }
  if (!holds) post({ kind: 'hello' })

  watch([state, steps], () => {
    const step = stepNow()
    if (holds && pack.value && step !== null) keepState(pack.value, state.value, step)
  })
  watch(
    () => state.value.card,
    async (unit) => {
      if (!holds || !askCard) return
      const answer = unit === null || !pack.value ? null : await askCard(pack.value, unit)
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
    ink,
    act,
    draw,
    wipe,
    answerOf: (step) => {
      const question = stepQuestion(step)
      return question === null ? null : pack.value?.answers[question]
    },
    start,
    follow,
    end,
    restart,
    ended,
    supported,
  }
}
