import './chips.css';

export interface ChipOption<Value extends string> {
  readonly value: Value;
  readonly text: string;
  /** Number beside the text, such as how many there are. */
  readonly count?: number;
  readonly disabled?: boolean;
}

interface Common<Value extends string> {
  options: readonly ChipOption<Value>[];
  /** Says what is chosen, to screen readers and, with `shown`, above the chips. */
  label: string;
  shown?: boolean;
  /** One line that is pushed sideways, for filters above a list. */
  inLine?: boolean;
  testid?: string;
}
interface One<Value extends string> extends Common<Value> {
  multiple?: false;
  value: Value | null;
  onChange: (value: Value) => void;
}
interface Many<Value extends string> extends Common<Value> {
  multiple: true;
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Choices side by side: one of them, or with `multiple` any number. */
export function Chips<Value extends string>(props: One<Value> | Many<Value>) {
  const { options, label, shown = false, inLine = false, testid = 'chip' } = props;
  const isOn = (value: Value) => (props.multiple ? props.value.includes(value) : props.value === value);
  const choose = (value: Value) => {
    if (!props.multiple) return props.onChange(value);
    props.onChange(isOn(value) ? props.value.filter((other) => other !== value) : [...props.value, value]);
  };
  return (
    <div className="chip-group">
      {shown && <div className="field-label" aria-hidden="true">{label}</div>}
      <div className={inLine ? 'chips in-line' : 'chips'} role="group" aria-label={label}>
        {options.map(({ value, text, count, disabled }) => (
          <button key={value} type="button" className="chip" aria-pressed={isOn(value)} disabled={disabled} data-testid={`${testid}-${value}`} onClick={() => choose(value)}>
            {isOn(value) && <span aria-hidden="true">✓ </span>}{text}{count !== undefined && <span className="chip-count"> {count}</span>}
          </button>
        ))}
      </div>
    </div>
  );
}
