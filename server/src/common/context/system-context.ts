import type { EntityManager } from 'typeorm';
import type { RequestContext } from './request-context.js';

/**
 * The context of what happens by itself, at a time and not on anybody's request: its events name no person.
 * @param requestId of the job that runs it
 */
export function systemContext(of: { db: EntityManager; now: number; requestId: string }): RequestContext {
  return { ...of, actor: { id: '', name: '', grants: [], signIn: { id: '', way: 'demo' } } };
}
