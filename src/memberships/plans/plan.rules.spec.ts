import { judge } from '../../kernel/refusal';
import { planRules, planTerms, planText, WantedTerms } from './plan.rules';

const sound: WantedTerms = {
  termMonths: 6,
  maxRenewals: 1,
  totalMonths: 12,
  priceCents: 3000,
  normalPriceCents: 16000,
  allowances: [{ kind: 'desk_days', amount: null }],
  access: 'opening_hours',
};

const codes = (differing: Partial<WantedTerms>) =>
  judge(planRules, planTerms({ ...sound, ...differing })).map(({ code }) => code);

it('lets a sound plan be', () => {
  expect(codes({})).toEqual([]);
});

it.each<[string, Partial<WantedTerms>]>([
  ['plan_term', { totalMonths: 5, maxRenewals: 0 }],
  ['plan_renewals', { totalMonths: 11 }],
  ['plan_price', { priceCents: 16001 }],
  ['plan_pause', { pause: { most: 1, days: 0 } }],
  ['plan_pause', { pause: { most: 0, days: 3 } }],
  ['plan_evening', { access: 'evenings' }],
  ['plan_evening', { access: 'all_day', eveningCloses: '22:00' }],
  [
    'plan_allowances',
    {
      allowances: [
        { kind: 'desk_days', amount: 1 },
        { kind: 'desk_days', amount: 2 },
      ],
    },
  ],
  ['plan_allowance_steps', { allowances: [{ kind: 'room_minutes', amount: 30.5 }] }],
  ['plan_allowance_steps', { allowances: [{ kind: 'desk_days', amount: 0.3 }] }],
  ['plan_shared', { allowances: [{ kind: 'room_minutes', amount: 0, shared: true }] }],
])('%s', (law, differing) => {
  expect(codes(differing)).toEqual([law]);
});

it('takes half days, and what is usual where nothing was said', () => {
  expect(codes({ allowances: [{ kind: 'desk_days', amount: 2.5 }] })).toEqual([]);
  expect(planTerms(sound)).toMatchObject({
    offerDays: 14,
    noticeDays: 30,
    pause: { most: 0, days: 0, edgeDays: 7, extendsTerm: true },
    needs: 'nothing',
    halfDays: false,
    eveningCloses: null,
  });
});

it('is told in the language of the reader, or else in one that it has', () => {
  const [en, sv] = [{ name: 'Launch' }, { name: 'Start' }];
  expect(planText({ en, sv }, 'sv')).toBe(sv);
  expect(planText({ en, sv }, 'fi')).toBe(en);
  expect(planText({ fi: { name: '' }, sv }, 'fi')).toBe(sv);
  expect(planText({}, 'fi')).toBeUndefined();
});
