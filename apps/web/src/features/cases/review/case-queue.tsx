import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseQueue } from './use-case-queue.js';

function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  return Boolean(element?.closest('input, textarea, select, [contenteditable], .ant-modal'));
}

/** Where one is among the cases that wait for me, and the way to the one before and after (K and J). */
export function CaseQueue({ current }: { current: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { position, total, before, after } = useCaseQueue(current);
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const id = event.code === 'KeyJ' ? after : event.code === 'KeyK' ? before : null;
      if (id) void navigate({ to: '/cases/$id', params: { id } });
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [before, after, navigate]);
  if (position === null) return null;
  const step = (id: string | null, text: string) => <Button size="small" disabled={id === null} onClick={() => id !== null && void navigate({ to: '/cases/$id', params: { id } })}>{text}</Button>;
  return <div className="case-queue no-print"><span className="secondary">{t('cases.queue', { position, total })}</span>{step(before, t('cases.previous'))}{step(after, t('cases.next'))}</div>;
}
