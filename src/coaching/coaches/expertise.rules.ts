/**
 * What coaches know and founders need: one tree for both, so that a need can be met by who knows more than its topic.
 * The version rises with each change of the tree; topics are never renamed, and what is gone stays known to old records.
 */
export const topicTreeVersion = 1;

/** A topic and those below it. */
interface Branch {
  readonly [topic: string]: Branch;
}

const leaf: Branch = {};

/** The three first are the house's calling and always there. */
const tree: Branch = {
  fund_raising: {
    grants: leaf,
    start_up_grant: leaf,
    bank_and_guarantee: leaf,
    angels_and_vc: leaf,
    crowdfunding: leaf,
    eu_calls: leaf,
  },
  modernisation: { digitalisation: leaf, process: leaf, lean: leaf, quality: leaf, energy: leaf },
  internationalisation: {
    export_readiness: leaf,
    market_entry: leaf,
    customs_and_logistics: leaf,
    cross_border_contracts: leaf,
    language_and_culture: leaf,
  },
  idea_and_customer: { interviews: leaf, value_proposition: leaf, service_design: leaf },
  business_model_and_pricing: leaf,
  product_and_technology: leaf,
  ipr_and_contracts: leaf,
  company_formation_and_tax: leaf,
  finance_and_accounting: leaf,
  sales_and_marketing: leaf,
  team_and_leadership: leaf,
  pitching: leaf,
  open_innovation: leaf,
  sustainability: leaf,
};

const parents = new Map<string, string | null>();
plant(tree, null);

function plant(branch: Branch, parent: string | null): void {
  for (const [topic, below] of Object.entries(branch)) {
    parents.set(topic, parent);
    plant(below, topic);
  }
}

/** Every topic of the tree, each before those below it. */
export const topics: readonly string[] = [...parents.keys()];

/** The topics that stand under no other. */
export const topTopics: readonly string[] = topics.filter((topic) => parents.get(topic) === null);

/** How well a coach knows a topic, from least to most. */
export const expertiseLevels = ['knows', 'practised', 'expert'] as const;
export type ExpertiseLevel = (typeof expertiseLevels)[number];

/** Whether the word is a topic of the tree. */
export function isTopic(word: string): boolean {
  return parents.has(word);
}

/** The topic right above one; null for a top topic and for what is no topic. */
export function parentOf(topic: string): string | null {
  return parents.get(topic) ?? null;
}

/** The topics above one, the nearest first. */
export function ancestorsOf(topic: string): string[] {
  const above = parentOf(topic);
  return above === null ? [] : [above, ...ancestorsOf(above)];
}

/** The topic itself and all below it; nothing for what is no topic. */
export function topicsUnder(topic: string): string[] {
  return topics.filter((each) => each === topic || ancestorsOf(each).includes(topic));
}

/** Words that people use for topics, beside the topics' own names. */
const spoken: ReadonlyMap<string, string> = new Map(
  Object.entries({
    accounting: 'finance_and_accounting',
    angels: 'angels_and_vc',
    bank: 'bank_and_guarantee',
    bookkeeping: 'finance_and_accounting',
    'business-model': 'business_model_and_pricing',
    company: 'company_formation_and_tax',
    contracts: 'ipr_and_contracts',
    customers: 'idea_and_customer',
    digital: 'digitalisation',
    eu: 'eu_calls',
    export: 'export_readiness',
    exports: 'export_readiness',
    finance: 'finance_and_accounting',
    funding: 'fund_raising',
    fundraising: 'fund_raising',
    idea: 'idea_and_customer',
    international: 'internationalisation',
    investors: 'angels_and_vc',
    ipr: 'ipr_and_contracts',
    legal: 'ipr_and_contracts',
    logistics: 'customs_and_logistics',
    marketing: 'sales_and_marketing',
    patents: 'ipr_and_contracts',
    pitch: 'pitching',
    pricing: 'business_model_and_pricing',
    product: 'product_and_technology',
    sales: 'sales_and_marketing',
    tax: 'company_formation_and_tax',
    team: 'team_and_leadership',
    technology: 'product_and_technology',
  }),
);

/** The topic that a word of an application means: its own name in any spelling, or a word people use for it. */
export function topicOf(word: string): string | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const topic = plain.replaceAll('-', '_');
  return isTopic(topic) ? topic : spoken.get(plain);
}
