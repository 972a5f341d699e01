import {
  DEFAULT_DEADLINES,
  DEFAULT_SETTINGS,
  effectiveSettings,
  hasOwnSettings,
  type OwnSettings,
} from './settings.js';

describe('Default deadlines', () => {
  it('are those of the process', () => {
    expect(DEFAULT_DEADLINES).toMatchObject({
      screening: { workingDays: 5 },
      supplement: { days: 10 },
      partyReview: { workingDays: 10 },
      countyReview: { workingDays: 10 },
      minutesDraft: { workingDays: 3 },
      objection: { days: 3 },
      minutesPublish: { workingDays: 7 },
      outcomeSend: { workingDays: 10 },
      assignment: { workingDays: 5 },
      taskAcceptance: { workingDays: 3 },
      taskRequest: { workingDays: 3 },
      urging: { workingDays: 3 },
      taskUpdate: { days: 30 },
      evaluation: { days: 15 },
      pauseReview: { days: 30 },
      redo: { workingDays: 15 },
      reconsult: { days: 30 },
    });
  });

  it('give notice of seven days for a session, three for its papers, five for comment and a plan, ten for a research', () => {
    expect(DEFAULT_SETTINGS.thresholds).toEqual({
      sessionNoticeDays: 7,
      sessionMaterialDays: 3,
      planNoticeDays: 5,
      publicCommentDays: 5,
      researchDays: 10,
      satisfaction: 0.7,
      minimumRatings: 5,
      sampleSize: 20,
      opinionPeople: 15,
      opinionVotes: 5,
      dueSoonDays: 5,
      stalledDays: 30,
      leaderTopics: 2,
      escalationDays: 3,
      escalationCountyDays: 10,
      todoEscalationDays: 10,
    });
  });
});

describe('Settings of a township', () => {
  const county: OwnSettings = {
    brandName: '鹰城协商',
    filingNumber: '豫ICP备00000001号',
    deadlines: { screening: { workingDays: 4 }, evaluation: { days: 20 } },
    thresholds: { satisfaction: 0.8 },
    features: { microConsultation: false },
  };

  it('are the defaults where nobody sets anything', () => {
    expect(effectiveSettings()).toEqual(DEFAULT_SETTINGS);
    expect(effectiveSettings(null, undefined)).toEqual(DEFAULT_SETTINGS);
    expect(effectiveSettings({}, { deadlines: {}, thresholds: {}, features: {} })).toEqual(DEFAULT_SETTINGS);
  });

  it("fall back to the county's, then to the defaults, key by key", () => {
    const own = effectiveSettings(county, {
      deadlines: { screening: { days: 3 } },
      thresholds: { sampleSize: 8 },
      features: { anonymousDisplay: false },
    });
    expect(own.brandName).toBe('鹰城协商');
    expect(own.filingNumber).toBe('豫ICP备00000001号');
    expect(own.deadlines).toEqual({
      ...DEFAULT_DEADLINES,
      screening: { days: 3 },
      evaluation: { days: 20 },
    });
    expect(own.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, satisfaction: 0.8, sampleSize: 8 });
    expect(own.features).toEqual({ microConsultation: false, anonymousDisplay: false, redHead: true });
  });

  it("override the county's even with zero, false and its opposite", () => {
    const own = effectiveSettings(county, {
      brandName: '沿西有事好商量',
      thresholds: { satisfaction: 0, sessionNoticeDays: 0 },
      features: { microConsultation: true },
    });
    expect(own.brandName).toBe('沿西有事好商量');
    expect(own.thresholds).toMatchObject({ satisfaction: 0, sessionNoticeDays: 0 });
    expect(own.features.microConsultation).toBe(true);
  });

  it('do not change what is a county’s own, which a sum of its townships hangs on', () => {
    const counts = { minimumRatings: 8, dueSoonDays: 1 };
    const own = effectiveSettings({ thresholds: { minimumRatings: 10 } }, { thresholds: counts });
    expect(own.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, minimumRatings: 10 });
    expect(effectiveSettings({ thresholds: counts }).thresholds).toMatchObject(counts);
  });

  it('treat a key that holds undefined as left out', () => {
    const own = effectiveSettings(county, {
      brandName: undefined,
      deadlines: { screening: undefined },
      thresholds: { satisfaction: undefined },
      features: { microConsultation: undefined },
    });
    expect(own).toEqual(effectiveSettings(county));
  });

  it('leave the defaults as they are', () => {
    const before = JSON.stringify(DEFAULT_SETTINGS);
    effectiveSettings(county, { deadlines: { screening: { days: 1 } } });
    expect(JSON.stringify(DEFAULT_SETTINGS)).toBe(before);
  });
});

describe('A region’s own settings', () => {
  it('exist for counties and townships, which give the rules', () => {
    const codes = ['4104', '410402', '410402001', '410402001003', 'nowhere'];
    expect(codes.filter(hasOwnSettings)).toEqual(['410402', '410402001']);
  });
});
