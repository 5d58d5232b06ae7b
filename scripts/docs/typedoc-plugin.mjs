import { Comment, Converter, ReflectionKind } from 'typedoc';

/** What typedoc cannot be told by options: where a name needs no doc comment of its own. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const all = Object.values(project.reflections);
    for (const reflection of all.filter(isOfTfjs)) commentByReference(reflection);
    const inPlace = all.filter(isInPlace).map((reflection) => reflection.getFriendlyFullName());
    app.options.setValue('intentionallyNotDocumented', [...new Set(inPlace)]);
  });
}

const tfjsReference = 'https://js.tensorflow.org/api/4.22.0/';

const documented =
  ReflectionKind.Variable |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Property |
  ReflectionKind.SomeSignature;

/** The door @convolab/lib/tf is TensorFlow.js under narrower declarations. */
function isOfTfjs(reflection) {
  const door = ancestors(reflection).find((one) => one.kindOf(ReflectionKind.Module));
  return door?.name === 'tf';
}

/** Where we have nothing to add to a name of TensorFlow.js, its page sends to the reference there. */
function commentByReference(reflection) {
  if (reflection.comment || !reflection.kindOf(documented)) return;
  const isFunction =
    reflection.kindOf(ReflectionKind.Variable) && reflection.parent?.kindOf(ReflectionKind.Module);
  const anchor = isFunction ? `#${reflection.name}` : '';
  const text = `As in [TensorFlow.js](${tfjsReference}${anchor}).`;
  reflection.comment = new Comment([{ kind: 'text', text }]);
}

/**
 * A member of an object type written in place, `{ dInput, dKernel }`: the comment of the function or
 * of the type it stands in describes it.
 */
function isInPlace(reflection) {
  return (
    reflection.kindOf(ReflectionKind.Property) &&
    !reflection.comment &&
    reflection.parent?.kindOf(ReflectionKind.TypeLiteral) &&
    // Those of a parameter are never asked for.
    !ancestors(reflection).some((one) => one.kindOf(ReflectionKind.Parameter))
  );
}

function ancestors({ parent }) {
  return parent ? [parent, ...ancestors(parent)] : [];
}
