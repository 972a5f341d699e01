import {
  type Grant,
  holds,
  ROUND_SESSION_STATES,
  ROUND_TOPIC_STATES,
  rolesIn,
  type SessionDetail,
  type TopicDetail,
} from '@consult/shared';

/** Whether a round about this topic can be started: by the convener, while it is public and not yet settled. */
export function canStartAboutTopic({ township, state }: TopicDetail, grants: readonly Grant[]): boolean {
  return ROUND_TOPIC_STATES.includes(state) && rolesIn(grants, township).has('convener');
}

/** Whether a round for this session can be started: by the convener, and by a member who called a 微协商. */
export function canStartForSession(session: SessionDetail, grants: readonly Grant[]): boolean {
  const { township, state, format, canEdit } = session;
  const roles = rolesIn(grants, township);
  if (!ROUND_SESSION_STATES.includes(state) || !holds('opinion.start', roles)) return false;
  return roles.has('convener') || (format === 'micro' && canEdit);
}
