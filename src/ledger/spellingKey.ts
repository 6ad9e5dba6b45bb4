/** A name without what only the hand that wrote it decides: width, case, blanks, brackets, book marks and other punctuation. */
export function spellingKey(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '') || name
  )
}
