import type { Composer } from 'vue-i18n'
import type { Finding } from '../model/finding'

/** Codes whose own sentence speaks of one row; about a whole sheet only the detail is said. */
const ROW_CODES = new Set([
  'unit-missing',
  'date-missing',
  'date-invalid',
  'date-masked',
  'date-ambiguous',
  'number-invalid',
  'measure-unknown',
])
/** Details that replace the sentence of their code rather than adding to it. */
const WHOLE_DETAILS = new Set([
  'adopted-on',
  'count-blank',
  'year',
  'adopted-blank',
  'submitted-blank',
  'blanks',
  'json-line',
  'replaced',
])

/** A finding as one sentence in the current language. */
export function findingText(finding: Finding, { t, te }: Pick<Composer, 't' | 'te'>): string {
  const words = {
    ...finding.params,
    value: cellShown(finding.value ?? ''),
    count: finding.count ?? 1,
    names: (finding.names ?? []).join('、'),
  }
  const detailKey = `finding.detail.${finding.detail ?? ''}`
  const detail = finding.detail && te(detailKey) ? t(detailKey, words) : ''
  if (detail && (WHOLE_DETAILS.has(finding.detail!) || (finding.row == null && ROW_CODES.has(finding.code))))
    return detail
  const sentence = t(`finding.code.${finding.code}`, words)
  return detail ? `${sentence}${t('finding.join')}${detail}` : sentence
}

/** A cell as it is shown: the members of a JSON list are joined as a person would. */
export function cellShown(value: string): string {
  return value.split('\u001f').join('、')
}

/** Where a finding is: «第 12 行 C 列», «第 12 行», «第 12 条 deptName» of JSON, or '' for a whole sheet or file. */
export function findingPlace(finding: Finding, { t }: Pick<Composer, 't'>): string {
  if (finding.row == null) return ''
  if (finding.field !== undefined) return t('data.findings.record', { row: finding.row, field: finding.field })
  return finding.column
    ? t('data.findings.cell', { row: finding.row, column: finding.column })
    : t('data.findings.row', { row: finding.row })
}
