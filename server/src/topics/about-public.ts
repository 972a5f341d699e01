/**
 * The condition that what came of a session is for everyone to see: at least one of its topics is public. Of a
 * session whose topics are all sensitive nothing is.
 * @param session the column of the statement that names the session
 */
export function aboutPublicTopic(session: string): string {
  return `EXISTS (SELECT 1 FROM session_topics pt JOIN topics pp ON pp.id = pt.topic_id
    WHERE pt.session_id = ${session} AND pp.is_public = 1)`;
}
