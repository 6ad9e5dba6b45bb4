import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'

const UNITS = 100
const FIRST_YEAR = 2021
const YEARS = 4
const ADOPTED_SHARE = 0.35
const MAX_LAG_DAYS = 30
const CHUNK_CHARACTERS = 1 << 20
const MS_PER_DAY = 86400000

const OUTLETS = [
  '《信息通报》',
  '市委办信息科',
  '《市日报》',
  '手机报',
  '《每日要情》',
  '省政府办公厅',
  '市政府办',
  '学习强国',
  '县政府网站',
  '《专报信息》',
  '省委信息综合室',
  '微信公众号',
]
const AUTHORS = ['王建国', '李淑芬', '张伟', '刘洋', '周婷', '黄磊', '杨帆', '欧阳明']
const PLACES = ['城关', '东岭', '桃源', '石桥', '总寨', '合兴', '共和', '清河', '永安', '临江']
const KINDS = [
  '镇人民政府',
  '乡人民政府',
  '街道办事处',
  '财政所',
  '水利站',
  '中心学校',
  '卫生院',
  '派出所',
  '市场所',
  '司法所',
]
const OPENINGS = ['坚持问题导向', '聚焦重点任务', '强化统筹协调', '紧盯关键环节']
const ACTIONS = ['扎实推进', '全面加强', '多措并举抓好', '着力破解', '持续深化', '高效推动']
const TOPICS = [
  '春耕备耕和粮食生产',
  '防汛备汛与应急演练',
  '招商引资和项目建设',
  '基层治理与平安创建',
  '文旅融合和产业发展',
]
const ENDINGS = ['取得阶段性成效', '工作再上新的台阶', '群众满意度不断提高', '打通服务最后一公里']

/** mulberry32, so that the same seed writes the same bytes everywhere. */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function emptyCell() {
  return { submitted: 0, adopted: 0, placements: 0 }
}

function count(cells, name, outlets) {
  const cell = cells.get(name) ?? emptyCell()
  cell.submitted++
  if (outlets > 0) cell.adopted++
  cell.placements += outlets
  cells.set(name, cell)
}

function toObject(map) {
  return Object.fromEntries(map)
}

/**
 * Writes a ledger of one row a submission, and counts it while writing.
 *
 * @param {{ folder: string, rows?: number, seed?: number }} options
 * @returns {Promise<import('./makeLedger.mjs').BenchLedger>} the file, its size, and the numbers an import must give
 */
export async function makeLedger({ folder, rows = 1_000_000, seed = 20240705 }) {
  const random = seeded(seed)
  const whole = (limit) => Math.floor(random() * limit)
  const pick = (list) => list[whole(list.length)]
  const units = Array.from(
    { length: UNITS },
    (_, at) => PLACES[at % PLACES.length] + KINDS[Math.floor(at / PLACES.length)],
  )
  const start = Date.UTC(FIRST_YEAR, 0, 1)
  const days = (Date.UTC(FIRST_YEAR + YEARS, 0, 1) - start) / MS_PER_DAY
  // Printed once: a million calls of toISOString cost more than all the rest.
  const printed = Array.from({ length: days + MAX_LAG_DAYS }, (_, day) =>
    new Date(start + day * MS_PER_DAY).toISOString().slice(0, 10),
  )
  const total = emptyCell()
  const byUnit = new Map()
  const byMonth = new Map()
  const byOutlet = new Map(OUTLETS.map((outlet) => [outlet, 0]))

  await mkdir(folder, { recursive: true })
  const path = join(folder, `信息台账-${rows}.csv`)
  const stream = createWriteStream(path)
  let text = '序号,报送日期,报送单位,标题,信息员,是否采用,采用载体,采用日期\r\n'
  for (let row = 1; row <= rows; row++) {
    const day = whole(days)
    const unit = pick(units)
    const title = `${pick(OPENINGS)}${pick(ACTIONS)}${pick(TOPICS)}${pick(ENDINGS)}${row}`
    const chosen = new Set()
    if (random() < ADOPTED_SHARE) {
      const wanted = random() < 0.75 ? 1 : 2 + whole(2)
      while (chosen.size < wanted) chosen.add(pick(OUTLETS))
    }
    const adopted = chosen.size > 0
    const tail = adopted ? `是,${[...chosen].join('、')},${printed[day + whole(MAX_LAG_DAYS)]}` : '否,,'
    text += `${row},${printed[day]},${unit},${title},${pick(AUTHORS)},${tail}\r\n`

    total.submitted++
    if (adopted) total.adopted++
    total.placements += chosen.size
    count(byUnit, unit, chosen.size)
    count(byMonth, printed[day].slice(0, 7), chosen.size)
    for (const outlet of chosen) byOutlet.set(outlet, byOutlet.get(outlet) + 1)

    if (text.length >= CHUNK_CHARACTERS) {
      if (!stream.write(text)) await once(stream, 'drain')
      text = ''
    }
  }
  stream.end(text)
  await once(stream, 'finish')
  const expected = { total, units: toObject(byUnit), outlets: toObject(byOutlet), months: toObject(byMonth) }
  return { path, bytes: stream.bytesWritten, expected }
}
