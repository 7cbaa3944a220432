import { Button, Loader, Stack, Text } from '@mantine/core';
import { Fragment, lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation, useSearchParams } from 'react-router';
import { useVisit } from '../shared/api/use-session';
import { chosenHere, speak, useTexts } from '../shared/i18n';
import { Empty } from '../shared/ui/Empty';
import { Page } from '../shared/ui/Page';
import { Moved, MovedDisplay, movedDisplay, movedPaths } from './moved';
import { bareScreens, isFor, screens } from './screens';
import type { Audience } from './screens';
import { Shell } from './Shell';

const SessionEndedDialog = lazy(() =>
  import('../features/access/SessionEndedDialog').then((module) => ({ default: module.SessionEndedDialog })),
);

const SecondFactorDialog = lazy(() =>
  import('../features/access/SecondFactorDialog').then((module) => ({ default: module.SecondFactorDialog })),
);

/** All screens and who may come to them. */
export function App() {
  useTheirLanguage();
  const { standing, person, closed } = useVisit();
  return (
    <WithTexts needed={person !== null}>
      <Routes>
        {bareScreens.map(({ path, Component }) => (
          <Route
            key={path}
            path={path}
            element={
              <WithTexts needed>
                <Suspense>
                  <Component />
                </Suspense>
              </WithTexts>
            }
          />
        ))}
        <Route path={movedDisplay} element={<MovedDisplay />} />
        <Route element={<Shell />}>
          {screens.map(({ path, for: audience, Component }) => (
            <Route key={path} path={path} element={<Only audience={audience}>{<Component />}</Only>} />
          ))}
          {movedPaths.map((path) => (
            <Route key={path} path={path} element={<Moved />} />
          ))}
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
      {person && closed && (
        <Suspense>
          <SecondFactorDialog />
        </Suspense>
      )}
      {standing === 'expired' && (
        <Suspense>
          <SessionEndedDialog />
        </Suspense>
      )}
    </WithTexts>
  );
}

/** Shows what it holds as soon as its texts are there: strangers at the door need a few only. */
function WithTexts({ needed, children }: { needed: boolean; children: ReactNode }) {
  return useTexts(needed) ? children : <Starting />;
}

/** Each is spoken to in their own language, unless another was chosen on this device. */
function useTheirLanguage(): void {
  const { person } = useVisit();
  const locale = person?.locale;
  useEffect(() => {
    if (locale && !chosenHere()) void speak(locale, false);
  }, [locale]);
}

/** Shows a screen to those it is for. Strangers sign in first and then see what they asked for. */
function Only({ audience, children }: { audience: Audience; children: ReactNode }) {
  const { standing, person, closed } = useVisit();
  const { pathname, search } = useLocation();
  const [query] = useSearchParams();
  if (audience === 'anybody') return <WithTexts needed>{children}</WithTexts>;
  if (standing === 'starting') return <Starting />;
  const isStranger = standing === 'signed-out' || !person;
  if (audience === 'strangers') return isStranger ? children : <Navigate to={ownPath(query.get('to'))} replace />;
  if (isStranger) {
    const asked = `${pathname}${search}`;
    return <Navigate to={asked === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(asked)}`} replace />;
  }
  // Until the house is open to them, a screen would only be told so for everything it asks.
  if (closed === 'from-the-start') return null;
  if (!isFor(person, audience)) return <NotFound />;
  // Somebody else gets screens of their own: nothing of the one before stays in a form.
  return <Fragment key={person.id}>{children}</Fragment>;
}

/** Only a path of this application: an address that leads elsewhere is not followed. */
function ownPath(asked: string | null): string {
  return asked && /^\/(?![/\\])/.test(asked) ? asked : '/';
}

/** Longer than this, and whoever opens the application deserves to be told why they wait. Milliseconds. */
const startsWithin = 3000;

/** Until it is known who is there. Without an answer of the house it is asked again and again, and that is said. */
function Starting() {
  const { t } = useTranslation();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), startsWithin);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack align="center" py="xl" role="status">
      <Loader aria-label={t('action.loading')} />
      {isSlow && <Text ta="center">{t('connection.slow')}</Text>}
    </Stack>
  );
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
