import about from './about'
import charts from './charts'
import common from './common'
import data from './data'
import finding from './finding'
import office from './office'
import overview from './overview'
import present from './present'
import review from './review'
import rows from './rows'
import shell from './shell'
import method from './method'
import outlets from './outlets'
import storage from './storage'
import trends from './trends'
import units from './units'
import verdict from './verdict'

export default {
  about,
  charts,
  common,
  data,
  finding,
  method,
  office,
  outlets,
  overview,
  present,
  review,
  rows,
  shell,
  storage,
  trends,
  units,
  verdict,
}
