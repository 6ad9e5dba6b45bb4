import type { Ink } from '../model/ink'
import type { ShowPack, ShowState } from '../model/show'
import { readDeck } from '../report/readDecks'

const PACK = 'caiyong.show'
const STATE = 'caiyong.showState'
const INK = 'caiyong.showInk'
const POSITION = 'caiyong.showPosition'

/** Where a show stood: deck and step by id, no name. */
export interface ShowPosition {
  /** Id of the showing; '' where it is not known. */
  readonly show: string
  readonly deck: string
  readonly step: string
  /** That of the show's state: two shows that stood at one step differ by it. 0 where it is not known. */
  readonly turn: number
  /** Nobody left it: the PC lost power, the browser or its tab was closed. */
  readonly interrupted: boolean
}

/** A show as a tab has it again after F5. */
export interface KeptShow {
  readonly pack: ShowPack
  readonly state: ShowState | null
  readonly ink: Ink | null
}

/** Answers are in the shapes of the version that asked for them; another one asks again. */
interface KeptPack {
  readonly build: string
  readonly pack: ShowPack
}

/** Keeps a running show for F5 and a crash of the tab. Where it does not fit, the position alone is kept. */
export function keepPack(pack: ShowPack): void {
  const kept: KeptPack = { build: __APP_BUILD__, pack }
  attempt(() => sessionStorage.setItem(PACK, JSON.stringify(kept)))
}

/** Where the show stands; the position outlives the tab. */
export function keepState(pack: ShowPack, state: ShowState, step: string): void {
  attempt(() => sessionStorage.setItem(STATE, JSON.stringify(state)))
  keepPosition({ show: pack.show, deck: pack.deck.id, step, turn: state.turn, interrupted: true })
}

export function keepInk(ink: Ink): void {
  attempt(() => sessionStorage.setItem(INK, JSON.stringify(ink)))
}

/** The show that was running in this tab of this version; null without one. */
export function keptShow(): KeptShow | null {
  return attempt(() => {
    const own = kept<Partial<KeptPack>>(sessionStorage, PACK)
    const deck = readDeck(own?.pack?.deck)
    if (!own?.pack || !deck || own.build !== __APP_BUILD__) return null
    return { pack: { ...own.pack, deck }, state: kept(sessionStorage, STATE), ink: kept(sessionStorage, INK) }
  })
}

/** Where a show stood last on this PC, whichever tab it was in. */
export function keptPosition(): ShowPosition | null {
  return attempt(() => {
    const own = kept<Partial<ShowPosition>>(localStorage, POSITION)
    if (typeof own?.deck !== 'string' || typeof own.step !== 'string') return null
    const turn = typeof own.turn === 'number' ? own.turn : 0
    const show = typeof own.show === 'string' ? own.show : ''
    return { show, deck: own.deck, step: own.step, turn, interrupted: own.interrupted === true }
  })
}

/** Whether one show stood there, at one of its turns. */
export function samePosition(one: ShowPosition | null, other: ShowPosition | null): boolean {
  return (
    one?.show === other?.show && one?.deck === other?.deck && one?.step === other?.step && one?.turn === other?.turn
  )
}

/** The show was left: its deck alone still knows the last step. What another tab noted of its own show stays: that one may still run. */
export function endShow(show: string | null): void {
  dropPack()
  const position = keptPosition()
  if (position && position.show === show) keepPosition({ ...position, interrupted: false })
}

/** Nobody wants to go on with a show that stood there. What another show noted meanwhile stays: it may still run. */
export function forgetShow(position: ShowPosition): void {
  dropPack()
  if (samePosition(keptPosition(), position)) keepPosition({ ...position, interrupted: false })
}

function dropPack(): void {
  for (const key of [PACK, STATE, INK]) attempt(() => sessionStorage.removeItem(key))
}

function keepPosition(position: ShowPosition): void {
  attempt(() => localStorage.setItem(POSITION, JSON.stringify(position)))
}

function kept<Value>(storage: Storage, key: string): Value | null {
  return JSON.parse(storage.getItem(key) ?? 'null') as Value | null
}

/** Storage may be full, or forbidden by the browser: a show goes on without it. */
function attempt<Value>(step: () => Value): Value | null {
  try {
    return step()
  } catch {
    return null
  }
}
