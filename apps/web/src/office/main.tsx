import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../api/query-client.js';
import { startTexts } from '../i18n/index.js';
import { zh } from '../i18n/zh/index.js';
import '../ui/base.css';
import { askEarly } from './early.js';
import { makeRouter } from './router.js';
import { Look } from './look.js';
import { focusFirstField } from './first-field.js';
import { keepEnterInPickers } from './picker-enter.js';
import { reloadAfterUpgrade } from './reload-once.js';

const client = makeQueryClient();
const router = makeRouter(client);
const root = document.getElementById('root');

reloadAfterUpgrade();
askEarly(router, client);
keepEnterInPickers();
focusFirstField();
await startTexts({ zh, loadEnglish: async () => (await import('../i18n/en/index.js')).en });
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Look><RouterProvider router={router} /></Look>
      </QueryClientProvider>
    </StrictMode>,
  );
}
