import { cleanName } from '../clean/cleanText'
import type { Concept, HeaderConcept } from './concept'
import { isDiagonalUnit } from './diagonalHeader'
import { leadingMonths } from './headerMonths'
import { headerKey, wordsOf } from './headerWords'
import { composition, isCompared, measureOf, singleConcept } from './singleConcept'

/** Splits «parent/child» of multi-row headers; a stroke inside brackets is part of its level: «任务数（条/月）». */
function headerPath(text: string): string[] {
  return text
    .split(/\/(?![^(（]*[)）])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether a cell is a word that headers use; for choosing a separator. «2024年» and «上半年» alone stand in titles as often. */
export function isHeaderWord(cell: string): boolean {
  const found = cell.length < 40 ? headerConcept(cell) : null
  if (!found) return false
  return found.concept !== 'month' || found.measure !== undefined || found.months?.first === found.months?.last
}

/**
 * What a header means: whole phrases first, then «verb + noun» (报送+日期, 采用+条数, 录用+刊物), then a verb after an outlet's name.
 * null when the dictionary knows nothing of it. Multi-row headers come joined as «采用情况/市日报».
 */
export function headerConcept(text: string): HeaderConcept | null {
  if (isDiagonalUnit(text)) return { concept: 'unit', confidence: 0.9 }
  const path = headerPath(text)
  return path.length > 1 ? pathConcept(path) : singleConcept(text)
}

/** «采用情况/市日报»: the child decides where it is a known word; under an adoption heading an unknown child is an outlet. */
function pathConcept(path: readonly string[]): HeaderConcept | null {
  if (path.some((level) => isCompared(headerKey(level)))) return { concept: 'ignore', confidence: 0.9 }
  return targetPath(path) ?? runningPath(path) ?? matrixPath(path) ?? namedPath(path)
}

/** «任务数/季度», «全年任务/采用»: below a heading of targets everything but their total and what is no number of them is one. */
function targetPath(path: readonly string[]): HeaderConcept | null {
  if (!path.slice(0, -1).some((part) => singleConcept(part)?.concept === 'target')) return null
  const own = singleConcept(path[path.length - 1]!)?.concept
  return own === undefined || PARTS_OF_TARGET.has(own) ? { concept: 'target', confidence: 0.85 } : null
}

const PARTS_OF_TARGET: ReadonlySet<Concept> = new Set<Concept>([
  'target',
  'period',
  'month',
  'submit',
  'adopt',
  'submittedCount',
  'adoptedCount',
  'score',
  'title',
])

/** «累计/报送»: what stands below «累计» is a running total too. */
function runningPath(path: readonly string[]): HeaderConcept | null {
  if (!path.slice(0, -1).some((part) => singleConcept(part)?.concept === 'running')) return null
  const own = singleConcept(path[path.length - 1]!)
  return own === null || measureOf(own) ? { concept: 'running', confidence: 0.9 } : own
}

/** «本月», «当期» beside «累计» below one heading: the number of the table's own period. */
const THIS_PERIOD = /^(?:本|当)(?:月|期|季度?|年|周)(?:数|份|度)?$/

/** «1月/报送», «采用/3月», «2023年/上半年/报送»: months on one level (or year and months on two) and what is counted on another. */
function matrixPath(path: readonly string[]): HeaderConcept | null {
  const levels = path.map((level) => {
    const found = leadingMonths(level)
    return found && found.rest === '' ? found.months : null
  })
  const named = levels.filter((months) => months !== null)
  const finest = named[named.length - 1]
  if (!finest) return null
  const months = { ...finest, year: finest.year ?? named.find(({ year }) => year !== null)?.year ?? null }
  const others = path.filter((_, i) => levels[i] === null)
  const last = levels[path.length - 1] === null ? singleConcept(path[path.length - 1]!) : null
  if (last?.concept === 'rowTotal') return { ...last, months }
  const measure = others.map((other) => measureOf(singleConcept(other))).find((found) => found !== null)
  if (measure) return { concept: 'month', months, measure, confidence: 0.95 }
  return levels[path.length - 1] ? { concept: 'month', months, confidence: 0.9 } : null
}

function namedPath(path: readonly string[]): HeaderConcept | null {
  const child = path[path.length - 1]!
  const parents = path.slice(0, -1)
  const own = singleConcept(child)
  const parent = singleConcept(parents[parents.length - 1]!)
  const joined = composition(headerKey(path.join('')), path.join(''))
  if (parents.some((part) => isAdoption(part))) {
    if (own && ['rate', 'score', 'rank', 'rowTotal', 'target', 'ignore', 'running'].includes(own.concept)) return own
    // «采用情况/园林动态/采用条数»: the number of the outlet that stands between.
    if (isAdoptedNumber(child, own) && outletLevels(parents).length > 0)
      return { concept: 'outletCount', outlet: outletOfPath(parents), confidence: 0.8 }
    if (own && (own.concept === 'date' || own.concept === 'submittedOn'))
      return { concept: 'adoptedOn', confidence: 0.9 }
    if (own && ['outlet', 'adoptOutlet', 'targetOutlet', 'unit', 'title'].includes(own.concept))
      return { concept: 'adoptOutlet', confidence: 0.9 }
    if (own && ['form', 'level', 'category', 'status', 'adoptFlag', 'adoptedOn', 'adoptedCount'].includes(own.concept))
      return own
    if (own?.concept === 'submit' || own?.concept === 'submittedCount') return own
    if (own?.concept !== 'title' && (THIS_PERIOD.test(headerKey(child)) || wordsOf('count').has(headerKey(child))))
      return { concept: 'adoptedCount', confidence: 0.85 }
    const ofForms = outletLevels(parents)
    return {
      concept: 'outletCount',
      outlet: outletOfPath(path),
      ...(ofForms.length > 0 ? { formOf: outletOfPath(parents) } : {}),
      confidence: 0.75,
    }
  }
  if (parent?.concept === 'submit' || parent?.concept === 'submittedCount') {
    if (wordsOf('count').has(headerKey(child)) || THIS_PERIOD.test(headerKey(child)))
      return { concept: 'submittedCount', confidence: 0.85 }
    if (own && ['date', 'unit', 'title', 'author'].includes(own.concept))
      return own.concept === 'date' ? { concept: 'submittedOn', confidence: 0.9 } : own
    if (own?.concept === 'outlet') return { concept: 'targetOutlet', confidence: 0.9 }
    if (!own || own.concept === 'rowTotal') return { concept: 'submittedCount', confidence: 0.7 }
  }
  // «采用级别/县»: each level a column of its own.
  if (!own && parent?.concept === 'level') return { concept: 'outletCount', outlet: cleanName(child), confidence: 0.75 }
  const under = parents[parents.length - 1]!
  if ((!parent || isNamedOutlet(under)) && !THIS_PERIOD.test(headerKey(under))) {
    // «政务网/条数», «日报/采用»: whose numbers these are, the columns beside them tell.
    if (own && measureOf(own)) return { ...own, under: cleanName(under) }
    if (!own && wordsOf('count').has(headerKey(child)))
      return { concept: 'adoptedCount', under: cleanName(under), confidence: 0.75 }
  }
  if (own && !(own.concept === 'title' && headerKey(child) === 'name')) return own
  return joined ?? parent
}

/** A heading over adoptions; an outlet's own name («其他刊物») is none. */
function isAdoption(heading: string): boolean {
  const concept = singleConcept(heading)?.concept
  return (
    concept !== undefined &&
    ['adopt', 'adoptFlag', 'adoptOutlet', 'adoptedCount', 'outlet', 'status'].includes(concept) &&
    !isNamedOutlet(heading)
  )
}

/** «其他刊物», «新媒体»: a name that ends in a word for outlets, where the word alone is the heading of any. */
function isNamedOutlet(text: string): boolean {
  return singleConcept(text)?.concept === 'outlet' && !wordsOf('outlet').has(headerKey(text))
}

/** «采用条数», «采用», «条数» and the like, below which no further name can stand. */
function isAdoptedNumber(text: string, own: HeaderConcept | null): boolean {
  return measureOf(own) === 'adopted' || (own?.concept !== 'title' && wordsOf('count').has(headerKey(text)))
}

/** The levels of a header path that name an outlet or a part of one: not the words for adoptions and their numbers. */
function outletLevels(path: readonly string[]): string[] {
  return path.filter((part) => {
    const key = headerKey(part)
    return !isAdoption(part) && !isAdoptedNumber(part, singleConcept(part)) && !THIS_PERIOD.test(key)
  })
}

/** The outlet's name in a header path: the levels below the adoption heading, «区级两办/一句话» keeping both. */
function outletOfPath(path: readonly string[]): string {
  const levels = outletLevels(path)
  return cleanName((levels.length > 0 ? levels : path.slice(-1)).join('·'))
}
