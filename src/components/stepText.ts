import type { UndoStep } from '../model/workspace'
import type { Translate } from './periodText'

/** What a step of the undo stack did, in words. */
export function stepText({ kind, files }: UndoStep, say: Translate): string {
  const [deck = '', page = '', to = ''] = files
  return say(`storage.journal.step.${kind}`, { files: files.join('、'), deck, page, to })
}
