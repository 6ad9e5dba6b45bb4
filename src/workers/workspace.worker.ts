import { expose } from 'comlink'
import type { ReadFile } from '../ingest/read/readFile'
import { Workspace } from '../workspace/workspace'
import type { WorkspaceApi } from './api'

const workspace = new Workspace()

const api: WorkspaceApi = {
  propose: (port, replacing) =>
    new Promise((resolve, reject) => {
      port.onmessage = ({ data }: MessageEvent<ReadFile[]>) => {
        try {
          resolve(workspace.propose(data, replacing))
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
        port.close()
      }
    }),
  choose: (fileIndex, place, choices) => workspace.choose(fileIndex, place, choices),
  replaceMonths: (fileIndex, importId, replace) => workspace.replaceMonths(fileIndex, importId, replace),
  discard: () => workspace.discard(),
  accept: (on) => workspace.accept(on),
  answer: (id, place, choices) => workspace.answer(id, place, choices),
  remove: (id) => workspace.remove(id),
  prefer: (id, preferred) => workspace.prefer(id, preferred),
  addByHand: (item, on) => workspace.addByHand(item, on),
  clear: () => workspace.clear(),
  merge: (kind, names, into) => workspace.merge(kind, names, into),
  split: (kind, name) => workspace.split(kind, name),
  keepApart: (kind, names) => workspace.keepApart(kind, names),
  setOffice: (change) => workspace.setOffice(change),
  addToRoster: (entries) => workspace.addToRoster(entries),
  forget: (key) => workspace.forget(key),
  addBook: (text) => workspace.addBook(text),
  exportAliasBook: () => workspace.exportAliasBook(),
  exportOffice: () => workspace.exportOffice(),
  undo: () => workspace.undo(),
  redo: () => workspace.redo(),
  summary: () => workspace.summary(),
  measure: (query) => workspace.measure(query),
  rankings: (query, by, fewest, withinGroups) => workspace.ask(query).rankings(query, by, fewest, withinGroups),
  funnel: (query, adjust) => workspace.ask(query).funnel(query, adjust),
  control: (query, settings) => workspace.ask(query).control(query, settings),
  lags: (query) => workspace.ask(query).lags(query),
  breakdown: (query, role) => workspace.ask(query).breakdown(query, role),
  facts: (query, from, count) => workspace.ask(query).facts(query, from, count),
  row: (ref, row) => workspace.row(ref, row),
  alike: (ref, column, text) => workspace.alike(ref, column, text),
  setAside: (id) => workspace.setAside(id),
  exportMeasures: (clock, on) => workspace.exportMeasures(clock, on),
  freeze: (name) => workspace.freeze(name),
  dropSnapshot: (id) => workspace.dropSnapshot(id),
  setDecks: (decks) => workspace.setDecks(decks),
  changes: () => workspace.changes(),
}

expose(api)
