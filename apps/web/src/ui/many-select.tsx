import { Select, type SelectProps } from 'antd';

const LIST_HEIGHT = 160;

/**
 * Several of a list. The list stays open for the next choice, so it opens upwards: what comes after the field, the button that saves
 * most of all, is never under it. Low enough to find room above the first field of a dialog.
 */
export function ManySelect<Value = string>(props: Omit<SelectProps<Value[]>, 'mode' | 'placement' | 'listHeight'>) {
  return <Select<Value[]> {...props} mode="multiple" placement="topLeft" listHeight={LIST_HEIGHT} />;
}
