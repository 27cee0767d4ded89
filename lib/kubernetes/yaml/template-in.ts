/** A Go template's expression that is no YAML text by itself: `{{ .Values.image }}`, `{{- include "labels" . }}`. */
const EXPRESSION = /\{\{[^{}]*\}\}/;

/** The first expression of a template in a text; nothing where it has none. */
export function templateIn(text: string): string | undefined {
  return EXPRESSION.exec(text)?.[0];
}
