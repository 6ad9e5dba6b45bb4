/** A place of the app with an address of its own. */
interface Room {
  readonly name: string
  readonly path: string
  /** Stands below the room before it. */
  readonly part?: true
  /** Alt and this number lead there; those of the meeting first. */
  readonly key?: number
  /** Shows figures, so the chosen filters are named above it. */
  readonly filtered?: true
}

/**
 * Every room in the order of the work. Navigation, router, keys and tests read this list; the name of a room is
 * `shell.rooms.<name>` in the locales, its view stands in the router.
 */
export const ROOMS = [
  { name: 'data', path: '/', key: 1 },
  { name: 'rows', path: '/rows', part: true, key: 7, filtered: true },
  { name: 'names', path: '/names', part: true, key: 8 },
  { name: 'projects', path: '/projects', part: true },
  { name: 'overview', path: '/overview', key: 2, filtered: true },
  { name: 'units', path: '/units', key: 3, filtered: true },
  { name: 'outlets', path: '/outlets', key: 4, filtered: true },
  { name: 'trends', path: '/trends', key: 5, filtered: true },
  { name: 'present', path: '/present', key: 6 },
  { name: 'method', path: '/method', key: 9 },
  { name: 'about', path: '/about', part: true },
] as const satisfies readonly Room[]

export type RoomName = (typeof ROOMS)[number]['name']

/** The room that answers to Alt and a number. */
export function roomOfKey(key: number): RoomName | undefined {
  return (ROOMS as readonly Room[]).find((room) => room.key === key)?.name as RoomName | undefined
}

/** Whether the chosen filters are named above a room; a page outside the list, such as the gallery, shows them. */
export function isFiltered(name: unknown): boolean {
  const room = (ROOMS as readonly Room[]).find((one) => one.name === name)
  return room === undefined || room.filtered === true
}
