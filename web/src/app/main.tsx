import '@fontsource-variable/onest/index.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { queryClient } from '../shared/api/client';
import { mayBeSignedIn, session } from '../shared/api/session';
import { watchInstallation } from '../shared/device/installation';
import { keepOnDevice } from '../shared/device/updates';
import { startLanguage } from '../shared/i18n';
import { App } from './App';
import './component-styles';
import './base.css';
import { fetchAhead } from './screens';
import { Notices } from './Notices';
import { cssVariables, theme } from './theme';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root');

watchInstallation();
keepOnDevice();
void session.start();
// The screen comes while it is asked who is there, and not after that.
if (mayBeSignedIn()) fetchAhead(window.location.pathname);
await startLanguage(mayBeSignedIn());
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        {/* A press shows its effect at once, even when the screen behind it has still to be fetched. */}
        <BrowserRouter useTransitions={false}>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
      <Notices />
    </MantineProvider>
  </StrictMode>,
);
