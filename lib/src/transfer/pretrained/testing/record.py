"""Records what PyTorch computes with EfficientNet-Lite0's weights, for our network to be held to.

npm run reference:pretrained             # records
npm run reference:pretrained -- --check  # writes nothing: what is recorded is still what PyTorch computes

Reads the photos as our `prepare` left them (pixels.json beside the raw bytes, written just before by prepare.ts),
and again as Pillow prepares the same files, so that it can be said how far the two are from each other. The network is
written here anew, from the names and shapes in the file of weights alone.
"""

import base64
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

SIDE = 224
SHORTER = 256
# kernel, stride of the first, blocks: the paper's table; the channels are in the weights.
STAGES = [(3, 1, 1), (3, 2, 2), (5, 2, 2), (3, 2, 3), (5, 1, 3), (5, 2, 4), (3, 1, 1)]


def same(x, weight, stride, groups=1):
    """A convolution padded as TensorFlow's « same »."""
    size, kernel = x.shape[-1], weight.shape[-1]
    pad = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    x = F.pad(x, [pad // 2, pad - pad // 2, pad // 2, pad - pad // 2])
    return F.conv2d(x, weight, stride=stride, groups=groups)


def normalise(x, state, name):
    mean, variance, gamma, beta = (
        state[f"{name}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")
    )
    return F.batch_norm(x, mean, variance, gamma, beta, training=False, eps=1e-3)


def block(x, state, name, stride):
    y = x
    if f"{name}._expand_conv.weight" in state:
        y = F.relu6(normalise(same(y, state[f"{name}._expand_conv.weight"], 1), state, f"{name}._bn0"))
    kernel = state[f"{name}._depthwise_conv.weight"]
    y = F.relu6(normalise(same(y, kernel, stride, groups=kernel.shape[0]), state, f"{name}._bn1"))
    y = normalise(same(y, state[f"{name}._project_conv.weight"], 1), state, f"{name}._bn2")
    return x + y if stride == 1 and x.shape == y.shape else y


def logits(pixels, state):
    """pixels [n, 224, 224, 3], 0 to 255 -> [n, 1000]"""
    x = (torch.from_numpy(pixels).permute(0, 3, 1, 2).float() - 127) / 128
    x = F.relu6(normalise(same(x, state["_conv_stem.weight"], 2), state, "_bn0"))
    number = 0
    for _, first, repeats in STAGES:
        for i in range(repeats):
            x = block(x, state, f"_blocks.{number}", first if i == 0 else 1)
            number += 1
    x = F.relu6(normalise(same(x, state["_conv_head.weight"], 1), state, "_bn1"))
    return F.linear(x.mean((2, 3)), state["_fc.weight"], state["_fc.bias"])


def prepared_by_pillow(file):
    """Over white, the shorter side to 256, bicubic, the 224 x 224 in the middle: as torchvision does."""
    picture = Image.open(file)
    if picture.mode in ("RGBA", "LA", "P"):
        picture = picture.convert("RGBA")
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture)
    picture = picture.convert("RGB")
    width, height = picture.size
    shorter = min(width, height)
    width, height = SHORTER * width // shorter, SHORTER * height // shorter
    picture = picture.resize((width, height), Image.BICUBIC)
    left, top = (width - SIDE) // 2, (height - SIDE) // 2
    return np.asarray(picture.crop((left, top, left + SIDE, top + SIDE)))


def record(request):
    photos = json.loads((request / "photos.json").read_text())
    state = torch.load(photos["weights"], map_location="cpu")
    rows = []
    with torch.no_grad():
        for photo in photos["photos"]:
            raw = (request / f"{photo['name']}.bin").read_bytes()
            ours = np.frombuffer(raw, np.uint8).reshape(1, SIDE, SIDE, 3).copy()
            theirs = prepared_by_pillow(photo["file"])[None]
            values = logits(ours, state).numpy()[0].astype("<f4")
            other = logits(theirs.copy(), state).numpy()[0]
            apart = np.abs(ours.astype(int) - theirs.astype(int))
            rows.append(
                {
                    "photo": photo["name"],
                    "pixels": hashlib.sha256(raw).hexdigest(),
                    "logits": base64.b64encode(values.tobytes()).decode(),
                    "pillow": {
                        "mostApart": int(apart.max()),
                        "meanApart": round(float(apart.mean()), 4),
                        "logitsApart": round(float(np.abs(values - other).max()), 4),
                        "top5": [int(i) for i in np.argsort(-other)[:5]],
                    },
                }
            )
    return {"torch": torch.__version__, "photos": rows}


def main():
    place = Path(__file__).with_name("lite0-logits.json")
    found = record(Path(sys.argv[1]))
    if "--check" in sys.argv:
        known = json.loads(place.read_text())
        same_pixels = [p["pixels"] for p in known["photos"]] == [p["pixels"] for p in found["photos"]]
        apart = max(
            float(np.abs(numbers(a) - numbers(b)).max())
            for a, b in zip(known["photos"], found["photos"])
        )
        print(f"Lite0: pixels {'the same' if same_pixels else 'DIFFER'}, logits at most {apart:.2g} apart")
        return 0 if same_pixels and apart < 1e-4 else 1
    place.write_text(json.dumps(found, indent=2) + "\n")
    for row in found["photos"]:
        pillow = row["pillow"]
        print(f"{row['photo']:12} pixels {pillow['mostApart']} apart at most, logits {pillow['logitsApart']}")
    return 0


def numbers(row):
    return np.frombuffer(base64.b64decode(row["logits"]), "<f4")


sys.exit(main())
