import words from '../../data/presets/templates.json'
import type { TemplateWords } from '../../src/export/blankTemplate'

/** The words that ship, the targets of 2024. */
export const TEMPLATE_WORDS: TemplateWords = {
  ...words,
  titles: { ...words.titles, targets: words.titles.targets.replace('{year}', '2024') },
}
