/** The shape of a catalogue: the other languages must have the same keys as the Chinese one. */
export type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };
