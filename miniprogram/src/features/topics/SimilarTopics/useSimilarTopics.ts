import { lengthOf, type SimilarTopic, TOPIC_LIMITS } from '@consult/shared';
import { useEffect, useState } from 'react';
import { listSimilarTopics, type WrittenTopic } from '../topic.api';

const PAUSE_MS = 400;

/**
 * The open topics of a township that read like the one that is written, looked up when the typing of its title pauses.
 * A failed lookup finds nothing: the form goes on without it.
 */
export function useSimilarTopics(
  township: string | null,
  { title, category, community, location }: Omit<WrittenTopic, 'township' | 'except'>,
): SimilarTopic[] {
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
      const topics = await listSimilarTopics({ township, title: words, category, community, location }).catch(() => []);
      if (!dropped) setFound(topics);
    }, PAUSE_MS);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [asked, township, words, category, community, location]);

  return found;
}
