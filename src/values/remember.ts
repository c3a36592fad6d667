const MOST_ANSWERS = 10_000;

/**
 * The same pure function of a text, with each answer computed once: a platform asks about the same few images, quantities, schedules and
 * time zones thousands of times.
 *
 * @example
 * const length = remember((text) => text.length);
 * length('orders'); // 6
 */
export function remember<Answer>(compute: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer | typeof NOTHING>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return (known === NOTHING ? undefined : known) as Answer;
    const answer = compute(text);
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(text, answer === undefined ? NOTHING : answer);
    return answer;
  };
}

/** Stands for undefined, which is an answer too, to be found in one look: to many questions it means that nothing is wrong. */
const NOTHING = Symbol('nothing');
