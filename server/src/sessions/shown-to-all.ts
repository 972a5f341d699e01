import { aboutPublicTopic } from '../topics/about-public.js';

/** Whether everybody may see the session `s`, in SQL. */
export const SESSION_SHOWN_TO_ALL = `s.announced_at IS NOT NULL AND s.content = 'passed' AND ${aboutPublicTopic('s.id')}`;
