import {
  CONCLUSION_LABELS,
  fullMoment,
  isAboutPublic,
  type MinutesDetail,
  SESSION_FORMAT_LABELS,
  stateLabel,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Tag } from '@/components/Tag';
import { Tappable } from '@/components/Tappable';
import { ShareButton } from '@/features/links/ShareButton';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage, replacePage } from '@/services/navigation';
import { MINUTES_PAGES } from '../minutes.pages';
import { conclusionTone, minutesTone } from '../minutes-tone';

/** Which session's minutes, which version, and what the session came to. */
export function MinutesHead({ minutes }: { minutes: MinutesDetail }) {
  const { supersededBy, version, state, conclusion } = minutes;
  const written = minutes.consensus.length + minutes.dissent.length > 0;
  return (
    <>
      {supersededBy && (
        <Tappable
          role="link"
          className="minutes-view__superseded"
          label="这一版已被更正，看现在的版本"
          onTap={() => void replacePage(MINUTES_PAGES.detail, { id: supersededBy })}
        >
          <Text>这是第 {version} 版，已被更正。点这里看现在的版本。</Text>
        </Tappable>
      )}
      <Card>
        <View className="minutes-view__tags">
          <Tag text={stateLabel('minutes', state)} tone={minutesTone(state)} />
          {written && <Tag text={CONCLUSION_LABELS[conclusion]} tone={conclusionTone(conclusion)} />}
          {version > 1 && <Tag text={`第 ${version} 版（更正）`} tone="info" />}
        </View>
        <Text
          className="minutes-view__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {minutes.sessionTitle}
        </Text>
        <KeyValue
          rows={[
            { label: '编号', value: <Text>{minutes.number}</Text> },
            { label: '时间', value: <Text>{fullMoment(minutes.heldAt)}</Text> },
            { label: '地点', value: <Text>{`${minutes.townshipName} ${minutes.place}`}</Text> },
            { label: '形式', value: <Text>{SESSION_FORMAT_LABELS[minutes.format]}</Text> },
            { label: '主持', value: <Text>{minutes.chair}</Text> },
            { label: '记录', value: <Text>{minutes.recorder}</Text> },
          ]}
        />
        <View className="screen-only">
          <Tappable
            role="link"
            className="minutes-view__session"
            label="看这场协商活动"
            onTap={() => void openPage(SESSION_PAGES.detail, { id: minutes.sessionId })}
          >
            <Text>看这场协商活动</Text>
          </Tappable>
        </View>
        {state === 'published' && isAboutPublic(minutes.topics) && (
          <ShareButton
            title={`${minutes.sessionTitle}会议纪要`}
            path={MINUTES_PAGES.detail}
            query={{ id: minutes.id }}
          />
        )}
      </Card>
    </>
  );
}
