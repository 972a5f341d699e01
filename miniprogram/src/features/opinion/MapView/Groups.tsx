import type { MapStatement, OpinionGroup, OpinionMapReady } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { cx } from '@/utils/cx';
import { MapPicture } from '../MapPicture';
import { sharesOf } from '../StatementBars/shares';

/** The groups as circles, and beside them what each holds more than the others. */
export function Groups({ map }: { map: OpinionMapReady }) {
  const { groups, me, smallGroups } = map;
  return (
    <View className="opinion-map__sides">
      <View className="opinion-map__picture">
        <MapPicture groups={groups} me={me} />
        {me && (
          <Text className="opinion-map__note">
            {me.group === null
              ? '您暂时不在画出来的组里：再答几条，或者等更多人参与。'
              : `您的想法和${me.group}组的人最接近。`}
          </Text>
        )}
        {smallGroups > 0 && (
          <Text className="opinion-map__note">另有 {smallGroups} 组不到 5 人，没有画出来，免得认出是谁。</Text>
        )}
      </View>
      <View className="opinion-map__words">
        {groups.map((group, at) => (
          <GroupCard key={group.name} group={group} at={at} mine={me?.group === group.name} />
        ))}
      </View>
    </View>
  );
}

function GroupCard({ group, at, mine }: { group: OpinionGroup; at: number; mine: boolean }) {
  return (
    <Card>
      <View className="opinion-map__group">
        <Text className={cx('opinion-map__letter', `opinion-map__letter--${at + 1}`)}>{group.name}</Text>
        <Text className="opinion-map__group-name">
          {group.name}组，{group.size} 人{mine && '（您在这里）'}
        </Text>
      </View>
      {group.holds.length === 0 ? (
        <Text>这一组没有特别突出的看法。</Text>
      ) : (
        <>
          <Text className="opinion-map__lead">这一组更看重：</Text>
          {group.holds.map((statement) => (
            <Text key={`${statement.id}${statement.side}`} className="opinion-map__held">
              {sayHeld(statement, group.name)}
            </Text>
          ))}
        </>
      )}
    </Card>
  );
}

/** 赞成“…”（82%） */
function sayHeld(statement: MapStatement, group: string): string {
  const answers = statement.byGroup.find((of) => of.group === group) ?? statement.all;
  return `${statement.side === 'agree' ? '赞成' : '反对'}“${statement.text}”（${sharesOf(answers)[statement.side]}%）`;
}
