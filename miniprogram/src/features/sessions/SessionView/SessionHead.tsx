import { isAboutPublic, SESSION_FORMAT_LABELS, type SessionDetail, sayPeriod, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { MapLink } from '@/components/MapLink';
import { Tag } from '@/components/Tag';
import { ShareButton } from '@/features/links/ShareButton';
import { MeetingNumber } from '../MeetingNumber';
import { DialIn } from '../MeetingNumber/DialIn';
import { SESSION_PAGES } from '../session.pages';
import { sessionTone } from '../session-tone';
import { CalendarButton } from './CalendarButton';

/** What, when, where and who runs it. */
export function SessionHead({ session, now }: { session: SessionDetail; now: number }) {
  const { meetingNumber, dialIn, location } = session;
  return (
    <Card>
      <View className="session-view__tags">
        <Tag text={stateLabel('session', session.state)} tone={sessionTone(session.state)} />
        <Tag text={SESSION_FORMAT_LABELS[session.format]} />
      </View>
      <Text
        className="session-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {session.title}
      </Text>
      <KeyValue
        rows={[
          { label: '时间', value: <Text>{sayPeriod(session.startsAt, session.endsAt, now)}</Text> },
          {
            label: '地点',
            value: (
              <>
                <Text>{`${session.townshipName} ${session.place}`}</Text>
                {location && <MapLink point={location} name={session.place} />}
              </>
            ),
          },
          {
            label: '会议号',
            value: meetingNumber && <MeetingNumber number={meetingNumber} />,
          },
          { label: '电话接入', value: dialIn && <DialIn number={dialIn} /> },
          { label: '主持', value: <Text>{session.chair.name}</Text> },
          { label: '记录', value: <Text>{session.recorder.name}</Text> },
          { label: '核签', value: <Text>{session.signatories.map(({ name }) => name).join('、')}</Text> },
        ]}
      />
      {session.state === 'announced' && <CalendarButton session={session} />}
      {session.state !== 'preparing' && isAboutPublic(session.topics) && (
        <ShareButton title={session.title} path={SESSION_PAGES.detail} query={{ id: session.id }} />
      )}
    </Card>
  );
}
