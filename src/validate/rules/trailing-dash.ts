/**
 * What the server looks at of a text that more will be appended to: all but a last dash. With the dash goes the character before it
 * (maskTrailingDash of k8s.io/apimachinery), so that "a_-" passes.
 */
export function withoutTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}
