import { assuranceStates, codeLabel, type AssuranceState } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import './tri-state.css';

const marks: Readonly<Record<AssuranceState, string>> = { OK: '✓', PROBLEM: '✗', UNCLEAR: '?' };

interface Props {
  /** What is asked, such as 义务教育. */
  label: string;
  /** Under the name: the last answer and its day. */
  note?: string;
  value: AssuranceState | null;
  onChange: (value: AssuranceState) => void;
  testid?: string;
}

/** 有保障 · 有问题 · 不清楚 as three big buttons. Nothing is chosen before somebody chooses. */
export function TriState({ label, note, value, onChange, testid = 'tri' }: Props) {
  const language = useLanguage();
  return (
    <div className="tri-state" role="group" aria-label={note ? `${label}，${note}` : label}>
      <div className="tri-head" aria-hidden="true"><span className="field-label">{label}</span>{note && <span className="small secondary">{note}</span>}</div>
      <div className="tri-choices">
        {assuranceStates.map((state) => (
          <button key={state} type="button" className={`tri ${state}`} aria-pressed={value === state} data-testid={`${testid}-${state}`} onClick={() => onChange(state)}>
            <span aria-hidden="true">{marks[state]} </span>{codeLabel('assuranceState', state, language)}
          </button>
        ))}
      </div>
    </div>
  );
}
