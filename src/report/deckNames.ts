/**
 * A name that no other deck bears: the wanted one, or the same with a number. Two equal lines of a list would be one guess in two.
 * @param numbered the name with a number, in the language of the decks
 */
export function freeName(
  wanted: string,
  taken: readonly string[],
  numbered: (name: string, number: number) => string,
): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++) {
    const name = numbered(wanted, number)
    if (!taken.includes(name)) return name
  }
}
