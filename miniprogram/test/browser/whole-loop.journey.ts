import { tellCarryingOut } from './loop/carrying-out';
import type { Places } from './loop/cast';
import { tellLookingBack } from './loop/looking-back';
import { tellMeeting } from './loop/meeting';
import { tellMinutes } from './loop/minutes';
import { tellPlanning } from './loop/planning';
import { tellRaising } from './loop/raising';
import { journey } from './support/steps';

describe('one topic, from a resident’s phone to a rated outcome', () => {
  const story = journey(Date.parse('2026-06-03T10:00+08:00'));
  const places: Partial<Places> = {};

  tellRaising(story, places);
  tellPlanning(story, places);
  tellMeeting(story, places);
  tellMinutes(story, places);
  tellCarryingOut(story, places);
  tellLookingBack(story, places);
});
