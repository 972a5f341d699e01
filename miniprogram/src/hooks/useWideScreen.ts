import { useEffect, useState } from 'react';

/** Same as $wide in styles/_mixins.scss. */
const WIDE = '(min-width: 1024px)';

const query = (): MediaQueryList | null =>
  process.env.TARO_ENV === 'h5' && typeof window !== 'undefined' ? window.matchMedia(WIDE) : null;

/** True where list and detail fit side by side; never in WeChat. */
export function useWideScreen(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false);
  useEffect(() => {
    const media = query();
    if (!media) return;
    const follow = () => {
      // A sheet of paper is narrow: it gets what stands on the screen.
      if (!window.matchMedia('print').matches) setWide(media.matches);
    };
    // Safari before 14 has no addEventListener here.
    media.addListener(follow);
    return () => media.removeListener(follow);
  }, []);
  return wide;
}
