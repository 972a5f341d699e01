import { Mutex } from 'async-mutex';
import type { DataSource, EntityManager } from 'typeorm';

const WRITE_TRIES = 3;
const RETRIABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD']);

/**
 * Reads and writes, each with connections of its own: what is read beside a transaction, such as what a process keeps in
 * memory and reads anew, never waits for a connection that another transaction holds while it waits for the same. SQLite
 * has one that writes, one transaction at a time, and one that reads, so that no reader sees what may yet be rolled back.
 */
export class Database {
  private readonly writing = new Mutex();
  /** What is to be done once a transaction is committed, by its manager. */
  private readonly pending = new WeakMap<EntityManager, (() => void)[]>();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {}

  /** For reading what is committed. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  /**
   * Runs `work` in one transaction. It is run again, up to three times, when the database gave it up to
   * break a deadlock; so it must do nothing that cannot be done twice.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    let last: EntityManager | undefined;
    const result = await this.commit((manager) => {
      last = manager;
      return work(manager);
    });
    for (const then of (last && this.pending.get(last)) ?? []) then();
    return result;
  }

  /**
   * Has something done in this process once the transaction is committed, and not if it is given up. It may be lost
   * when the process ends at that moment: what must happen is written in the transaction itself.
   */
  afterCommit(manager: EntityManager, then: () => void): void {
    this.pending.set(manager, [...(this.pending.get(manager) ?? []), then]);
  }

  private async commit<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (isSqlite(this.writer)) return this.writing.runExclusive(() => this.writer.transaction(work));
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writer.transaction('READ COMMITTED', work);
      } catch (error) {
        if (attempt === WRITE_TRIES || !RETRIABLE.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }

  /** Whether the database answers. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
  }

  async close(): Promise<void> {
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
  }
}

const isSqlite = ({ options }: DataSource): boolean => options.type === 'better-sqlite3';

/** True when a statement broke a unique key, on either database. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ER_DUP_ENTRY' || /UNIQUE constraint failed/.test(message ?? '');
}
