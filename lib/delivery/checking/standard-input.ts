/** What standard input is called in reports. */
export const STANDARD_INPUT = '<stdin>';
