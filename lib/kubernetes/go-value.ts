/** A truth value as Go reads it: nothing where it is none. @source go@1.26 strconv.ParseBool */
export function goBoolValue(text: string): boolean | undefined {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : undefined;
}

/** A whole number as Go reads it: nothing where it is none. @source go@1.26 strconv.Atoi */
export function goIntValue(text: string): number | undefined {
  return /^[+-]?\d{1,18}$/.test(text) ? Number(text) : undefined;
}
