import type { HeaderConcept } from './concept'
import { headerConcept } from './headerConcept'
import { isForm } from './headerWords'
import { measureOf } from './singleConcept'

/** What the headers of a table mean, looked at together. */
export function columnConcepts(texts: readonly string[]): (HeaderConcept | null)[] {
  return withoutLoneMonths(withOutletHeadings(withoutForms(texts.map(headerConcept))))
}

/** The forms in which an outlet adopts (单条, 综合) are that outlet, where all that stands below it are forms. */
function withoutForms(concepts: readonly (HeaderConcept | null)[]): (HeaderConcept | null)[] {
  const isPart = (c: HeaderConcept): boolean => isForm(c.outlet!.slice(c.formOf!.length + 1))
  const named = new Set(concepts.flatMap((c) => (c?.formOf && !isPart(c) ? [c.formOf] : [])))
  return concepts.map((c) => (c?.formOf && !named.has(c.formOf) ? { ...c, outlet: c.formOf } : c))
}

/**
 * Unknown headings over counts are outlets where there are several of them (日报/采用, 快报/采用), or where one stands over a bare number
 * (政务网/条数). One heading over 报送 and 采用 only repeats what the table is about.
 */
function withOutletHeadings(concepts: readonly (HeaderConcept | null)[]): (HeaderConcept | null)[] {
  const headings = new Set(concepts.flatMap((c) => c?.under ?? []))
  const measures = new Set(concepts.flatMap((c) => (c?.under ? (measureOf(c) ?? []) : [])))
  if (headings.size === 0 || (headings.size === 1 && measures.has('submitted'))) return [...concepts]
  return concepts.map((c) =>
    c?.under
      ? { concept: 'outletCount', outlet: c.under, measure: measureOf(c) ?? 'adopted', confidence: c.confidence }
      : c,
  )
}

/** Months that all counts share name the period of the table («上半年报送数»); they are no columns of a matrix. */
function withoutLoneMonths(concepts: readonly (HeaderConcept | null)[]): (HeaderConcept | null)[] {
  const named = concepts.flatMap((c) => (c?.concept === 'month' && c.months ? [c.months] : []))
  if (new Set(named.map(({ year, first, last }) => `${year} ${first} ${last}`)).size !== 1) return [...concepts]
  return concepts.map((c) =>
    c?.concept === 'month' && c.measure
      ? { ...c, concept: c.measure === 'submitted' ? 'submittedCount' : 'adoptedCount' }
      : c,
  )
}
