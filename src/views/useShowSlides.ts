import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { slidesOf, type SlideView } from '../components/deck/slideView'
import type { Show } from '../composables/useShow'
import type { Stroke } from '../model/ink'
import type { UnitAnswer } from '../model/slide'
import { cardWithoutNames, namesOf, pseudonyms, type Pseudonyms } from '../report/anonymous'

/** What a window of a meeting draws of its show. */
export function useShowSlides(show: Show): {
  /** What stands for the units' names; null prints the names. */
  readonly names: ComputedRef<Pseudonyms | null>
  readonly slides: ComputedRef<readonly SlideView[]>
  readonly current: ComputedRef<SlideView | null>
  readonly next: ComputedRef<SlideView | null>
  /** The card that lies over the present slide, without names where signs stand for them. */
  readonly card: ComputedRef<UnitAnswer | null>
  /** Lines on the present slide. */
  readonly strokes: ComputedRef<readonly Stroke[]>
} {
  const { t } = useI18n()
  const { pack, state, steps } = show
  const names = computed(() =>
    pack.value && state.value.anonymous
      ? pseudonyms(namesOf(pack.value), t('present.letters'), pack.value.deck.id)
      : null,
  )
  const slides = computed(() =>
    pack.value ? slidesOf(pack.value.deck, steps.value, show.answerOf, names.value, state.value.highlight) : [],
  )
  const current = computed(() => slides.value[state.value.index] ?? null)
  return {
    names,
    slides,
    current,
    next: computed(() => slides.value[state.value.index + 1] ?? null),
    card: computed(() => {
      const own = show.card.value
      return own && names.value ? cardWithoutNames(own, names.value) : own
    }),
    strokes: computed(() => show.ink.value.strokes[current.value?.step.id ?? ''] ?? []),
  }
}
