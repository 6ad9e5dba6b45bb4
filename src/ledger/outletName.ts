import { type AdministrativePrefix, NO_PREFIX, takePrefix } from './administrativePrefix'
import { spellingKey } from './spellingKey'

/** An outlet's name taken apart for comparison. */
export interface OutletName {
  /** Without width, case, blanks, book marks and punctuation. */
  readonly spelling: string
  readonly prefix: AdministrativePrefix
  /** The outlet without who prints it: 日报社 is 日报, 《决策》编辑部 is 决策. */
  readonly core: string
  /** What carries it, where its name says so: an app and an official account of one name are two outlets. */
  readonly carrier: 'app' | 'account' | null
}

/** Outlets that many ledgers know under two names. */
const KNOWN = new Map(
  [
    ['新华社', '新华通讯社'],
    ['央视', '中央电视台', '中央广播电视总台', 'cctv'],
    ['中办', '中央办', '中共中央办'],
    ['国办', '国务院办'],
    ['央广', '中央人民广播电台'],
  ].flatMap((names) => names.map((name) => [name, names[0]!] as const)),
)
/** A paper and its app are two outlets; an app that has no paper is called by its name alone as well. */
const HAS_OWN_FORM = /(?:报|社|台|刊|网|信息|杂志|中心)$/

/** Takes an outlet's name apart. Levels stay: 县信息 and 市信息 are never one. */
export function outletName(name: string): OutletName {
  const spelling = spellingKey(name)
  const taken = takePrefix(spelling.replace(/^中共(?=.{3,})/, ''))
  const whole = offices(taken ? taken.rest : spelling)
  const plain = whole.replace(/(?<=.)(?:(?<=报)社|编辑部|(?<=杂志)社)$/, '').replace(/(?<=.{3})杂志$/, '')
  const { core, carrier } = carried(plain)
  return { spelling, prefix: taken?.prefix ?? NO_PREFIX, core: KNOWN.get(core) ?? core, carrier }
}

function offices(text: string): string {
  return text
    .replace(/人民政府/g, '政府')
    .replace(/委员会/g, '委')
    .replace(/办公[室厅]/g, '办')
    .replace(/^府办/, '政府办')
    .replace(/^(委|政府)办(?=信息[科处室]$)/, '$1')
    .replace(/(?:官方|门户)?网站$|官网$|门户网$/, '网')
    .replace(/广播电视台$/, '电视台')
    .replace(/^融媒中心/, '融媒体中心')
}

function carried(plain: string): { core: string; carrier: OutletName['carrier'] } {
  const found = /^(.{3,}?)(?:(客户端|app|手机客户端)|(微信公众号|公众号|微信))$/.exec(plain)
  if (!found || HAS_OWN_FORM.test(found[1]!)) return { core: plain.replace(/app$/, '客户端'), carrier: null }
  return { core: found[1]!, carrier: found[2] ? 'app' : 'account' }
}
