import { Button, Loader } from '@mantine/core';
import { Fragment, lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, Route, Routes, useLocation, useSearchParams } from 'react-router';
import { runsSites } from '../shared/api/duties';
import { useVisit } from '../shared/api/use-session';
import { chosenHere, speak } from '../shared/i18n';
import { Empty } from '../shared/ui/Empty';
import { Page } from '../shared/ui/Page';
import { Shell } from './Shell';

const HomePage = lazy(() => import('../features/home/HomePage').then((module) => ({ default: module.HomePage })));
const DayPage = lazy(() => import('../features/day/DayPage').then((module) => ({ default: module.DayPage })));
const BookingsPage = lazy(() =>
  import('../features/bookings/BookingsPage').then((module) => ({ default: module.BookingsPage })),
);
const MembershipPage = lazy(() =>
  import('../features/membership/MembershipPage').then((module) => ({ default: module.MembershipPage })),
);
const ApplyPage = lazy(() => import('../features/apply/ApplyPage').then((module) => ({ default: module.ApplyPage })));
const DecisionsPage = lazy(() =>
  import('../features/decisions/DecisionsPage').then((module) => ({ default: module.DecisionsPage })),
);
const DecisionPage = lazy(() =>
  import('../features/decisions/DecisionPage').then((module) => ({ default: module.DecisionPage })),
);
const MembersPage = lazy(() =>
  import('../features/members/MembersPage').then((module) => ({ default: module.MembersPage })),
);
const MemberPage = lazy(() =>
  import('../features/members/MemberPage').then((module) => ({ default: module.MemberPage })),
);
const ProfilePage = lazy(() =>
  import('../features/profile/ProfilePage').then((module) => ({ default: module.ProfilePage })),
);
const SignInPage = lazy(() =>
  import('../features/access/SignInPage').then((module) => ({ default: module.SignInPage })),
);
const SessionEndedDialog = lazy(() =>
  import('../features/access/SessionEndedDialog').then((module) => ({ default: module.SessionEndedDialog })),
);
const RegisterPage = lazy(() =>
  import('../features/access/RegisterPage').then((module) => ({ default: module.RegisterPage })),
);
const VerifyEmailPage = lazy(() =>
  import('../features/access/VerifyEmailPage').then((module) => ({ default: module.VerifyEmailPage })),
);
const ForgotPasswordPage = lazy(() =>
  import('../features/access/ForgotPasswordPage').then((module) => ({ default: module.ForgotPasswordPage })),
);
const ResetPasswordPage = lazy(() =>
  import('../features/access/ResetPasswordPage').then((module) => ({ default: module.ResetPasswordPage })),
);
const PrivacyPage = lazy(() =>
  import('../features/access/PrivacyPage').then((module) => ({ default: module.PrivacyPage })),
);

/** All screens and who may come to them. */
export function App() {
  useTheirLanguage();
  const { standing } = useVisit();
  return (
    <>
      <Routes>
        <Route element={<Shell />}>
          <Route path="verify-email" element={<VerifyEmailPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="privacy" element={<PrivacyPage />} />
          <Route element={<OnlyStrangers />}>
            <Route path="sign-in" element={<SignInPage />} />
            <Route path="register" element={<RegisterPage />} />
            <Route path="forgot-password" element={<ForgotPasswordPage />} />
          </Route>
          <Route element={<OnlyVisitors />}>
            <Route index element={<HomePage />} />
            <Route path="day" element={<DayPage />} />
            <Route path="bookings" element={<BookingsPage />} />
            <Route path="membership" element={<MembershipPage />} />
            <Route path="apply" element={<ApplyPage />} />
            <Route element={<OnlyThoseWhoRunSites />}>
              <Route path="decisions" element={<DecisionsPage />} />
              <Route path="decisions/:id" element={<DecisionPage />} />
              <Route path="members" element={<MembersPage />} />
              <Route path="members/:id" element={<MemberPage />} />
            </Route>
            <Route path="profile" element={<ProfilePage />} />
          </Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
      {standing === 'expired' && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
    </>
  );
}

/** Each is spoken to in their own language, unless another was chosen on this device. */
function useTheirLanguage(): void {
  const { person } = useVisit();
  const locale = person?.locale;
  useEffect(() => {
    if (locale && !chosenHere()) void speak(locale, false);
  }, [locale]);
}

/** Screens for people who are signed in; others sign in first and then see what they asked for. */
function OnlyVisitors() {
  const { standing, person } = useVisit();
  const { pathname, search } = useLocation();
  if (standing === 'starting') return <Starting />;
  if (standing === 'signed-out') {
    const asked = `${pathname}${search}`;
    return <Navigate to={asked === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(asked)}`} replace />;
  }
  // Somebody else gets screens of their own: nothing of the one before stays in a form.
  return (
    <Fragment key={person?.id}>
      <Outlet />
    </Fragment>
  );
}

/** To others these screens do not exist. */
function OnlyThoseWhoRunSites() {
  const { person } = useVisit();
  return person && runsSites(person) ? <Outlet /> : <NotFound />;
}

function OnlyStrangers() {
  const { standing } = useVisit();
  const [query] = useSearchParams();
  if (standing === 'starting') return <Starting />;
  if (standing === 'signed-out') return <Outlet />;
  return <Navigate to={ownPath(query.get('to'))} replace />;
}

/** Only a path of this application: an address that leads elsewhere is not followed. */
function ownPath(asked: string | null): string {
  return asked && /^\/(?![/\\])/.test(asked) ? asked : '/';
}

function Starting() {
  const { t } = useTranslation();
  return <Loader aria-label={t('action.loading')} role="status" mx="auto" my="xl" style={{ display: 'block' }} />;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty scene="lost" title={t('notFound.heading')} text={t('notFound.text')}>
        <Button component={Link} to="/" mt="sm">
          {t('nav.toHome')}
        </Button>
      </Empty>
    </Page>
  );
}
