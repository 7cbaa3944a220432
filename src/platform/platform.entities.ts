import { AuditEvent } from './audit/audit-event.entity';
import { StoredKey } from './http/idempotency-key.entity';

/** The platform's own tables. */
export const platformEntities = [AuditEvent, StoredKey];
