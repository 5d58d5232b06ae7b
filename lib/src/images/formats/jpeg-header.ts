import type { ImageHeader } from './image-header';

/**
 * The header of a JPEG: walks over its segments to the one that starts the frame and holds its size.
 *
 * Source: ITU-T T.81, B.1 and B.2.2; Adobe's marker segment, Technical Note 5116, 18.
 *
 * @throws RangeError when the bytes end too early
 */
export function readJpegHeader(bytes: Buffer): ImageHeader {
  let adobeTransform: number | undefined;
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return { width: 0, height: 0, damaged: true };
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at++; // fill bytes may precede a marker
      continue;
    }
    if (startsFrame(marker)) return readFrame(bytes, at, marker, adobeTransform);
    if (marker === 0xee && bytes.toString('latin1', at + 4, at + 9) === 'Adobe') {
      adobeTransform = bytes.readUInt8(at + 15);
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
}

/** SOF0 to SOF15, without the three of those codes that mean something else. */
function startsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readFrame(
  bytes: Buffer,
  at: number,
  marker: number,
  adobeTransform: number | undefined,
): ImageHeader {
  const bits = bytes.readUInt8(at + 4);
  const components = bytes.readUInt8(at + 9);
  return {
    height: bytes.readUInt16BE(at + 5),
    width: bytes.readUInt16BE(at + 7),
    unread: unread(marker, bits, components, adobeTransform),
    decodeOptions: {
      // By default a JPEG of 38 million pixels is refused: it would take more than 512 MB.
      maxMemoryUsageInMB: 2048,
      // A second frame, larger than the one we measured, is no picture of ours.
      maxResolutionInMP: 41,
      // The decoder takes three components for brightness and colour even where Adobe says they are
      // red, green and blue.
      ...(adobeTransform === 0 && { colorTransform: false }),
    },
  };
}

function unread(
  marker: number,
  bits: number,
  components: number,
  adobeTransform: number | undefined,
): string | undefined {
  if (marker > 0xc2) return 'sans perte, hiérarchique ou à codage arithmétique';
  if (bits !== 8) return `de ${bits}\u00a0bits par couleur`;
  if (components === 4 && adobeTransform === undefined)
    return "d'imprimerie (CMJN), sans repère Adobe";
  return undefined;
}
