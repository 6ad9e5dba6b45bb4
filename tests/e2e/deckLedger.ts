import type { FilePayload } from './helpers'
import { textFile } from './steps'

/** Units of two groups, long names among them. */
export const DEPARTMENTS = [
  '县农业农村局',
  '县发展和改革局',
  '县人力资源和社会保障局',
  '县教育局',
  '县公安局',
  '县自然资源和规划局',
  '县住房和城乡建设局',
  '县市场监督管理局',
  '县卫生健康局',
  '县文体旅游广电局',
  '县应急管理局',
  '县医疗保障局',
]
export const TOWNS = ['城关镇', '石桥镇', '东岭乡', '双河镇', '南坪乡', '青石镇', '龙泉镇', '白沙乡']
/** Reports in the year before only. */
export const SILENT = '永兴乡'
/** Reports, and has nothing adopted. */
export const ZERO = '白沙乡'
export const OUTLETS = ['县每日要情', '市政务信息', '省信息专报', '市日报', '掌上手机报']

/** A year and a half of items whose answers follow from their numbers; no chance is drawn. */
export const MEETING: FilePayload = textFile(
  '会议台账.csv',
  '单位,分组,标题,报送日期,采用载体,采用日期',
  ...Array.from(
    { length: 18 },
    (_, month) => `${month < 12 ? 2023 : 2024}-${String((month % 12) + 1).padStart(2, '0')}`,
  ).flatMap((month, m) => [
    ...DEPARTMENTS.flatMap((unit, u) => itemsOf(unit, '县直部门', month, 3 + ((u + m) % 4), 1 + ((u * 2 + m) % 3))),
    ...TOWNS.flatMap((unit, u) =>
      itemsOf(unit, '乡镇', month, 2 + ((u + m) % 3), unit === ZERO && m >= 12 ? 0 : (u + m) % 3),
    ),
    ...(m < 12 ? itemsOf(SILENT, '乡镇', month, 2, 1) : []),
  ]),
)

function itemsOf(unit: string, group: string, month: string, submitted: number, adopted: number): string[] {
  return Array.from({ length: submitted }, (_, i) => {
    const outlets = [OUTLETS[i % 5], ...(i % 2 === 0 ? [OUTLETS[(i + 2) % 5]] : [])].join('、')
    const day = String(3 + i * 4).padStart(2, '0')
    return [
      unit,
      group,
      `${unit}${month}工作信息第${i + 1}条`,
      `${month}-${day}`,
      i < adopted ? outlets : '',
      i < adopted ? `${month}-${String(Number(day) + 3).padStart(2, '0')}` : '',
    ].join(',')
  })
}

/** Sixty-four units of four groups with names and outlets as long as they come, most of them without an adoption. */
export const CROWD: FilePayload = textFile(
  '大台账.csv',
  '单位,分组,标题,报送日期,采用载体',
  ...Array.from({ length: 64 }, (_, u) =>
    Array.from({ length: 6 + (u % 5) * 3 }, (__, i) =>
      [
        `第${u}街道办事处综合治理中心和便民服务分中心`,
        ['县直部门', '乡镇街道', '省垂直管理单位', '国有企业'][u % 4],
        `第${u}号单位第${i}条`,
        `2024-0${1 + (i % 6)}-${String(3 + i).padStart(2, '0')}`,
        (u + i) % 5 < u % 5 ? `第${i % 14}号经济社会发展信息专报（内部）` : '',
      ].join(','),
    ),
  ).flat(),
)
