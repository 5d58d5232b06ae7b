"""Records what Keras Applications compute, for our networks to be held to: one small file a network.

npm run reference:models             # all networks
npm run reference:models -- VGG16    # some
npm run reference:models -- --check  # writes nothing: what is recorded is still what Keras computes

The weights are no weights that one could download: each number is a hash of its layer, its weight and its
place, the same to the last bit here and in hashed-weights.ts. README.md says what a row holds.
"""

import base64
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np

# Big networks at a reduced size of the image: every layer still has something to do.
SIDES = {
    "VGG16": 64,
    "VGG19": 64,
    "ResNet50": 64,
    "ResNet101": 64,
    "ResNet152": 64,
    "DenseNet121": 64,
    "DenseNet169": 64,
    "DenseNet201": 64,
    **{f"EfficientNetB{b}": 64 for b in range(8)},
}
SAMPLES = 4
ROW = np.dtype([("name", "<u4"), ("max", "<f4"), ("mean", "<u2"), ("samples", "<i2", SAMPLES)])

IMAGENET_MEAN = [0.485, 0.456, 0.406]
IMAGENET_VARIANCE = [0.229**2, 0.224**2, 0.225**2]


def hash_of(name):
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def scattered(name, count):
    """uint32, one for each place: the last steps of MurmurHash3 over place + hash of the name."""
    x = (np.arange(count, dtype=np.uint64) + hash_of(name)).astype(np.uint32)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x85EBCA6B)
    x ^= x >> np.uint32(13)
    x *= np.uint32(0xC2B2AE35)
    x ^= x >> np.uint32(16)
    return x


def numbers(name, shape, centre, spread):
    """float32 between centre - spread and centre + spread."""
    unit = scattered(name, int(np.prod(shape))) / 2**31 - 1
    return (centre + spread * unit).astype(np.float32).reshape(shape)


def gain_of(network):
    """Variance of a kernel times what a filter sees: 2 keeps the size of what goes through a ReLU. EfficientNet has few."""
    return 1 if network.startswith("EfficientNet") else 2


def fill(layer, gain):
    depthwise = isinstance(layer, keras.layers.DepthwiseConv2D)
    for weight in layer.weights:
        name, shape = weight.name, tuple(weight.shape)
        centre, spread = {
            "bias": (0, 0.1),
            "beta": (0, 0.1),
            "gamma": (1, 0.2),
            "moving_mean": (0, 0.1),
            "moving_variance": (1, 0.5),
        }.get(name, (0, None))
        if spread is None:
            assert name.endswith("kernel"), f"{layer.name}/{name}"
            seen = np.prod(shape[:2] if depthwise else shape[:-1])
            spread = float(np.sqrt(3 * gain / seen))
        weight.assign(numbers(f"{layer.name}/{name}", shape, centre, spread))


def rows_of(model, image):
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    taps = keras.Model(model.inputs, [layer.output for layer in layers])
    rows = np.zeros(len(layers), ROW)
    for row, layer, output in zip(rows, layers, taps([image], training=False)):
        values = np.asarray(output, np.float32).reshape(-1)
        assert np.all(np.isfinite(values)), layer.name
        largest = float(np.abs(values).max())
        share = 1 / largest if largest > 0 else 0
        places = scattered(f"{layer.name}#", SAMPLES) % values.size
        row["name"] = hash_of(layer.name)
        row["max"] = largest
        row["mean"] = round(float(np.abs(values).mean(dtype=np.float64)) * share * 65535)
        row["samples"] = np.round(values[places].astype(np.float64) * share * 32767)
    assert len(set(rows["name"])) == len(rows), "two names have one hash"
    return rows


def build(network):
    side = SIDES[network]
    model = getattr(keras.applications, network)(weights=None, input_shape=(side, side, 3))
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            # As of ImageNet, where Keras without its weights would have 0 and 1.
            layer.adapt_mean.assign(IMAGENET_MEAN)
            layer.adapt_variance.assign(IMAGENET_VARIANCE)
            layer.finalize_state()
        else:
            fill(layer, gain_of(network))
    return model


def record(network, check, folder):
    keras.backend.clear_session()
    model = build(network)
    side = SIDES[network]
    # EfficientNet wants 0 to 255 and divides by itself.
    centre = 127.5 if network.startswith("EfficientNet") else 0
    image = numbers("image", (1, side, side, 3), centre, centre or 1)
    rows = rows_of(model, image)
    print(network, len(rows), "layers, largest from", rows["max"].min(), "to", rows["max"].max(), flush=True)
    file = folder / f"{network}.json"
    if check:
        before = json.loads(file.read_text())
        compare(network, rows, np.frombuffer(base64.b64decode(before["rows"]), ROW))
        return
    text = json.dumps(
        {
            "keras": keras.__version__,
            "side": side,
            "gain": gain_of(network),
            "parameters": model.count_params(),
            "rows": base64.b64encode(rows.tobytes()).decode(),
        },
        indent=2,
    )
    part = file.with_suffix(".part")
    part.write_text(text + "\n")
    part.replace(file)


def compare(network, found, recorded):
    if len(found) != len(recorded) or np.any(found["name"] != recorded["name"]):
        sys.exit(f"{network}: Keras has other layers now; record it again")
    far = np.abs(found["max"] / recorded["max"] - 1) > 1e-4
    far |= np.abs(found["mean"].astype(int) - recorded["mean"]) > 7
    far |= np.any(np.abs(found["samples"].astype(int) - recorded["samples"]) > 4, axis=1)
    if np.any(far):
        sys.exit(f"{network}: {far.sum()} layers of Keras compute something else now; record it again")


def main(arguments):
    check = "--check" in arguments
    chosen = [name for name in arguments if not name.startswith("-")] or list(SIDES)
    unknown = [name for name in chosen if name not in SIDES]
    if unknown:
        sys.exit(f"unknown: {', '.join(unknown)}; there are {', '.join(SIDES)}")
    for network in chosen:
        record(network, check, Path(__file__).parent)


main(sys.argv[1:])
