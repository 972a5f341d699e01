import { CLASH_LIMITS, SESSION_LIMITS, type SessionClashQuery, sayClash } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { findClashes } from '@/features/sessions/session.api';
import { useAsync } from '@/hooks/useAsync';
import type { SessionForm } from './session-form';

const TYPING_MS = 600;
const LONGEST_MS = SESSION_LIMITS.longestHours * 60 * 60 * 1000;

/** What else is on at the chosen time, in the same room or with the same people; it keeps nobody from saving. */
export function ClashNotice({ form, township, id }: { form: SessionForm; township: string; id: string | null }) {
  const wanted = JSON.stringify(queryOf(form, township, id));
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), TYPING_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data } = useAsync(async () => {
    const query: SessionClashQuery | null = JSON.parse(asked);
    return query === null ? [] : findClashes(query);
  }, [asked]);
  const lines = [...new Set((data ?? []).flatMap(sayClash))];
  if (lines.length === 0) return null;
  return (
    <View className="session-editor__clashes" {...{ ariaRole: 'alert' }}>
      {lines.map((line) => (
        <Text key={line} className="session-editor__clash">
          {line}
        </Text>
      ))}
      <Text className="session-editor__clash">仍可以保存，请先与对方商量好。</Text>
    </View>
  );
}

/** Null until there are times that can be. */
function queryOf(form: SessionForm, township: string, id: string | null): SessionClashQuery | null {
  const { startsAt, endsAt, chair, recorder, signatories } = form;
  if (startsAt === null || endsAt === null || endsAt <= startsAt || endsAt - startsAt > LONGEST_MS) return null;
  const people = [...new Set([...chair, ...recorder, ...signatories].map((person) => person.id))];
  const place = form.place.trim().slice(0, SESSION_LIMITS.placeMax);
  return {
    startsAt,
    endsAt,
    township,
    ...(place !== '' && { place }),
    ...(people.length > 0 && { people: people.slice(0, CLASH_LIMITS.people).join(',') }),
    ...(id !== null && { except: id }),
  };
}
