import { type ComputedRef, watch } from 'vue'
import { type LocationQueryRaw, type RouteLocationNormalized, useRoute, useRouter } from 'vue-router'
import { useChoiceStore } from '../stores/choiceStore'
import { useFilterStore } from '../stores/filterStore'
import { useRoomStore } from '../stores/roomStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { carriedBehind } from './carriedBehind'
import { besideChoices, choicesIn, fromAddress } from './choiceAddress'
import { useChoiceQuery } from './useChoiceQuery'

/**
 * Keeps the filters of the bar and the settings of the rooms in the address, so that back and forward lead through them and a room is entered with them. Numbers
 * of groups and units are those of the present ledger; what it does not know is dropped.
 */
export function useChoiceAddress(): {
  readonly query: ComputedRef<LocationQueryRaw>
  /** Takes the choices that the page was opened with, once there is a ledger that they can be of, and the page has its address. */
  enter(): void
} {
  const route = useRoute()
  const router = useRouter()
  const choices = useChoiceStore()
  const filters = useFilterStore()
  const rooms = useRoomStore()
  const workspace = useWorkspaceStore()
  const query = useChoiceQuery()

  /** Choices, as written in an address, on which the address and the page last agreed: what differs from them is the newer. */
  let agreed = ''
  /** The ledger whose numbers stand in the address. */
  let numbered = workspace.summary
  /** The address that the page was opened with names choices to begin with, which are no step to undo. */
  let entered = false
  // A room may still be loading: a filter chosen meanwhile waits for it, or it would call its visitor back.
  let heading: RouteLocationNormalized | null = null

  function settle(): void {
    // A show names no choices: they wait for whoever comes back from it.
    if (heading || route.meta['bare'] === true) return
    if (workspace.empty) {
      // What the page was opened with waits for the ledger that is on its way.
      if (entered) agreed = choicesIn(route.query)
      return
    }
    const before = numbered
    numbered = workspace.summary
    const there = choicesIn(route.query)
    const here = choicesIn(query.value)
    if (there !== here && there !== agreed) {
      // Steps through the history and links lead to other choices than those made.
      agreed = there
      const named = fromAddress(route.query, workspace.summary)
      if (entered) {
        filters.choose(named.filters)
        rooms.put(named.rooms)
      } else choices.begin(named)
      return
    }
    agreed = here
    const beside = besideChoices(route.query)
    if (before.revision === numbered.revision || !entered) {
      if (there !== here) void router.push({ query: { ...beside, ...query.value } })
      return
    }
    // The same things are meant under the numbers of the new ledger: that is no step of a way.
    const carried = carriedBehind(beside, before, numbered)
    if (there !== here || JSON.stringify(carried) !== JSON.stringify(beside))
      void router.replace({ query: { ...carried, ...query.value } })
  }
  router.beforeEach((to) => {
    heading = to
  })
  router.afterEach((to) => {
    // The end of a way that was left for another one ends nothing.
    if (heading !== to) return
    heading = null
    settle()
  })
  router.onError(() => {
    heading = null
  })
  watch([query, () => workspace.summary.revision], settle)
  return {
    query,
    enter() {
      entered = true
      // What was chosen meanwhile stands.
      const untouched = Object.keys(query.value).length === 0
      if (workspace.empty || heading) return
      numbered = workspace.summary
      if (untouched && choicesIn(route.query) !== choicesIn(query.value)) {
        agreed = choicesIn(route.query)
        choices.begin(fromAddress(route.query, workspace.summary))
      }
    },
  }
}
