/**
 * The condition that what came of a session is for everyone to see: at least one of its topics is public. Of a
 * session whose topics are all sensitive nothing is.
 * @param session the column of the statement that names the session
 */
export function aboutPublicTopic(session: string): string {
  // As a value: MariaDB turns EXISTS into a join and may then begin with all of the sessions' topics.
  return `COALESCE((SELECT MAX(pp.is_public) FROM session_topics pt JOIN topics pp ON pp.id = pt.topic_id
    WHERE pt.session_id = ${session}), 0) = 1`;
}
