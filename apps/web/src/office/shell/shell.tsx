import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionEnded } from '../../session/session-ended.js';
import { ClockBanner } from './clock-banner.js';
import { Gate } from './gate.js';
import { Header } from './header.js';
import { MainMenu } from './main-menu.js';
import './shell.css';

/** Frame of the office: head, menu on the left, page. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <div className="shell">
      <a className="skip" href="#content">{t('shell.skip')}</a>
      <Header />
      <ClockBanner />
      <div className="shell-body">
        <MainMenu />
        <main id="content" className="shell-content" tabIndex={-1}><Gate><Suspense><Outlet /></Suspense></Gate></main>
      </div>
      <SessionEnded />
    </div>
  );
}
