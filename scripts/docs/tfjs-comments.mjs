import { Comment, Converter, ReflectionKind } from 'typedoc';

const reference = 'https://js.tensorflow.org/api/4.22.0/';

const kinds =
  ReflectionKind.Variable |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Property |
  ReflectionKind.SomeSignature;

/**
 * For typedoc: @convolab/lib/tf is TensorFlow.js under narrower declarations. Where we have nothing to
 * add to a name, its page sends to TensorFlow.js's own reference.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of Object.values(project.reflections)) {
      if (reflection.comment || !reflection.kindOf(kinds) || doorOf(reflection) !== 'tf') continue;
      const isDirect = reflection.parent?.kindOf(ReflectionKind.Module);
      const anchor =
        reflection.kindOf(ReflectionKind.Variable) && isDirect ? `#${reflection.name}` : '';
      reflection.comment = new Comment([
        { kind: 'text', text: `As in [TensorFlow.js](${reference}${anchor}).` },
      ]);
    }
  });
}

function doorOf(reflection) {
  let at = reflection;
  while (at && !at.kindOf(ReflectionKind.Module)) at = at.parent;
  return at?.name;
}
