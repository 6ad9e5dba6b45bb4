/** Index of spreadsheet letters: A → 0, Z → 25, AA → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
