import { canStart, capacitiesFor, type Grant, type SessionDetail, type TopicDetail } from '@consult/shared';

/** Whether whoever looks at a topic can start a round about it. */
export function canStartAboutTopic({ township, state }: TopicDetail, grants: readonly Grant[]): boolean {
  return canStart({ kind: 'topic', state, format: null }, capacitiesFor(grants, township));
}

/** The same for a session; who may change it and is not its convener has called it. */
export function canStartForSession(session: SessionDetail, grants: readonly Grant[]): boolean {
  const { township, state, format, canEdit } = session;
  return canStart({ kind: 'session', state, format }, capacitiesFor(grants, township, canEdit ? ['initiator'] : []));
}
