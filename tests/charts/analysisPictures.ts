import { analysisPictures as picturesIn } from '../../src/views/analysisPictures'
import { words } from './chartWords.fixture'

/** The pictures of the gallery in the words of the golden ones. */
export const analysisPictures = picturesIn(words)
