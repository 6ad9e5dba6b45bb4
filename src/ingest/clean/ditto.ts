const DITTO = /^(?:〃|″|"|同上|同前)$/

/** Whether a cell repeats the one above: 〃, 同上. */
export function isDitto(text: string): boolean {
  return DITTO.test(text)
}
