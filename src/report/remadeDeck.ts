import type { Deck, Step, TextStep } from '../model/deck'

/**
 * The steps of a deck with the sentences that its template made of the old numbers replaced by those that it makes of the new ones. What a person wrote stays;
 * a page of sentences counts as the template's while its lines are the ones that the template made.
 * @param old, anew the template's steps for the old and for the new numbers
 */
export function withNewSentences({ steps }: Pick<Deck, 'steps'>, old: readonly Step[], anew: readonly Step[]): Step[] {
  const [before, after] = [old, anew].map((own) => own.filter((step): step is TextStep => step.kind === 'text'))
  return steps.map((step) => {
    if (step.kind !== 'text') return step
    const place = before!.findIndex(({ caption, lines }) => caption === step.caption && same(lines, step.lines))
    return place < 0 || !after![place] ? step : { ...step, lines: after![place].lines }
  })
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
