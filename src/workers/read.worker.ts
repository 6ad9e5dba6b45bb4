import { expose } from 'comlink'
import type { ReadApi } from './api'
import { fileSource } from '../ingest/read/fileSource'
import { transferables } from '../ingest/read/transferables'
import { readFile, type ReadFile, unreadable } from '../ingest/read/readFile'
import { isHeaderWord } from '../ingest/recognise/headerConcept'

const api: ReadApi = {
  alive: () => true,
  async read(files, port, onProgress) {
    const read: ReadFile[] = []
    for (const [index, file] of files.entries()) {
      try {
        read.push(
          await readFile(
            fileSource(file),
            { onProgress: (progress) => onProgress({ ...progress, index }) },
            isHeaderWord,
          ),
        )
      } catch (error) {
        // The file went away, changed, or is a folder: its reading fails, the others go on.
        read.push(unreadable(file.name, file.size, 'not-readable', error instanceof Error ? error.name : String(error)))
      }
    }
    port.postMessage(read, transferables(read))
    port.close()
  },
}

expose(api)
