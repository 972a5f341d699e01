import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Icon } from '@/components/Icon';
import type { ApiError, ApiErrorCode } from '@/services/api-error';
import { openPage, SETTLE_PAGE } from '@/services/navigation';
import './index.scss';

interface Props {
  error: ApiError | null;
  onRetry?: () => unknown;
  /** What is wrong with each field stands at the fields. */
  brief?: boolean;
}

/** Where what is missing can be made good; whoever comes back from there sends the same again. */
const REMEDIES: Partial<Record<ApiErrorCode, { label: string; page: string }>> = {
  'CONSENT.REQUIRED': { label: '去阅读并同意', page: SETTLE_PAGE },
};

/** Somebody else was quicker: only a fresh look helps. Other refusals (409) say themselves what is in the way. */
const isOvertaken = ({ code }: ApiError): boolean => code === 'MOVE.CONFLICT' || code.endsWith('.STALE');

/** What the person can do about it, where the message does not say so already. */
function adviceFor(error: ApiError): string | null {
  if (error.code === 'NETWORK.UNREACHABLE') return '填写的内容已保留在本机。';
  if (isOvertaken(error)) return '请返回刷新，看看最新情况。';
  if (error.status >= 500) return '内容没有丢失，稍后再试一次；仍不行请联系工作人员。';
  return null;
}

/** An error in the place where it came up; nothing when there is none. */
export function ErrorNotice({ error, onRetry, brief = false }: Props) {
  if (!error) return null;
  const advice = adviceFor(error);
  const remedy = REMEDIES[error.code];
  const fields = brief ? [] : [...new Set(Object.values(error.fields))];
  return (
    <View className="error-notice" {...(process.env.TARO_ENV === 'h5' ? { role: 'alert' } : { ariaRole: 'alert' })}>
      <Icon name="warning" className="error-notice__icon" />
      <View className="error-notice__body">
        <Text className="error-notice__message">{error.message}</Text>
        {fields.map((message) => (
          <Text key={message} className="error-notice__line">
            {message}
          </Text>
        ))}
        {advice && <Text className="error-notice__line">{advice}</Text>}
        {error.status >= 500 && error.requestId && (
          <Text className="error-notice__line care-hide">编号 {error.requestId}</Text>
        )}
      </View>
      {remedy && <Button kind="text" text={remedy.label} onPress={() => openPage(remedy.page)} />}
      {onRetry && error.retryable && <Button reads kind="text" text="重试" onPress={onRetry} />}
    </View>
  );
}
