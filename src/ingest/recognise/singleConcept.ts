import { cleanName } from '../clean/cleanText'
import type { Concept, HeaderConcept } from './concept'
import { leadingMonths } from './headerMonths'
import { headerKey, longestFirst, looksLikeOutlet, type WordList, wordsOf } from './headerWords'

/** Words before the verb that do not change what is counted: 信息报送数, 本月采用数, 被采用. */
const MODIFIERS =
  /^(?:其中|信息|稿件|文稿|材料|本月|本期|当月|当期|本季度|本季|季度|全年|年度|上半年|下半年|首次|最早|最终|共|总|已|被|获|实际|实|各单位|单位|我单位|is|has|was)+/
/** Numbers of another period, beside which those of the table stand. */
const COMPARED = /^(?:上|前)(?:一?个?月|期|季度?|年度?)|^去年|同期|同比|环比|增长|增减|^较|^比上/
/** What is due, not what was done. */
const DUE =
  /最低|最少|不少于|^(?:全年|每年|年度?|每半年|半年|每季度?|季度?|每月|月度?)?(?:应报|应送|应上报|应采用|应完成|应投|计划|下达|定额)/
/** Whether a header key names another period than that of the table. */
export function isCompared(key: string): boolean {
  return COMPARED.test(key)
}

const FILLERS = /^(?:的|信息|稿件|文稿|材料|情况)+/

/** What one cell of a header means; see headerConcept for whole headers. */
export function singleConcept(text: string): HeaderConcept | null {
  const key = headerKey(text)
  if (!key) return null
  // In brackets too: «报送数（累计）».
  if (text.includes('累计')) return { concept: 'running', confidence: 1 }
  return monthHeader(text) ?? phrase(key) ?? composition(key, text) ?? withoutAffixes(key) ?? numbered(key)
}

const REPEATED: ReadonlySet<Concept> = new Set<Concept>([
  'outlet',
  'adoptOutlet',
  'targetOutlet',
  'adoptedOn',
  'author',
])

/** «采用载体1», «采用载体2»: one of several columns of a kind. */
function numbered(key: string): HeaderConcept | null {
  const bare = key.replace(/[\d一二三四五]+$/, '')
  const found = bare === key || bare === '' ? null : (phrase(bare) ?? composition(bare, bare))
  return found && REPEATED.has(found.concept) ? found : null
}

/** «3月», «一季度», «2023年», alone or before a verb: «1月报送», «二季度采用数»; before a word for sums what they add up. */
function monthHeader(text: string): HeaderConcept | null {
  const found = leadingMonths(text)
  if (!found) return null
  const { months } = found
  const rest = headerKey(found.rest)
  if (rest === '') return { concept: 'month', months, confidence: 0.9 }
  if (wordsOf('rowTotal').has(rest)) return { concept: 'rowTotal', months, confidence: 0.9 }
  const measure = measureOf(phrase(rest) ?? composition(rest, rest))
  return measure ? { concept: 'month', months, measure, confidence: 0.9 } : null
}

/** Field names of programs: «infoTitle», «statusName», «deptName» say no more than title, status, dept. */
function withoutAffixes(key: string): HeaderConcept | null {
  const bare = key
    .replace(/^(?:info|item|article|news|doc|record|manuscript|xinxi)(?=[a-z]{2})/, '')
    .replace(/(?<=[a-z]{2})(?:name|text|desc|label)$/, '')
  return bare === key || bare === '' ? null : (phrase(bare) ?? composition(bare, bare))
}

/** What a count is of; null for anything else. */
export function measureOf(concept: HeaderConcept | null): 'submitted' | 'adopted' | null {
  if (concept?.concept === 'submit' || concept?.concept === 'submittedCount') return 'submitted'
  return concept?.concept === 'adopt' || concept?.concept === 'adoptedCount' ? 'adopted' : null
}

const RANK = /(?:排名|名次|位次|序位|排位|排行)(?:次序)?$/
const POINTS = /(?:得分|积分|计分|总分)(?:数|值|合计|总计|小计)?$|分值$|分数$/

/** «采用分», «手机报录用分»: what the adoptions give. */
function isPointsOfAdoption(key: string): boolean {
  return key.endsWith('分') && longestFirst('adopt').some((word) => key.endsWith(`${word}分`))
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
  if (isCompared(key)) return { concept: 'ignore', confidence: 0.9 }
  for (const [name, concept] of PHRASES)
    if (wordsOf(name).has(key)) return { concept, confidence: concept === 'submit' || concept === 'adopt' ? 0.7 : 1 }
  if (wordsOf('date').has(key) && key.length > 1) return { concept: 'date', confidence: 1 }
  if (DUE.test(key)) return { concept: 'target', confidence: 0.8 }
  if (/(?:任务|目标|指标)(?:数|数量|量|值|分|分值|分数|积分|条数|篇数)?$/.test(key) || /^目标得分$/.test(key))
    return { concept: 'target', confidence: 0.8 }
  if (/率$|百分比$|占比$/.test(key)) return { concept: 'rate', confidence: 0.8 }
  if (RANK.test(key)) return { concept: 'rank', confidence: 0.9 }
  if (POINTS.test(key) || isPointsOfAdoption(key)) return { concept: 'score', confidence: 0.9 }
  return null
}

/** «verb + noun», then names of units and outlets, then a verb after an outlet's name; `original` keeps the outlet's spelling. */
export function composition(key: string, original: string): HeaderConcept | null {
  const whether = /^是否(?:已|被)?/.exec(key)
  const rest = whether ? key.slice(whether[0].length) : key
  const starts = [rest, rest.replace(MODIFIERS, '')]
  for (const [verbList, verb] of [
    ['submit', 'submit'],
    ['adopt', 'adopt'],
  ] as const) {
    for (const word of longestFirst(verbList)) {
      for (const start of starts) {
        if (!start.startsWith(word)) continue
        if (whether) return { concept: verb === 'submit' ? 'submitFlag' : 'adoptFlag', confidence: 0.95 }
        const found = afterVerb(verb, start.slice(word.length))
        if (found) return found
      }
    }
  }
  if (whether) return null
  const suffix = unitOrOutletName(key)
  if (suffix) return suffix
  const outlet = verbAfterOutlet(original)
  // «县级采用时间» is the column of an outlet; «拟采用时间» is none.
  if (/(?:日期|时间)$/.test(key))
    return outlet && looksLikeOutlet(outlet.outlet!) ? outlet : { concept: 'date', confidence: 0.7 }
  if (/^(?:总|共|合)(?:数|计|量)/.test(key)) return { concept: 'rowTotal', confidence: 0.7 }
  return outlet
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
  if (
    wordsOf('count').has(rest) ||
    /^(?:总|共)?(?:条|篇|件|份|则|次)?(?:数|数量|总数|量)?(?:合计|总计|小计|共计)?$/.test(rest)
  ) {
    return { concept: submit ? 'submittedCount' : 'adoptedCount', confidence: 0.95 }
  }
  if (submit && /^(?:去向|去处|至|到|往|给)$/.test(rest)) return { concept: 'targetOutlet', confidence: 0.9 }
  if (submit && (wordsOf('unit').has(rest) || rest === '方')) return { concept: 'unit', confidence: 0.95 }
  if (/^(?:载体|刊物|媒体|报刊|平台|渠道)(?:名称)?(?:及|和|与)/.test(rest))
    return { concept: submit ? 'targetOutlet' : 'adoptOutlet', confidence: 0.8 }
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
  if (/(?:标题|题目|题名|篇名)$/.test(key)) return { concept: 'title', confidence: 0.8 }
  const person = key.replace(/(?:姓名|名字)$/, '')
  if (person !== key && wordsOf('author').has(person)) return { concept: 'author', confidence: 0.9 }
  if (/(?:稿|件|文|登记|收|流水)号$/.test(key)) return { concept: 'number', confidence: 0.8 }
  return null
}

/** «市政府办采用», «甲网采用条数»: an outlet's own column; «市日报投稿数» what was submitted to it. */
function verbAfterOutlet(original: string): HeaderConcept | null {
  const name = cleanName(original).replace(/[(（【\[](?:条|篇|件|则|份|次|个|期)[)）】\]]$/, '')
  for (const word of longestFirst('adopt')) {
    const at = name.toLowerCase().lastIndexOf(word)
    if (at <= 0) continue
    const tail = headerKey(name.slice(at + word.length))
    const outlet = name
      .slice(0, at)
      .replace(/^其中[:：]?/, '')
      .trim()
    if (
      tail !== '' &&
      !wordsOf('count').has(tail) &&
      !wordsOf('date').has(tail) &&
      !/^(?:条|篇|件|则|份)?数$|^(?:情况|信息)$/.test(tail)
    )
      continue
    if (outlet.replace(MODIFIERS, '') === '') continue
    return { concept: 'outletCount', outlet, confidence: 0.8 }
  }
  return submittedToOutlet(name)
}

function submittedToOutlet(name: string): HeaderConcept | null {
  for (const word of longestFirst('submit')) {
    const at = name.toLowerCase().lastIndexOf(word)
    if (at <= 0 || !wordsOf('count').has(headerKey(name.slice(at + word.length)))) continue
    const outlet = name.slice(0, at).trim()
    return looksLikeOutlet(outlet) ? { concept: 'outletCount', outlet, measure: 'submitted', confidence: 0.8 } : null
  }
  return null
}
