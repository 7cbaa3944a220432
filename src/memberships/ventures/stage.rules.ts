import { Rule } from '../../kernel/refusal';
import { Stage, stages } from './venture.rules';

/** The states of a step between stages. */
export const transitionStatuses = ['proposed', 'approved', 'returned'] as const;
export type TransitionStatus = (typeof transitionStatuses)[number];

/** What can happen to a proposed step. */
export type StageDecision = 'approve' | 'return';

/** The life of a step. What is not in this table cannot happen; who may decide says `mayDo` of ventures. */
export const stageDecisions: Record<StageDecision, { from: readonly TransitionStatus[]; to: TransitionStatus }> = {
  approve: { from: ['proposed'], to: 'approved' },
  return: { from: ['proposed'], to: 'returned' },
};

/** A step that somebody proposes. */
export interface ProposalCase {
  fromStage: Stage;
  toStage: Stage;
  reason: string | null;
}

const stageSame: Rule<ProposalCase> = {
  name: 'stage_same',
  judge: ({ fromStage, toStage }) =>
    fromStage === toStage ? { detail: 'The venture is at this stage already.', facts: { stage: toStage } } : undefined,
};

const stageReason: Rule<ProposalCase> = {
  name: 'stage_reason',
  judge: ({ fromStage, toStage, reason }) =>
    stages.indexOf(toStage) >= stages.indexOf(fromStage) || reason !== null
      ? undefined
      : { detail: 'A step backwards says why.', facts: { fromStage, toStage } },
};

/** The laws of a proposal. */
export const proposalRules: readonly Rule<ProposalCase>[] = [stageSame, stageReason];

/** A step that is about to be approved. */
export interface ApprovalCase {
  toStage: Stage;
  hasCompany: boolean;
}

const companyFacts: Rule<ApprovalCase> = {
  name: 'company_facts',
  judge: ({ toStage, hasCompany }) =>
    toStage !== 'company_founded' || hasCompany
      ? undefined
      : {
          detail: 'A company is founded when its name, business ID, country and date of registration are known.',
          facts: {},
        },
};

/** The laws of an approval. */
export const approvalRules: readonly Rule<ApprovalCase>[] = [companyFacts];
