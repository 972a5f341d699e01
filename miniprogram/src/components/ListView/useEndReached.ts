import { useReachBottom } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

let lists = 0;

/**
 * Tells when a list's end comes into view: in WeChat the end of the page; in a browser the list's foot,
 * since there a list may scroll in a pane of its own.
 * @returns the id for the list's foot
 */
export function useEndReached(onReached: () => void): string {
  const id = useRef('');
  if (id.current === '') {
    lists += 1;
    id.current = `list-foot-${lists}`;
  }
  const latest = useRef(onReached);
  latest.current = onReached;

  useReachBottom(() => {
    if (process.env.TARO_ENV === 'weapp') latest.current();
  });
  // After every drawing: the foot appears with the first rows, and more rows may leave it in view.
  useEffect(() => {
    const foot = process.env.TARO_ENV === 'h5' ? document.getElementById(id.current) : null;
    if (!foot) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) latest.current();
    });
    observer.observe(foot);
    return () => observer.disconnect();
  });
  return id.current;
}
