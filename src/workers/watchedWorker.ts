import { releaseProxy, type Remote, type RemoteObject, wrap } from 'comlink'
import type { WorkerLife } from '../model/workerLife'

/** The worker was ended before it answered. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone'
}

/** What every watched worker must answer at once, whatever it waits for. */
export interface Watched {
  alive(): true
}

const BEAT_MS = 5_000
/** Beats without an answer before a worker is called silent: they are counted, so that a PC that slept does not make a worker look hung. */
const PATIENCE = 3
/** How long a worker that reported an error has to answer. */
const GRACE_MS = 1_000

/**
 * A worker that is asked for a sign of life while it owes an answer. A worker that dies or hangs tells nobody: its callers would wait for ever. What to do about
 * it is for a person to decide, since a slow PC with a large ledger looks the same.
 */
export class WatchedWorker<Api extends Watched> {
  /** The methods of the worker; a call rejects with `WorkerGone` when the worker is ended first. */
  readonly client: RemoteObject<Api>
  private running: { readonly worker: Worker; readonly remote: Remote<Watched> } | null = null
  /** Calls without an answer, as the way to end them. */
  private readonly owed = new Set<(reason: WorkerGone) => void>()
  private beating: ReturnType<typeof setInterval> | null = null
  private unanswered = 0
  private asking = false
  private life: WorkerLife = 'answering'

  /** @param make starts the worker; called at the first use, and at the first one after `end` */
  constructor(
    private readonly make: () => Worker,
    private readonly onLife: (life: WorkerLife) => void,
  ) {
    this.client = new Proxy({} as RemoteObject<Api>, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          this.call(name as string, args),
    })
  }

  /** Ends the worker whatever it is doing; what is called next starts another one. */
  end(): void {
    if (this.beating !== null) clearInterval(this.beating)
    this.beating = null
    this.unanswered = 0
    this.asking = false
    this.running?.remote[releaseProxy]()
    this.running?.worker.terminate()
    this.running = null
    for (const reject of this.owed) reject(new WorkerGone('the worker was ended'))
    this.owed.clear()
    this.tell('answering')
  }

  private call(name: string, args: unknown[]): Promise<unknown> {
    const { remote } = this.started()
    const method = (remote as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]!
    this.beating ??= setInterval(() => this.beat(), BEAT_MS)
    return new Promise((resolve, reject) => {
      this.owed.add(reject)
      void method(...args)
        .then(resolve, reject)
        .finally(() => this.owed.delete(reject))
    })
  }

  private started(): NonNullable<typeof this.running> {
    if (!this.running) {
      const worker = this.make()
      worker.onerror = () => {
        this.ask()
        setTimeout(() => {
          if (this.asking && this.running?.worker === worker) this.tell('dead')
        }, GRACE_MS)
      }
      this.running = { worker, remote: wrap<Watched>(worker) }
    }
    return this.running
  }

  private beat(): void {
    if (this.owed.size === 0 && !this.asking) {
      if (this.beating !== null) clearInterval(this.beating)
      this.beating = null
      return
    }
    if (this.asking && ++this.unanswered >= PATIENCE && this.life === 'answering') this.tell('silent')
    this.ask()
  }

  /** Asks for a sign of life; one question at a time. */
  private ask(): void {
    const { running } = this
    if (this.asking || !running) return
    this.asking = true
    void running.remote.alive().then(() => {
      if (this.running !== running) return
      this.asking = false
      this.unanswered = 0
      this.tell('answering')
    })
  }

  private tell(life: WorkerLife): void {
    if (this.life === life) return
    this.life = life
    this.onLife(life)
  }
}
