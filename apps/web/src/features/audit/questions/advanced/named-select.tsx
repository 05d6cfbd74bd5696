import type { FullOption, VersatileSelectorProps } from 'react-querybuilder';

/** A list of the editor with a name of its own; the lists it brings along have none that a screen reader says. */
export function NamedSelect({ title, value, options, handleOnChange, className, testID }: VersatileSelectorProps) {
  return (
    <select aria-label={title} className={className} data-testid={testID} value={value} onChange={(event) => handleOnChange(event.target.value)}>
      {(options as FullOption[]).map(({ name, label }) => <option key={name} value={name}>{label}</option>)}
    </select>
  );
}
