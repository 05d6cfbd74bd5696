import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/index.js';
import { zhField } from '../i18n/zh/field/index.js';
import { startDisplay } from './features/mine/display-setting.js';
import { makeFieldRouter } from './router.js';
import { startServiceWorker } from './shell/new-version.js';
import './ui/field.css';

startDisplay();
startServiceWorker();
const router = makeFieldRouter();
const root = document.getElementById('root');

void startTexts({ zh: zhField, loadEnglish: async () => (await import('../i18n/en/field/index.js')).enField }).then(() => {
  if (root) createRoot(root).render(<StrictMode><RouterProvider router={router} /></StrictMode>);
});
