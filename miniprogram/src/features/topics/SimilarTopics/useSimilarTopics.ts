import { lengthOf, type SimilarTopic, TOPIC_LIMITS } from '@consult/shared';
import { useEffect, useState } from 'react';
import { listSimilarTopics } from '../topic.api';

const PAUSE_MS = 400;

/**
 * The open topics of a township that read like a title, looked up when the typing pauses.
 * A failed lookup finds nothing: the form goes on without it.
 */
export function useSimilarTopics(township: string | null, title: string): SimilarTopic[] {
  const [found, setFound] = useState<SimilarTopic[]>([]);
  const words = title.trim();
  const length = lengthOf(words);
  const asked = township !== null && length >= TOPIC_LIMITS.titleMin && length <= TOPIC_LIMITS.titleMax;

  useEffect(() => {
    if (!asked) {
      setFound([]);
      return;
    }
    let dropped = false;
    const timer = setTimeout(async () => {
      const topics = await listSimilarTopics(township, words).catch(() => []);
      if (!dropped) setFound(topics);
    }, PAUSE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [asked, township, words]);

  return found;
}
