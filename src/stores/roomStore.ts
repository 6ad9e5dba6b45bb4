import { defineStore } from 'pinia'
import { computed, shallowRef, type WritableComputedRef } from 'vue'
import type { ControlSettings, RankBy } from '../model/analysis'
import type { Earlier } from '../model/comparison'

/** How the rooms Units and Trends are set: ways of looking, no data. */
export interface RoomSettings {
  readonly by: RankBy
  /** Units are ranked within their groups. */
  readonly withinGroups: boolean
  /** The limits of the funnel are widened by the variation beyond chance. */
  readonly adjusted: boolean
  readonly control: ControlSettings
  /** The period that changes of units are measured from. */
  readonly earlier: Earlier
}

/** How rooms are set before anybody sets them. */
export const USUAL_ROOMS: RoomSettings = {
  by: 'rate',
  withinGroups: true,
  adjusted: false,
  control: { measure: 'rate', rules: 'nhs', rebase: [], baseline: null },
  earlier: 'before',
}

/** The settings of the rooms: they outlive the view, so that whoever comes back finds his room as he left it. */
export const useRoomStore = defineStore('room', () => {
  const settings = shallowRef<RoomSettings>(USUAL_ROOMS)

  function setting<Key extends keyof RoomSettings>(key: Key): WritableComputedRef<RoomSettings[Key]> {
    return computed({
      get: () => settings.value[key],
      set: (next) => (settings.value = { ...settings.value, [key]: next }),
    })
  }

  /** Puts all settings in place, as a step of undo or an address names them. */
  function put(next: RoomSettings): void {
    settings.value = next
  }

  return {
    settings,
    put,
    by: setting('by'),
    withinGroups: setting('withinGroups'),
    adjusted: setting('adjusted'),
    control: setting('control'),
    earlier: setting('earlier'),
  }
})
