import { ErasureRequest } from './erasure-request.entity';
import { Person } from './person.entity';
import { GrantedRole } from './role-grant.entity';

/** The tables of people. */
export const peopleEntities = [Person, GrantedRole, ErasureRequest];
