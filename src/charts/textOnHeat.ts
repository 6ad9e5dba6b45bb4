/** Luminance at which black and white stand out equally (4.58:1 each), so one of them always passes 4.5:1. */
const EVEN = 0.179

/** Black or white, whichever is legible on the heat map's colour at a fraction 0–1 of its scale. */
export function textOnHeat(fraction: number, scale: readonly [string, string, string]): '#000000' | '#ffffff' {
  const [from, to, part] = fraction < 0.5 ? [scale[0], scale[1], fraction * 2] : [scale[1], scale[2], fraction * 2 - 1]
  const mixed = [1, 3, 5].map((at) => channel(from, at) + (channel(to, at) - channel(from, at)) * part)
  return luminance(mixed) > EVEN ? '#000000' : '#ffffff'
}

function channel(colour: string, at: number): number {
  return parseInt(colour.slice(at, at + 2), 16)
}

/** Relative luminance of WCAG 2.2 from channels 0–255. */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
