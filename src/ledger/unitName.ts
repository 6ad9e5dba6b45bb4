import { type AdministrativePrefix, NO_PREFIX, takePrefix } from './administrativePrefix'
import { departmentOf, shortened } from './departmentNames'
import { spellingKey } from './spellingKey'

/** A unit's name taken apart for comparison. */
export interface UnitName {
  /** Without width, case, blanks and punctuation. */
  readonly spelling: string
  /** Without government suffix: 石桥镇人民政府 is 石桥镇, 东关办事处 is 东关街道. */
  readonly plain: string
  readonly prefix: AdministrativePrefix
  /** The body itself, `shortened`: 江源县发展和改革委员会 is 发展改革委. */
  readonly core: string
  /** Which of the bodies that every county has. */
  readonly department: number | null
}

/** «中共江源县委», «国家税务总局江源县税务局», «国网江源县供电公司»: who stands above says nothing of which body it is. */
const ABOVE = /^(?:中共|中国共产党|国家税务总局|国网|中国)(?=.{3,})/
/** «市生态环境局江源分局»: the branch is the county's own body. */
const BRANCH = /^(?:.{0,5}[省市州])?(.{2,}局)(.{2,4}?)([县区市]?)分局$/
/** «团县委», «共青团江源县委»: the level stands inside. */
const YOUTH_LEAGUE = /^(?:共青)?团(.{0,4}?)([省市州县区旗])委(?:员会)?$/
const OF_TOWN =
  /(?:党委政府|党委|党工委|(?:人民)?政府(?:党政)?(?:办公室|办)?|党政(?:综合)?办(?:公室)?|管委会|管理委员会)$/
/** What such an office belongs to; the office of a county's government is a unit of its own. */
const SEAT = /(?:镇|乡|街道|苏木|场|园|(?:园|新|开发|开|高新|示范|度假|管理|合作|实验|保税|景)区)$/
const OF_BUREAU = /(?<=局)(?:党委|党组|办公室|办)$/
/** What a name ends in that is a body of its own, so that what stands before may be a prefix. */
const BODY =
  /(?:局|委|办|院|部|会|中心|大队|支队|公司|集团|站|所|室|科|处|组|社|馆|校|学|园|[一二三四五六七八九十][中小幼]|队|厂|场|台|署|联|协|法院|政府|人大)$/
const TOWN = /(?:镇|乡|街道|苏木)$/
const NO_BODY_ALONE = /^(?:管委会|公司|集团|中心|街道|办公室|委员会|服务中心|管理局)$/

/** A longer text stands in a unit column by mistake; it is compared as a whole. */
const MOST_CHARACTERS = 60

/** Takes a unit's name apart. Nothing is guessed from other names. */
export function unitName(name: string): UnitName {
  const spelling = spellingKey(name)
  if (spelling.length > MOST_CHARACTERS) return made(spelling, spelling, NO_PREFIX, spelling)
  const plain = withoutOffice(spelling)
  const league = YOUTH_LEAGUE.exec(plain)
  if (league) return made(spelling, plain, { place: league[1]!, level: league[2]! }, '团委')
  const branch = BRANCH.exec(plain)
  if (branch) return made(spelling, plain, { place: branch[2]!, level: branch[3] || '县' }, branch[1]!)
  return split(spelling, plain, NO_PREFIX, plain.replace(ABOVE, ''))
}

function split(spelling: string, plain: string, prefix: AdministrativePrefix, rest: string): UnitName {
  if (departmentOf(shortened(rest)) !== null) return made(spelling, plain, prefix, rest)
  // «县委宣传部», «县政府信访局»: the committee or government is the level, not part of the body.
  const inner = rest.replace(/^(?:委|政府|人民政府)/, '')
  if (prefix.level && departmentOf(shortened(inner)) !== null) return made(spelling, plain, prefix, inner)
  const taken = takePrefix(rest)
  if (!taken || !isBody(taken.rest, taken.prefix)) return made(spelling, plain, prefix, rest)
  // «某省江源县公安局»: the innermost place is the body's.
  return split(spelling, plain, taken.prefix, taken.rest)
}

function made(spelling: string, plain: string, prefix: AdministrativePrefix, body: string): UnitName {
  const core = shortened(body)
  return { spelling, plain, prefix, core, department: departmentOf(core) }
}

function isBody(rest: string, prefix: AdministrativePrefix): boolean {
  if (departmentOf(shortened(rest)) !== null || departmentOf(shortened(rest.replace(/^委/, ''))) !== null) return true
  if (NO_BODY_ALONE.test(rest)) return false
  if (TOWN.test(rest)) return rest.length > 2 && prefix.place !== ''
  return BODY.test(rest) || takePrefix(rest) !== null
}

function withoutOffice(key: string): string {
  const village = key
    .replace(/村?村(?:民)?委(?:员)?会$/, '村')
    .replace(/社区居(?:民)?委(?:员)?会$/, '社区')
    .replace(/(?:街道)?办事处$/, '街道')
    .replace(/街道办(?:公室)?$/, '街道')
  const bureau = village.replace(OF_BUREAU, '')
  const town = bureau.replace(OF_TOWN, '')
  if (town !== bureau && town.length >= 2 && SEAT.test(town)) return withoutOffice(town)
  return bureau.length >= 2 ? bureau : key
}
