import { isFields, type Fields } from '../../values/fields';

/**
 * What the text of an annotation holds, as Go reads it into a struct or a list of structs: the case of the names of fields does not
 * count, and null is nothing. They come in small letters.
 *
 * @returns undefined for what is no JSON
 */
export function readAnnotation(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: inSmallLetters(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}

/** A struct, some of whose fields are texts. */
type Struct<Text extends string> = Fields & Partial<Readonly<Record<Text, string>>>;

/** The structs of the list that the text of an annotation holds; undefined when it holds another thing, or texts that are none. */
export function readAnnotatedList<Text extends string>(
  text: string,
  texts: readonly Text[],
): readonly Struct<Text>[] | undefined {
  const { value } = readAnnotation(text) ?? {};
  const list: unknown = value === null ? [] : value;
  if (!Array.isArray(list)) return undefined;
  const items = list.map((item: unknown) => item ?? {});
  const isRight = (item: unknown): item is Struct<Text> =>
    isFields(item) && texts.every((field) => item[field] === undefined || typeof item[field] === 'string');
  return items.every(isRight) ? items : undefined;
}

function inSmallLetters(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSmallLetters);
  if (!isFields(value)) return value;
  const known = Object.entries(value).filter(([, content]) => content !== null);
  return Object.fromEntries(known.map(([name, content]) => [name.toLowerCase(), inSmallLetters(content)]));
}
