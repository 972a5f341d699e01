import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { CodedError } from '../errors/coded-error.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';

const KEY_PATTERN = /^[\x21-\x7E]{8,64}$/;
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** A stored first answer. */
export interface FirstAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface WriteIdentity {
  readonly owner: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** The `Idempotency-Key` of a write. @throws IDEMPOTENCY.KEY_REQUIRED */
export function retryKeyOf(key: unknown): string {
  if (typeof key !== 'string' || !KEY_PATTERN.test(key)) throw new CodedError('IDEMPOTENCY.KEY_REQUIRED');
  return key;
}

/** Keeps the first answer to each write, in the write's own transaction. */
@Injectable()
export class Idempotency {
  constructor(private readonly clock: Clock) {}

  /** Names a write; `body` is what was sent, parsed, or a file's bytes. @throws IDEMPOTENCY.KEY_REQUIRED */
  identify(owner: string, key: unknown, method: string, url: string, body: unknown): WriteIdentity {
    const fingerprint = createHash('sha256')
      .update(`${method} ${url}\n`)
      .update(body instanceof Buffer ? body : JSON.stringify(body ?? null))
      .digest('hex');
    return { owner, key: retryKeyOf(key), fingerprint };
  }

  /** The first answer to this write, or undefined. @throws IDEMPOTENCY.KEY_REUSED when the key meant another write */
  async firstAnswer(db: EntityManager, { owner, key, fingerprint }: WriteIdentity): Promise<FirstAnswer | undefined> {
    const row = await db.findOneBy(IdempotencyKeyEntity, { owner, key });
    if (row === null) return undefined;
    if (row.fingerprint !== fingerprint) throw new CodedError('IDEMPOTENCY.KEY_REUSED');
    return { status: row.status, body: JSON.parse(row.body) };
  }

  /** Takes the key; a second writer with the same one waits here for the first, then fails as a duplicate. */
  async claim(db: EntityManager, { owner, key, fingerprint }: WriteIdentity): Promise<void> {
    await db.insert(IdempotencyKeyEntity, {
      owner,
      key,
      fingerprint,
      status: 0,
      body: 'null',
      createdAt: this.clock.now(),
    });
  }

  async keep(db: EntityManager, { owner, key }: WriteIdentity, answer: FirstAnswer): Promise<void> {
    await db.update(
      IdempotencyKeyEntity,
      { owner, key },
      { status: answer.status, body: JSON.stringify(answer.body ?? null) },
    );
  }

  /** Forgets answers older than a week. */
  async sweep(db: EntityManager): Promise<void> {
    await db
      .createQueryBuilder()
      .delete()
      .from(IdempotencyKeyEntity)
      .where('created_at < :before', { before: this.clock.now() - KEPT_MS })
      .execute();
  }
}
