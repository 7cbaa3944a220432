import { ancestorsOf, isTopic, topicOf, topics, topicsUnder, topTopics } from './expertise.rules';

describe('the tree of topics', () => {
  it('begins with what the house is for', () => {
    expect(topTopics.slice(0, 3)).toEqual(['fund_raising', 'modernisation', 'internationalisation']);
  });

  it('has each topic once, and all of them under their ancestors', () => {
    expect(new Set(topics).size).toBe(topics.length);
    expect(topTopics.flatMap(topicsUnder).sort()).toEqual([...topics].sort());
    for (const topic of topics) for (const above of ancestorsOf(topic)) expect(topicsUnder(above)).toContain(topic);
  });

  it.each([
    ['grants', ['fund_raising']],
    ['fund_raising', []],
    ['astrology', []],
  ])('knows what is above %s', (topic, above) => expect(ancestorsOf(topic)).toEqual(above));

  it.each([
    ['fund-raising', 'fund_raising'],
    ['Market entry', 'market_entry'],
    ['sales', 'sales_and_marketing'],
    ['funding', 'fund_raising'],
    ['business-model', 'business_model_and_pricing'],
    ['astrology', undefined],
    ['constructor', undefined],
  ])('understands %s as %s', (word, topic) => {
    expect(topicOf(word)).toBe(topic);
    if (topic) expect(isTopic(topic)).toBe(true);
  });
});
