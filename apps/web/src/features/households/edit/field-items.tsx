import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { findField, isOutsideRegion, readHousePosition, validateFields, type Field } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { FieldControl } from './field-control.js';

interface Props {
  fields: readonly Field[];
  /** Where the values stand in the form. */
  path: readonly (string | number)[];
}

/** Fields of the catalogue as items of a form; each is checked by the same rules as on the server and on the phone. */
export function FieldItems({ fields, path }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const check = (field: Field) => (_: unknown, value: unknown) => {
    // A field that stands only in records of departments has no entry in the catalogue to be checked by.
    if (value === null || value === undefined || value === '' || !findField(field.entity, field.key)) return Promise.resolve();
    const [fault] = validateFields(field.entity, { [field.key]: value }, { partial: true }).faults.filter((found) => found.field === field.key);
    return fault ? Promise.reject(new Error(fault[language])) : Promise.resolve();
  };
  // Worth a second look, no reason to refuse.
  const doubt = (_: unknown, value: unknown) => {
    const position = readHousePosition(value);
    return position && isOutsideRegion(position) ? Promise.reject(new Error(t('households.edit.outsideRegion'))) : Promise.resolve();
  };
  return (
    <div className="field-items">
      {fields.map((field) => (
        <Form.Item key={field.key} name={[...path, field.key]} label={field[language]} required={field.required} rules={[{ validator: check(field) }, ...(field.type === 'position' ? [{ validator: doubt, warningOnly: true }] : [])]} validateTrigger="onBlur">
          <FieldControl field={field} />
        </Form.Item>
      ))}
    </div>
  );
}
