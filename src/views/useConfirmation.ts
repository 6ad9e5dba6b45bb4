import { shallowRef, type ShallowRef } from 'vue'

/** A question with what a yes would do. */
export interface Confirmation {
  readonly title: string
  readonly question: string
  readonly yes: string
  readonly act: () => Promise<unknown>
}

/** The question that stands, null while nothing is asked, and the yes to it. */
export function useConfirmation(): {
  readonly asked: ShallowRef<Confirmation | null>
  confirm(): Promise<void>
} {
  const asked = shallowRef<Confirmation | null>(null)
  return {
    asked,
    async confirm() {
      const act = asked.value?.act
      asked.value = null
      await act?.()
    },
  }
}
