import { useNavigate } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** True while somebody is typing elsewhere: then `/` is a character and no command. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return event.isComposing || target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Name, initials or household number from any page. */
export function HouseholdSearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.code !== 'Slash' || event.shiftKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    <Input.Search
      ref={input} className="household-search" size="small" allowClear maxLength={40} placeholder={t('shell.searchHouseholds')} aria-label={t('shell.searchHouseholds')}
      onSearch={(q, _event, info) => info?.source !== 'clear' && q.trim() && void navigate({ to: '/households', search: { q: q.trim() } })}
    />
  );
}
