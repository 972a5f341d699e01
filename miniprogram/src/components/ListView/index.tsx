import { Text, View } from '@tarojs/components';
import { Fragment, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import type { PagedList } from '@/hooks/usePagedList';
import { Skeleton } from './Skeleton';
import { useEndReached } from './useEndReached';
import './index.scss';

interface Props<T> {
  list: PagedList<T>;
  keyOf(item: T): string;
  renderItem(item: T): ReactNode;
  empty: { title: string; hint?: string; action?: { label: string; onPress(): void } };
}

/** A list read page by page: waiting, empty, failed, more to come, and the end. */
export function ListView<T>({ list, keyOf, renderItem, empty }: Props<T>) {
  const { items, status, error } = list;
  const foot = useEndReached(() => {
    if (status === 'ready') list.loadMore();
  });

  if (items.length === 0) {
    if (status === 'loading') return <Skeleton rows={4} />;
    if (status === 'failed' && error) return <ErrorBlock error={error} onRetry={list.retry} />;
    return <StateBlock kind="empty" {...empty} />;
  }
  return (
    <View className="list-view">
      {items.map((item) => (
        <Fragment key={keyOf(item)}>{renderItem(item)}</Fragment>
      ))}
      <View className="list-view__foot" id={foot}>
        {status === 'failed' && <ErrorNotice error={error} onRetry={list.retry} />}
        {(status === 'ready' || status === 'loading-more') && (
          <Button reads kind="text" text="加载更多" loading={status === 'loading-more'} onPress={list.loadMore} />
        )}
        {status === 'ended' && <Text className="list-view__end">没有更多了</Text>}
      </View>
    </View>
  );
}
