import path from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { shapeCode } from '../../../errors';
import { resize } from '../../../images/resize';
import { toGray } from '../../../images/to-gray';
import type { LayersModel } from '../../../tf/models';
import { Volume } from '../../../volume/volume';
import { eachPicture, inColour, stacked } from '../pictures';
import type { Pictures, Pretrained } from '../pretrained';
import { graphModel } from './graph-model';
import { layersModel } from './layers-model';
import { readArtifacts } from './read-artifacts';
import { refuseFile } from './refuse-file';

/** A model of one's own, or found somewhere. */
export interface LocalModel {
  /** Its `model.json`, or the folder it lies in: a model of layers (`model.save`) or a graph model of tfjs. */
  path: string;
  /** What its outputs stand for. Default: what the file says (`userDefinedMetadata.classNames`), else numbers. */
  classNames?: readonly string[];
}

/** @throws Error in three beats when it is no model that can be read here */
export async function loadLocal({ path: given, classNames }: LocalModel): Promise<Pretrained> {
  // tfjs calls it file://folder.
  const place = given.replace(/^file:\/\//, '');
  const file = place.endsWith('.json') ? place : path.join(place, 'model.json');
  const artifacts = await readArtifacts(file);
  const make = isGraph(artifacts.io) ? graphModel : layersModel;
  const model = await make(file, artifacts);
  const { side, channels, classes } = endsOf(file, model);
  const { licence, credit } = artifacts.metadata;
  return {
    name: file,
    model,
    classNames: namesOf(file, classNames ?? artifacts.metadata['classNames'], classes),
    inputSize: side,
    prepare: (pictures) => fitted(pictures, side, channels),
    source: file,
    licence: typeof licence === 'string' ? licence : 'celle que disent ses auteurs',
    credit: typeof credit === 'string' ? credit : 'inconnu',
  };
}

function isGraph({ format, modelTopology }: Tfjs.io.ModelArtifacts): boolean {
  return format === 'graph-model' || 'node' in (modelTopology as object);
}

/** The pixels stay as they are, 0 to 255 from `readImage`: what else a model may want only its makers know. */
function fitted(pictures: Pictures, side: number, channels: number): Volume {
  const images = eachPicture('préparer des images pour le modèle', pictures).map((picture) => {
    const [height, width, found = 1] = picture.shape;
    const sized = height === side && width === side ? picture : resize(picture, side, side);
    if (found === channels) return sized;
    if (channels === 3) return inColour(sized);
    return new Volume([side, side, 1], toGray(sized).data);
  });
  return stacked(images);
}

/** Of an image, at most. */
const mostSide = 4096;

function endsOf(file: string, model: LayersModel) {
  const { inputs, outputs } = model as unknown as Tfjs.LayersModel;
  const [height, width, channels] = inputs[0]!.shape.slice(1);
  const [classes] = outputs[0]!.shape.slice(1);
  const square = typeof height === 'number' && height === width && height <= mostSide;
  const known = square && (channels === 1 || channels === 3) && typeof classes === 'number';
  if (inputs.length === 1 && outputs.length === 1 && known && outputs[0]!.shape.length === 2) {
    return { side: height, channels, classes };
  }
  const shapes = [inputs[0]!, outputs[0]!].map(({ shape }) => shapeCode(shape.map((n) => n ?? -1)));
  return refuseFile(
    file,
    `il va de ${shapes[0]!} à ${shapes[1]!}, et non d’images carrées à des classes`,
    'donnez un modèle qui classe des images carrées, en gris ou en couleurs',
  );
}

function namesOf(file: string, names: unknown, classes: number): readonly string[] {
  if (names === undefined) return Array.from({ length: classes }, (_, i) => `classe ${i}`);
  if (Array.isArray(names) && names.length === classes && names.every((name) => typeof name === 'string')) return names; // prettier-ignore
  return refuseFile(
    file,
    `il a ${classes} classes mais classNames n’est pas la liste d’autant de noms`,
    `donnez ${classes} noms, dans l’ordre de ses sorties`,
  );
}
