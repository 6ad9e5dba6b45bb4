import type { InjectionKey } from 'vue'
import type { PanelCapture } from '../model/deck'

/** Given by the shell to every panel. */
export interface CapturePanel {
  /** Puts a panel into the deck and says so in words. */
  add(capture: PanelCapture): Promise<string>
  /** Whether single letters are keys. */
  letters(): boolean
}

export const CAPTURE_PANEL: InjectionKey<CapturePanel> = Symbol('capture panel')
