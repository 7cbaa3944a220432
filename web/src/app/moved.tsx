import { Navigate, useLocation } from 'react-router';

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
