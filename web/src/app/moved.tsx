import { Navigate, useLocation, useParams } from 'react-router';
import { withHashToken } from '../shared/access/hash-token';

/** Addresses that letters and bookmarks still name, and where their pages are now. */
const moved: Record<string, string> = {
  profile: '/settings',
  application: '/apply',
  manage: '/site/day',
  'manage/applications': '/decisions',
  'manage/coaching': '/assignments',
};

/** Every address that has moved. */
export const movedPaths: readonly string[] = Object.keys(moved);

/** Leads on from an old address; what was asked for beside it is kept. */
export function Moved() {
  const { pathname, search } = useLocation();
  return <Navigate to={`${moved[pathname.replace(/^\/|\/$/g, '')] ?? '/'}${search}`} replace />;
}

/** Where displays were: their secret was a part of the path, which every request for the page carries to the server. */
export const movedDisplay = 'display/:token';

/** Leads a tablet on from there; the address that it was opened with leaves the history. */
export function MovedDisplay() {
  const { token = '' } = useParams();
  return <Navigate to={withHashToken('/display', token)} replace />;
}
