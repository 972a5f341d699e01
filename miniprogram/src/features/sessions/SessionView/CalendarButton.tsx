import type { SessionDetail } from '@consult/shared';
import Taro from '@tarojs/taro';
import { Button } from '@/components/Button';
import { API_ROOT } from '@/services/api';
import { say } from '@/services/say';
import { tellRefusal } from '@/services/wechat-refusal';

/** Puts a session into the phone's calendar; in a browser as a file that calendars open. */
export function CalendarButton({ session }: { session: SessionDetail }) {
  const { id, title, startsAt, endsAt, townshipName, place, questions } = session;
  const add = async () => {
    if (process.env.TARO_ENV === 'h5') {
      window.open(`${API_ROOT}/sessions/${id}/calendar.ics`, '_blank', 'noopener');
      return;
    }
    try {
      await Taro.addPhoneCalendar({
        title,
        startTime: Math.floor(startsAt / 1000),
        endTime: String(Math.floor(endsAt / 1000)),
        location: `${townshipName} ${place}`,
        description: questions.join('\n'),
      });
      say('已加入手机日历');
    } catch (failure) {
      tellRefusal(failure);
    }
  };
  return <Button kind="text" icon="calendar" text="加入日历" onPress={add} />;
}
