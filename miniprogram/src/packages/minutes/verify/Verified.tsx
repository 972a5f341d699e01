import { type MinutesVerification, sayMinutesCode, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { KeyValue } from '@/components/KeyValue';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { openPage } from '@/services/navigation';
import { cx } from '@/utils/cx';

/** What is known of the minutes with a code. */
export function Verified({ minutes, now }: { minutes: MinutesVerification; now: number }) {
  const { genuine, seal, supersededBy, version } = minutes;
  return (
    <>
      <View
        className={cx('minutes-verify__verdict', !genuine && 'minutes-verify__verdict--wrong')}
        {...(process.env.TARO_ENV === 'h5' ? { role: 'status' } : { ariaRole: 'alert' })}
      >
        <Icon name={genuine ? 'check' : 'warning'} />
        <Text className="minutes-verify__words">
          {genuine ? '真的：内容和发布时一致' : '有问题：内容和发布时不一致，请联系县政协'}
        </Text>
      </View>
      {supersededBy && (
        <View className="minutes-verify__superseded">
          <Text>
            这是第 {version} 版，已经更正。现在有效的是第 {supersededBy.version} 版
            {supersededBy.publishedAt === null ? '' : `，${sayMoment(supersededBy.publishedAt, now)}发布`}。
          </Text>
          <Button
            block
            reads
            kind="secondary"
            text={`看第 ${supersededBy.version} 版`}
            onPress={() => openPage(MINUTES_PAGES.detail, { id: supersededBy.id })}
          />
        </View>
      )}
      <Card>
        <KeyValue
          rows={[
            { label: '会议', value: <Text>{minutes.sessionTitle}</Text> },
            { label: '编号', value: <Text>{minutes.number}</Text> },
            { label: '版本', value: <Text>第 {version} 版</Text> },
            { label: '地方', value: <Text>{minutes.townshipName}</Text> },
            { label: '开会', value: <Text>{sayMoment(minutes.heldAt, now)}</Text> },
            {
              label: '发布',
              value: minutes.publishedAt !== null && <Text>{sayMoment(minutes.publishedAt, now)}</Text>,
            },
            { label: '验真码', value: <Text className="minutes-verify__code">{sayMinutesCode(seal.code)}</Text> },
          ]}
        />
        <Text className="minutes-verify__lead">请对照纸上的编号、版本和验真码，再看内容是否一样。</Text>
        <Button
          block
          reads
          text="看这份纪要的内容"
          onPress={() => openPage(MINUTES_PAGES.detail, { id: minutes.id })}
        />
      </Card>
    </>
  );
}
