/**
 * What is known of the life of a worker. `silent`: it has had a question for some time and answers nothing, since it computes long or hangs; nobody can tell
 * which from outside. `dead`: it failed with an error and answers nothing.
 */
export type WorkerLife = 'answering' | 'silent' | 'dead'
