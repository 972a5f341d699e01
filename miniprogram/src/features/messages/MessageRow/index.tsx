import { type MessageView, sayAgo } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { ListRow } from '@/components/ListRow';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  message: MessageView;
  /** Now, ms since 1970. */
  now: number;
  onTap(): void;
  /** The one that is open beside the list. */
  selected?: boolean;
}

/** One message: what happened, in a sentence or two, and when. */
export function MessageRow({ message, now, onTap, selected }: Props) {
  const { title, body, createdAt, readAt } = message;
  const unread = readAt === null;
  const ago = sayAgo(createdAt, now);
  return (
    <ListRow label={`${unread ? '未读，' : ''}${title}，${body}${ago}`} selected={selected} onTap={onTap}>
      <View className="message-row__head">
        {unread && <View className="message-row__dot" />}
        <Text className={cx('message-row__title', unread && 'message-row__title--unread')}>{title}</Text>
        <Text className="message-row__time">{ago}</Text>
      </View>
      <Text className="message-row__body">{body}</Text>
    </ListRow>
  );
}
