import { Entities } from './platform/database/data-source';

/** Every entity of the application, feature by feature. */
export const entities: Entities & unknown[] = [];
