import { aboutPublicTopic } from '../topics/about-public.js';

/** Whether everybody may see the promise `k`, in SQL: what `listed` was kept by, asked once more of the few rows that are shown. */
export const SHOWN_TO_ALL = `k.listed = 1 AND k.content = 'passed' AND ${aboutPublicTopic('k.session_id')}`;
