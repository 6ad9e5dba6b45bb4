import charts from './charts'
import common from './common'
import data from './data'
import finding from './finding'
import overview from './overview'
import shell from './shell'
import verdict from './verdict'

export default { charts, common, data, finding, overview, shell, verdict }
