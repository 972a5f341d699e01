import {
  allHands,
  type HandShow,
  type MinutesOpinion,
  type MinutesRecord,
  plainDate,
  ROOM_OVER_TEXT,
  SHOW_OF_HANDS_TEXT,
  sayHandVotes,
  sayVotes,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { OPINION_PAGES } from '@/features/opinion/opinion.pages';
import { openPage } from '@/services/navigation';
import './index.scss';

/** What the system knows of a session: shows of hands, and what everyone held in a round of opinions. */
export function MinutesRecordView({ minutes: { handShows, opinions } }: { minutes: MinutesRecord }) {
  return (
    <>
      {handShows.length > 0 && (
        <Section title={SHOW_OF_HANDS_TEXT}>
          {handShows.map((show) => (
            <HandShowCard key={show.at} show={show} />
          ))}
        </Section>
      )}
      {opinions.length > 0 && (
        <Section title="网络议政">
          {opinions.map((opinion) => (
            <OpinionCard key={opinion.roundId} opinion={opinion} />
          ))}
        </Section>
      )}
    </>
  );
}

function HandShowCard({ show }: { show: HandShow }) {
  const { question, options } = show;
  const hands = allHands(show);
  const parts = sayVotes(hands);
  return (
    <Card>
      <Text className="minutes-record__title">{question}</Text>
      {options.map((option) => (
        <View key={option.label} className="minutes-record__option">
          <View className="minutes-record__line">
            <Text>{option.label}</Text>
            <View className="minutes-record__votes">
              <Text className="minutes-record__parts">{sayHandVotes(option) ?? ''}</Text>
              <Text className="minutes-record__number">{option.votes} 人</Text>
            </View>
          </View>
          <View className="minutes-record__track">
            <View
              className="minutes-record__bar"
              style={{ width: `${hands.all === 0 ? 0 : (option.votes / hands.all) * 100}%` }}
            />
          </View>
        </View>
      ))}
      <Text className="minutes-record__note">
        {parts === null
          ? `共 ${hands.all} 人举手，由系统计数`
          : `${parts}，共 ${hands.all} 人举手；手机上的由系统计数，现场的由主持人或记录人点数`}
      </Text>
      {show.roomOver && <Text className="minutes-record__over">{`${ROOM_OVER_TEXT}。`}</Text>}
    </Card>
  );
}

function OpinionCard({ opinion }: { opinion: MinutesOpinion }) {
  const { roundId, title, opensAt, closesAt, people, votes, summary, unites, divides } = opinion;
  return (
    <Card>
      <Text className="minutes-record__title">{title}</Text>
      <Text className="minutes-record__note">
        {plainDate(opensAt)}至{plainDate(closesAt)}，{people} 人参加，表态 {votes} 次
      </Text>
      {summary.map((sentence) => (
        <Text key={sentence} className="minutes-record__sentence">
          {sentence}
        </Text>
      ))}
      <Held title="大家都认同的" items={unites} />
      <Held title="看法不一的" items={divides} />
      <Button
        block
        reads
        kind="text"
        text="看完整的意见报告"
        onPress={() => openPage(OPINION_PAGES.report, { id: roundId })}
      />
    </Card>
  );
}

function Held({ title, items }: { title: string; items: MinutesOpinion['unites'] }) {
  if (items.length === 0) return null;
  return (
    <View className="minutes-record__held">
      <Text className="minutes-record__head">{title}</Text>
      {items.map(({ text, agree, disagree, pass }) => (
        <View key={text} className="minutes-record__opinion">
          <Text>{text}</Text>
          <Text className="minutes-record__note">
            赞成 {agree}，反对 {disagree}，不表态 {pass}
          </Text>
        </View>
      ))}
    </View>
  );
}
