import type { EChartsOption } from 'echarts'
import { init } from 'echarts'

/** A chart as SVG in Node with its ids renumbered, so that the same option always gives the same text. */
export function pictureOf(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return renumbered(chart.renderToSVGString()).replace(/></g, '>\n<') + '\n'
  } finally {
    chart.dispose()
  }
}

/** The texts of a picture in the order they are drawn. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) =>
    text!.replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>'),
  )
}

function renumbered(svg: string): string {
  const names = new Map<string, string>()
  return svg.replace(/zr\d+-[\w-]+/g, (id) => {
    const name = names.get(id) ?? `id${names.size}`
    names.set(id, name)
    return name
  })
}
