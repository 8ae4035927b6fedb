/** A for the title now, B and on for the others. */
export const letter = (index: number) => String.fromCharCode(65 + index);
