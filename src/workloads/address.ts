/** The name of a Service or pod as others reach it: with a namespace it holds in the whole cluster. */
export function hostIn(namespace: string | undefined, name: string): string {
  return namespace === undefined ? name : `${name}.${namespace}.svc`;
}

/** A URL of a host; the path may begin with a slash or not. */
export function urlOf(scheme: string, host: string, port: number | undefined, path: string): string {
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}${path && `/${path.replace(/^\//, '')}`}`;
}
