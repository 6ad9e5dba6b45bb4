import { computed, type ComputedRef } from 'vue'
import type { LocationQueryRaw } from 'vue-router'
import { useFilterStore } from '../stores/filterStore'
import { useRoomStore } from '../stores/roomStore'
import { useWorkspaceStore } from '../stores/workspaceStore'
import { toAddress } from './choiceAddress'

/** What is chosen, as an address says it: every link to a room takes it along, or it would lead to other choices. */
export function useChoiceQuery(): ComputedRef<LocationQueryRaw> {
  const filters = useFilterStore()
  const rooms = useRoomStore()
  const workspace = useWorkspaceStore()
  return computed(() => toAddress(filters.known, rooms.settings, workspace.summary))
}
