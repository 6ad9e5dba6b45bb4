/** Fine lines over a bar whose decisions are still coming in. */
export function hatch(color: string) {
  return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color }
}
