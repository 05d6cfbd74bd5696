import { useTranslation } from 'react-i18next';
import { divisionLevels, mayBeCopied, roles, type Pack, type StepHand } from '#domain';
import { useLocalText } from '../../i18n/use-language.js';
import { ManySelect } from '../../ui/many-select.js';
import { usePostName } from './use-post-name.js';
import './packs.css';

const keyOf = ({ role, level }: StepHand): string => `${role}|${level}`;

interface Props {
  pack: Pack;
  onChange: (step: number, copies: StepHand[]) => void;
}

/** 抄送 by the procedure: which posts get a copy when the case leaves a step. Only posts that may read the case can be chosen. */
export function PackCopies({ pack, onChange }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  const postName = usePostName();
  const posts = divisionLevels.flatMap((level) => roles.map((role) => ({ role, level }))).filter((hand) => mayBeCopied(pack.subject, hand));
  const options = posts.map((hand) => ({ value: keyOf(hand), label: postName(hand) }));
  return (
    <section className="tab-section pack-copies">
      <h3>{t('packs.copies')}</h3>
      <p className="secondary">{t('packs.copiesHint')}</p>
      <table className="matrix">
        <thead><tr><th scope="col">{t('packs.step')}</th><th scope="col">{t('packs.copiesTo')}</th></tr></thead>
        <tbody>
          {pack.steps.map((step, index) => (
            <tr key={`${index}${step.code}`}>
              <th scope="row">{index + 1}. {local(step.name)}</th>
              <td>
                <ManySelect
                  size="small" aria-label={t('packs.copiesOf', { step: local(step.name) })} placeholder={t('packs.copiesNone')} options={options} optionFilterProp="label"
                  value={(step.copies ?? []).map(keyOf)} onChange={(keys: string[]) => onChange(index, posts.filter((hand) => keys.includes(keyOf(hand))))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
