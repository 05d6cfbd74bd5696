import { useLayoutEffect, useRef, type ChangeEvent, type CompositionEvent } from 'react';

type Typed = HTMLInputElement | HTMLTextAreaElement;

/**
 * An input that keeps its own text: letters that are being composed are never drawn over, which slow phones turn into doubled
 * text. Tells what was typed when a composition ends; takes over another text only while nobody types in it.
 */
export function useTyped<Element extends Typed>(text: string, onText: (text: string) => void) {
  const ref = useRef<Element>(null);
  const composing = useRef(false);
  useLayoutEffect(() => {
    const input = ref.current;
    if (input && input.value !== text && document.activeElement !== input) input.value = text;
  }, [text]);
  return {
    ref, defaultValue: text,
    onChange: ({ target }: ChangeEvent<Element>) => {
      if (!composing.current) onText(target.value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<Element>) => {
      composing.current = false;
      onText(currentTarget.value);
    },
  };
}
