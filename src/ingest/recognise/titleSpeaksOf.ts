import { matchKey } from '../clean/cleanText'
import { mentionsAdoption, mentionsSubmission } from './headerWords'

/** What the titles of a sheet speak of: submissions, adoptions or targets alone; null for several of them or none. */
export type TitleSpeaksOf = 'submitted' | 'adopted' | 'targets' | null

const TARGETS = /任务|目标|指标|计划/
const DONE = /完成|进度|进展|落实/

/** Titles first; the name of the sheet where they say nothing, then that of the file. «任务完成情况» is not of targets. */
export function titleSpeaksOf(sources: readonly (readonly string[])[]): TitleSpeaksOf {
  for (const source of sources) {
    const text = source.map(matchKey).join('\n')
    if (TARGETS.test(text) && !DONE.test(text)) return 'targets'
    const submitted = mentionsSubmission(text)
    const adopted = mentionsAdoption(text)
    if (submitted || adopted) return submitted && adopted ? null : submitted ? 'submitted' : 'adopted'
  }
  return null
}
