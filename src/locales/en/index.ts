import charts from './charts'
import common from './common'
import data from './data'
import finding from './finding'
import office from './office'
import overview from './overview'
import review from './review'
import rows from './rows'
import shell from './shell'
import verdict from './verdict'

export default { charts, common, data, finding, office, overview, review, rows, shell, verdict }
