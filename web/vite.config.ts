import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.OASIS_SERVER ?? 'http://localhost:3000';

/** The server sees the host that the browser sees: it gives cookies to pages of its own origin only. */
const passedOn = { target: server, changeOrigin: false };

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // The server's Content-Security-Policy allows files of our own origin and nothing inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    proxy: { '/api': passedOn, '/mailbox': passedOn, '/health': passedOn },
  },
});
