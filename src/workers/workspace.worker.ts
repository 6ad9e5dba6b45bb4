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
  choose: (fileIndex, sheetIndex, choices) => workspace.choose(fileIndex, sheetIndex, choices),
  discard: () => workspace.discard(),
  accept: (on) => workspace.accept(on),
  answer: (id, sheet, choices) => workspace.answer(id, sheet, choices),
  remove: (id) => workspace.remove(id),
  clear: () => workspace.clear(),
  merge: (kind, names, into) => workspace.merge(kind, names, into),
  split: (kind, name) => workspace.split(kind, name),
  keepApart: (kind, names) => workspace.keepApart(kind, names),
  addAliasBook: (text) => workspace.addAliasBook(text),
  exportAliasBook: () => workspace.exportAliasBook(),
  undo: () => workspace.undo(),
  redo: () => workspace.redo(),
  summary: () => workspace.summary(),
  measure: (query) => workspace.measure(query),
  exportMeasures: (clock, on) => workspace.exportMeasures(clock, on),
}

expose(api)
