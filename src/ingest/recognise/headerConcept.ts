import type { YearPart } from '../../model/period'
import { chineseNumber } from '../clean/chineseNumber'
import { cleanName } from '../clean/cleanText'
import { isDiagonalUnit } from './diagonalHeader'
import { headerKey, longestFirst, type WordList, wordsOf } from './headerWords'

/** What a header cell speaks of. `submit` and `adopt` alone stay open until the values of the column are seen. */
export type Concept =
  | 'sequence'
  | 'number'
  | 'unit'
  | 'group'
  | 'title'
  | 'author'
  | 'category'
  | 'form'
  | 'level'
  | 'secret'
  | 'instruction'
  | 'commissioned'
  | 'date'
  | 'submittedOn'
  | 'adoptedOn'
  | 'period'
  | 'month'
  | 'submit'
  | 'adopt'
  | 'submitFlag'
  | 'adoptFlag'
  | 'status'
  | 'outlet'
  | 'adoptOutlet'
  | 'targetOutlet'
  | 'outletCount'
  | 'submittedCount'
  | 'adoptedCount'
  | 'rate'
  | 'score'
  | 'rank'
  | 'target'
  | 'rowTotal'
  | 'running'
  | 'ignore'

export interface HeaderConcept {
  readonly concept: Concept
  /** For `outletCount`: the outlet's name inside the header, «甲网采用条数» → 甲网. */
  readonly outlet?: string
  /** For `month`: the month, quarter or half-year a matrix column stands for, and what it counts if the header says so. */
  readonly part?: YearPart
  readonly measure?: 'submitted' | 'adopted'
  /** 1 for a whole phrase of the dictionary, less for a composition or an open word. */
  readonly confidence: number
}

/** Words before the verb that do not change what is counted: 信息报送数, 本月采用数, 被采用. */
const MODIFIERS =
  /^(?:信息|稿件|文稿|材料|本月|本期|当月|当期|本季度|本季|季度|全年|年度|上半年|下半年|共|总|已|被|获|实际|实|各单位|单位|我单位|is|has|was)+/
const FILLERS = /^(?:的|信息|稿件|文稿|材料|情况)+/

/** Splits «parent/child» of multi-row headers. */
function headerPath(text: string): string[] {
  return text
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether a cell is a word that headers use; for choosing a separator. */
export function isHeaderWord(cell: string): boolean {
  return cell.length < 40 && headerConcept(cell) !== null
}

/**
 * What a header means: whole phrases first, then «verb + noun» (报送+日期, 采用+条数, 录用+刊物), then a verb after an outlet's name.
 * null when the dictionary knows nothing of it. Multi-row headers come joined as «采用情况/市日报».
 */
export function headerConcept(text: string): HeaderConcept | null {
  if (isDiagonalUnit(text)) return { concept: 'unit', confidence: 0.9 }
  const path = headerPath(text)
  if (path.length > 1) return pathConcept(path)
  const key = headerKey(text)
  if (!key) return null
  return monthHeader(key) ?? phrase(key) ?? composition(key, text) ?? withoutAffixes(key)
}

/** Field names of programs: «infoTitle», «statusName», «deptName» say no more than title, status, dept. */
function withoutAffixes(key: string): HeaderConcept | null {
  const bare = key
    .replace(/^(?:info|item|article|news|doc|record|manuscript|xinxi)(?=[a-z]{2})/, '')
    .replace(/(?<=[a-z]{2})(?:name|text|desc|label)$/, '')
  return bare === key || bare === '' ? null : (phrase(bare) ?? composition(bare, bare))
}

const PART = /^(?:([一二三四五六七八九十]{1,2}|\d{1,2})月份?|(?:第)?([一二三四1-4])季度|([上下])半年)(.*)$/

/** «3月», «一季度», «上半年», alone or before a verb: «1月报送», «二季度采用数». */
function monthHeader(key: string): HeaderConcept | null {
  const m = PART.exec(key)
  if (!m) return null
  const part = yearPart(m)
  if (!part) return null
  const rest = m[4]!
  // «上半年» alone is no column of a matrix, and «3月28日» is a date.
  if (rest === '') return part.kind === 'month' ? { concept: 'month', part, confidence: 1 } : null
  const measure = measureOf(phrase(rest) ?? composition(rest, rest))
  return measure ? { concept: 'month', part, measure, confidence: 0.9 } : null
}

function yearPart(m: RegExpExecArray): YearPart | null {
  if (m[3]) return { kind: 'halfYear', index: m[3] === '上' ? 1 : 2 }
  const index = chineseNumber((m[1] ?? m[2])!)
  if (index === null || index < 1 || index > (m[1] ? 12 : 4)) return null
  return { kind: m[1] ? 'month' : 'quarter', index }
}

function measureOf(concept: HeaderConcept | null): 'submitted' | 'adopted' | null {
  if (concept?.concept === 'submit' || concept?.concept === 'submittedCount') return 'submitted'
  return concept?.concept === 'adopt' || concept?.concept === 'adoptedCount' ? 'adopted' : null
}

const PHRASES: readonly (readonly [WordList, Concept])[] = [
  ['rate', 'rate'],
  ['sequence', 'sequence'],
  ['number', 'number'],
  ['rank', 'rank'],
  ['score', 'score'],
  ['target', 'target'],
  ['status', 'status'],
  ['author', 'author'],
  ['category', 'category'],
  ['form', 'form'],
  ['level', 'level'],
  ['secret', 'secret'],
  ['instruction', 'instruction'],
  ['commissioned', 'commissioned'],
  ['ignore', 'ignore'],
  ['period', 'period'],
  ['unit', 'unit'],
  ['group', 'group'],
  ['submit', 'submit'],
  ['adopt', 'adopt'],
  ['sentTo', 'targetOutlet'],
  ['outlet', 'outlet'],
  ['title', 'title'],
  ['rowTotal', 'rowTotal'],
]

function phrase(key: string): HeaderConcept | null {
  if (key.includes('累计')) return { concept: 'running', confidence: 1 }
  for (const [name, concept] of PHRASES)
    if (wordsOf(name).has(key)) return { concept, confidence: concept === 'submit' || concept === 'adopt' ? 0.7 : 1 }
  if (wordsOf('date').has(key) && key.length > 1) return { concept: 'date', confidence: 1 }
  if (/(?:任务|目标|指标)(?:数|数量|量|值|分|分值|分数|积分|条数|篇数)?$/.test(key) || /^目标得分$/.test(key))
    return { concept: 'target', confidence: 0.8 }
  if (/率$|百分比$|占比$/.test(key)) return { concept: 'rate', confidence: 0.8 }
  if (/得分$|积分$|分值$|总分$/.test(key)) return { concept: 'score', confidence: 0.9 }
  return null
}

function composition(key: string, original: string): HeaderConcept | null {
  const whether = /^是否(?:已|被)?/.exec(key)
  const rest = whether ? key.slice(whether[0].length) : key
  const stripped = rest.replace(MODIFIERS, '') || rest
  for (const [verbList, verb] of [
    ['submit', 'submit'],
    ['adopt', 'adopt'],
  ] as const) {
    for (const word of longestFirst(verbList)) {
      if (stripped.startsWith(word)) {
        if (whether) return { concept: verb === 'submit' ? 'submitFlag' : 'adoptFlag', confidence: 0.95 }
        const found = afterVerb(verb, stripped.slice(word.length))
        if (found) return found
      }
    }
  }
  if (whether) return null
  const suffix = unitOrOutletName(key)
  if (suffix) return suffix
  if (/(?:日期|时间)$/.test(key)) return { concept: 'date', confidence: 0.7 }
  if (/^(?:总|共|合)(?:数|计|量)/.test(key)) return { concept: 'rowTotal', confidence: 0.7 }
  return verbAfterOutlet(original)
}

/** «报送» + «日期», «采用» + «条数»: what follows the verb. */
function afterVerb(verb: 'submit' | 'adopt', tail: string): HeaderConcept | null {
  const rest = tail.replace(FILLERS, '')
  const submit = verb === 'submit'
  if (rest === '') {
    // «报送信息», «采用稿件» alone count items where the values are numbers; «采用情况» may hold outlets or ticks.
    return { concept: verb, confidence: 0.65 }
  }
  if (/^(?:率|比例|百分比|占比)$/.test(rest)) return { concept: 'rate', confidence: 0.95 }
  if (wordsOf('date').has(rest)) return { concept: submit ? 'submittedOn' : 'adoptedOn', confidence: 0.95 }
  if (/^(?:人|者|员|人员|作者|人姓名)$/.test(rest)) return { concept: 'author', confidence: 0.9 }
  if (/^(?:与否|否|是否)$/.test(rest))
    return submit ? { concept: 'submitFlag', confidence: 0.95 } : { concept: 'adoptFlag', confidence: 0.95 }
  if (rest === 'by')
    return submit ? { concept: 'author', confidence: 0.7 } : { concept: 'adoptOutlet', confidence: 0.9 }
  if (/^(?:结果|状态)$/.test(rest)) return { concept: 'status', confidence: 0.95 }
  if (/^(?:形式|方式|体裁)$/.test(rest)) return { concept: 'form', confidence: 0.9 }
  if (/^(?:级别|层级|层次|等级)$/.test(rest)) return { concept: 'level', confidence: 0.8 }
  if (/^(?:标题|题目|名称|题名|篇名|内容|主题)$/.test(rest)) return { concept: 'title', confidence: 0.9 }
  if (/^(?:编号|号)$/.test(rest)) return { concept: 'number', confidence: 0.9 }
  if (/^(?:月份?|季度|期间|时段|周期|年度|年月)$/.test(rest)) return { concept: 'period', confidence: 0.85 }
  if (/得分$|积分$|分值$|分$/.test(rest)) return { concept: 'score', confidence: 0.9 }
  if (wordsOf('count').has(rest) || /^(?:总|共)?(?:条|篇|件|份|则)?(?:数|数量|总数|量|合计|总计)$/.test(rest)) {
    return { concept: submit ? 'submittedCount' : 'adoptedCount', confidence: 0.95 }
  }
  if (submit && (wordsOf('unit').has(rest) || rest === '方')) return { concept: 'unit', confidence: 0.95 }
  if (wordsOf('outlet').has(rest) || (!submit && wordsOf('unit').has(rest)))
    return { concept: submit ? 'targetOutlet' : 'adoptOutlet', confidence: 0.95 }
  return null
}

/** «unit name», «科室名», «来稿的单位». */
function unitOrOutletName(key: string): HeaderConcept | null {
  const bare = key.replace(/(?:名称?|全称|name)$/, '')
  if (bare !== key && bare !== '') {
    if (wordsOf('unit').has(bare)) return { concept: 'unit', confidence: 0.9 }
    if (wordsOf('outlet').has(bare)) return { concept: 'outlet', confidence: 0.9 }
  }
  if (/(?:单位|部门|科室|乡镇|街道|处室|股室)$/.test(key) && key.length <= 8)
    return { concept: 'unit', confidence: 0.7 }
  if (/(?:载体|刊物|媒体|报刊)$/.test(key) && key.length <= 8) return { concept: 'outlet', confidence: 0.7 }
  if (/(?:标题|题目)$/.test(key)) return { concept: 'title', confidence: 0.8 }
  if (/(?:稿|件|文|登记|收|流水)号$/.test(key)) return { concept: 'number', confidence: 0.8 }
  return null
}

/** «市政府办采用», «甲网采用条数»: an outlet's own column. */
function verbAfterOutlet(original: string): HeaderConcept | null {
  const name = cleanName(original).replace(/[(（【\[](?:条|篇|件|则|份|次|个|期)[)）】\]]$/, '')
  for (const word of longestFirst('adopt')) {
    const at = name.toLowerCase().lastIndexOf(word)
    if (at <= 0) continue
    const tail = headerKey(name.slice(at + word.length))
    const outlet = name.slice(0, at).trim()
    if (tail !== '' && !wordsOf('count').has(tail) && !/^(?:条|篇|件|则|份)?数$|^(?:情况|信息)$/.test(tail)) continue
    if (outlet.replace(MODIFIERS, '') === '') continue
    return { concept: 'outletCount', outlet, confidence: 0.8 }
  }
  return null
}

/** «采用情况/市日报»: the child decides where it is a known word; under an adoption heading an unknown child is an outlet. */
function pathConcept(path: readonly string[]): HeaderConcept | null {
  return targetPath(path) ?? matrixPath(path) ?? namedPath(path)
}

/** «任务数/季度», «全年任务/采用»: below a heading of targets everything but their total and what is no number of them is one. */
function targetPath(path: readonly string[]): HeaderConcept | null {
  if (!path.slice(0, -1).some((part) => headerConcept(part)?.concept === 'target')) return null
  const own = headerConcept(path[path.length - 1]!)?.concept
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

/** «本月», «当期» beside «累计» below one heading: the number of the table's own period. */
const THIS_PERIOD = /^(?:本|当)(?:月|期|季度?|年|周)(?:数|份|度)?$/

/** «1月/报送», «采用/3月»: a month, quarter or half-year on one level and what is counted on another. */
function matrixPath(path: readonly string[]): HeaderConcept | null {
  for (const [i, level] of path.entries()) {
    const m = PART.exec(headerKey(level))
    const part = m && m[4] === '' ? yearPart(m) : null
    if (!part) continue
    const others = path.filter((_, other) => other !== i)
    const measure = others.map((other) => measureOf(headerConcept(other))).find((found) => found !== null)
    if (measure) return { concept: 'month', part, measure, confidence: 0.95 }
    if (part.kind === 'month' && i === path.length - 1) return { concept: 'month', part, confidence: 0.9 }
  }
  return null
}

function namedPath(path: readonly string[]): HeaderConcept | null {
  const child = path[path.length - 1]!
  const parents = path.slice(0, -1)
  const own = headerConcept(child)
  const parent = headerConcept(parents[parents.length - 1]!)
  const joined = composition(headerKey(path.join('')), path.join(''))
  if (parents.some((part) => isAdoption(headerConcept(part)?.concept))) {
    if (own && ['rate', 'score', 'rank', 'rowTotal', 'target', 'ignore', 'running'].includes(own.concept)) return own
    if (own && (own.concept === 'date' || own.concept === 'submittedOn'))
      return { concept: 'adoptedOn', confidence: 0.9 }
    if (own && ['outlet', 'adoptOutlet', 'targetOutlet', 'unit', 'title'].includes(own.concept))
      return { concept: 'adoptOutlet', confidence: 0.9 }
    if (own && ['form', 'level', 'category', 'status', 'adoptFlag', 'adoptedOn', 'adoptedCount'].includes(own.concept))
      return own
    if (own?.concept === 'submit' || own?.concept === 'submittedCount') return own
    if (own?.concept !== 'title' && (THIS_PERIOD.test(headerKey(child)) || wordsOf('count').has(headerKey(child))))
      return { concept: 'adoptedCount', confidence: 0.85 }
    return { concept: 'outletCount', outlet: outletOfPath(path), confidence: 0.75 }
  }
  if (parent?.concept === 'submit' || parent?.concept === 'submittedCount') {
    if (wordsOf('count').has(headerKey(child)) || THIS_PERIOD.test(headerKey(child)))
      return { concept: 'submittedCount', confidence: 0.85 }
    if (own && ['date', 'unit', 'title', 'author'].includes(own.concept))
      return own.concept === 'date' ? { concept: 'submittedOn', confidence: 0.9 } : own
    if (own?.concept === 'outlet') return { concept: 'targetOutlet', confidence: 0.9 }
    if (!own || own.concept === 'rowTotal') return { concept: 'submittedCount', confidence: 0.7 }
  }
  if (own && !(own.concept === 'title' && headerKey(child) === 'name')) return own
  return joined ?? parent
}

function isAdoption(concept: Concept | undefined): boolean {
  return (
    concept !== undefined && ['adopt', 'adoptFlag', 'adoptOutlet', 'adoptedCount', 'outlet', 'status'].includes(concept)
  )
}

/** The outlet's name in a header path: the levels below the adoption heading, «区级两办/一句话» keeping both. */
function outletOfPath(path: readonly string[]): string {
  const below = path.slice(1).filter((part) => {
    const concept = headerConcept(part)?.concept
    return concept !== 'adoptedCount' && concept !== 'adopt'
  })
  return cleanName((below.length > 0 ? below : path.slice(-1)).join('·'))
}
