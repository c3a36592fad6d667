/** Whether an expression has an identifier outside of its strings and comments, and not as the name of a field. It need not be a right one. */
export function mentions(expression: string, identifier: string): boolean {
  const code = expression.replace(
    /[rRbB]*("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/.*/g,
    ' ',
  );
  return new RegExp(`(?<![.\\w])${identifier}\\b`).test(code);
}
