import { applicationEntities } from './intake/application.entity';
import { conflictEntities } from './intake/conflict-of-interest.entity';
import { consentEntities } from './intake/consent.entity';
import { documentEntities } from './plans/document.entity';
import { planEntities } from './plans/plan.entity';
import { termsEntities } from './terms/terms.entities';
import { venturesEntities } from './ventures/ventures.entities';
import { walletEntities } from './wallet/wallet.entity';

/** The tables of memberships, room by room. */
export const membershipsEntities = [
  ...planEntities,
  ...documentEntities,
  ...venturesEntities,
  ...walletEntities,
  ...termsEntities,
  ...applicationEntities,
  ...consentEntities,
  ...conflictEntities,
];
