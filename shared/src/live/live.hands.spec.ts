import { allVotes, isRoomOver, pollVotes, roomHandsMax, sayVotes } from './live.hands.js';

describe('Hands counted in the room', () => {
  it('are at most of those who are there and have voted on no phone', () => {
    for (let present = 0; present < 6; present++) {
      for (let voted = 0; voted < 6; voted++) {
        const max = roomHandsMax({ present, voted });
        expect(max).toBe(voted > present ? 0 : present - voted);
        for (let hands = 0; hands < 8; hands++) {
          expect(isRoomOver([hands], { present, voted })).toBe(hands > max);
          expect(isRoomOver([0, hands, 1], { present, voted })).toBe(hands + 1 > max);
        }
      }
    }
    expect(isRoomOver([], { present: 0, voted: 0 })).toBe(false);
  });

  const poll = { options: ['赞成', '反对', '弃权'], counts: [12, 1, 0] };
  const room = (counts: number[]) => ({ counts, who: { name: null }, at: 1, over: false });

  it('come on top of those given on phones, each with its own number', () => {
    const both = { ...poll, room: room([8, 0, 2]) };
    expect(pollVotes(both)).toEqual([
      { phone: 12, room: 8, all: 20 },
      { phone: 1, room: 0, all: 1 },
      { phone: 0, room: 2, all: 2 },
    ]);
    expect(allVotes(both)).toEqual({ phone: 13, room: 10, all: 23 });
    expect(sayVotes(allVotes(both))).toBe('手机 13，现场 10');
    expect(pollVotes({ ...poll, room: room([8]) })[2]).toEqual({ phone: 0, room: 0, all: 0 });
  });

  it('are not spoken of where nobody counted', () => {
    for (const without of [poll, { ...poll, room: null }]) {
      expect(allVotes(without)).toEqual({ phone: 13, room: null, all: 13 });
      expect(sayVotes(allVotes(without))).toBeNull();
    }
    expect(allVotes({ options: [], counts: [] })).toEqual({ phone: 0, room: null, all: 0 });
  });
});
