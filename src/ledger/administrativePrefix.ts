/** What stands before the body in its name: 江源县公安局 is of 江源 and of level 县, 县公安局 of level 县 only, 公安局 of neither. */
export interface AdministrativePrefix {
  readonly place: string
  readonly level: string
}

export const NO_PREFIX: AdministrativePrefix = { place: '', level: '' }

/** 市 of 市场, 市政工程 or 城市 and 区 of 社区 name no level. */
const LEVEL =
  '(省|自治区|自治州|州|(?<![城超夜门上菜])市(?!场|容|民|域|郊|区|政(?!府|协|法|务|研))|县(?!域)|(?<![社景园校库林矿小片新])区(?!域|划|块|位)|旗)'
const LEVEL_ONLY = new RegExp(`^${LEVEL}(?=..)`)
const PLACE_AND_LEVEL = new RegExp(`^(.{1,4}?)${LEVEL}(?=..)`)

/** Takes one prefix off a name; null when it has none. What is left is the caller's to judge: 沙市镇 is no 镇 of 沙市. */
export function takePrefix(key: string): { readonly prefix: AdministrativePrefix; readonly rest: string } | null {
  const level = LEVEL_ONLY.exec(key)
  if (level) return { prefix: { place: '', level: level[1]! }, rest: key.slice(level[0].length) }
  const placed = PLACE_AND_LEVEL.exec(key)
  if (placed) return { prefix: { place: placed[1]!, level: placed[2]! }, rest: key.slice(placed[0].length) }
  return null
}

/** 县 and nothing may be one, 江源县 and 县 too; 县 and 市 are two levels, 江源县 and 清河县 two places. */
export function mayBeOnePlace(a: AdministrativePrefix, b: AdministrativePrefix): boolean {
  return agree(a.level, b.level) && agree(a.place, b.place)
}

function agree(a: string, b: string): boolean {
  return a === '' || b === '' || a === b
}
