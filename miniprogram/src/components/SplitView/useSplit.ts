import { useState } from 'react';
import { useWideScreen } from '@/hooks/useWideScreen';
import { openPage } from '@/services/navigation';

export interface Split {
  /** What is open beside the list; always null on a phone. */
  selectedId: string | null;
  /** Opens an item: beside the list, or on a phone as a page of its own. */
  open(id: string): void;
  close(): void;
}

/**
 * Which item of a SplitView is open.
 * @param detailPath the page that shows one item on a phone, given `id` in its query
 */
export function useSplit(detailPath: string): Split {
  const wide = useWideScreen();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  return {
    selectedId: wide ? selectedId : null,
    open: (id) => {
      if (wide) setSelectedId(id);
      else void openPage(detailPath, { id });
    },
    close: () => setSelectedId(null),
  };
}
