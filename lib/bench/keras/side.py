"""The Python side of the benches: the same networks in Keras. Answers JSON lines.

Set up once:  python3 -m venv .cache/keras && .cache/keras/bin/pip install tensorflow-cpu==2.21.0
"""

import json
import sys
import time

import keras
import numpy as np
import tensorflow as tf
from keras import layers

from topology import read_topology


def lenet5():
    return keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(6, 5, padding="same", activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Conv2D(16, 5, activation="tanh"),
            layers.AveragePooling2D(2),
            layers.Flatten(),
            layers.Dense(120, activation="tanh"),
            layers.Dense(84, activation="tanh"),
            layers.Dense(10, activation="softmax"),
        ]
    )


def convolve(x, filters, size, strides):
    x = layers.Conv2D(
        filters, size, strides, "same", use_bias=False, kernel_initializer="he_normal"
    )(x)
    return layers.BatchNormalization()(x)


def small_resnet():
    inputs = keras.Input((28, 28, 1))
    x = layers.ReLU()(convolve(inputs, 16, 3, 1))
    for filters, strides in [(16, 1), (32, 2), (64, 2)]:
        inner = layers.ReLU()(convolve(x, filters, 3, strides))
        shortcut = x if strides == 1 else convolve(x, filters, 1, strides)
        x = layers.ReLU()(layers.Add()([convolve(inner, filters, 3, 1), shortcut]))
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10, activation="softmax")(x))


STAGES = [
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
]


def efficientnet_lite0():
    inputs = keras.Input((224, 224, 3))
    x = layers.ReLU(6)(convolve(inputs, 32, 3, 2))
    channels = 32
    for expansion, size, first_strides, filters, blocks in STAGES:
        for block in range(blocks):
            strides = first_strides if block == 0 else 1
            entry = x
            if expansion > 1:
                x = layers.ReLU(6)(convolve(x, channels * expansion, 1, 1))
            x = layers.DepthwiseConv2D(size, strides, "same", use_bias=False)(x)
            x = layers.ReLU(6)(layers.BatchNormalization()(x))
            x = convolve(x, filters, 1, 1)
            if block > 0:
                x = layers.Add()([x, entry])
            channels = filters
    x = layers.ReLU(6)(convolve(x, 1280, 1, 1))
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(1000, activation="softmax")(x))


MODELS = {
    "lenet5": lenet5,
    "small_resnet": small_resnet,
    "efficientnet_lite0": efficientnet_lite0,
}


def compiled(name):
    model = MODELS[name]()
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def read(path, count):
    images = np.fromfile(path + ".images", "<f4").reshape(count, 28, 28, 1)
    return images, np.fromfile(path + ".labels", "<i4")


class Side:
    def fit(self, model, path, count, batch):
        """Trains for an epoch; the first call makes the model. Milliseconds of the epoch."""
        if not hasattr(self, "model"):
            self.model = compiled(model)
            self.data = read(path, count)
            self.model.fit(*self.data, batch_size=batch, verbose=0)
        start = time.perf_counter()
        self.model.fit(*self.data, batch_size=batch, verbose=0)
        return (time.perf_counter() - start) * 1000

    def accuracy(self, model, path, count, test, tests, batch, epochs, seed):
        """Trains a new model from a seed; the share of the test set it tells right."""
        keras.utils.set_random_seed(seed)
        one = compiled(model)
        one.fit(*read(path, count), batch_size=batch, epochs=epochs, verbose=0)
        return one.evaluate(*read(test, tests), batch_size=1000, verbose=0)[1]

    def build(self, path):
        """Milliseconds of building the network whose topology lies in a file."""
        keras.backend.clear_session()
        start = time.perf_counter()
        read_topology(path)
        return (time.perf_counter() - start) * 1000

    def parameters(self, path):
        """How many numbers the network of a topology has."""
        return read_topology(path).count_params()

    def infer(self, batch, model=None, path=None):
        """Milliseconds of one answer through a tf.function, of a network above or in a file."""
        if not hasattr(self, "answer"):
            network = MODELS[model]() if path is None else read_topology(path)
            self.answer = tf.function(lambda x: network(x, training=False))
            self.x = tf.random.uniform((batch, *network.input_shape[1:]))
            self.answer(self.x).numpy()
        start = time.perf_counter()
        self.answer(self.x).numpy()
        return (time.perf_counter() - start) * 1000

    def features(self, path, count, batch):
        """Milliseconds of what a network gives for so many images; the first call makes it."""
        if not hasattr(self, "answer"):
            network = read_topology(path)
            self.answer = tf.function(lambda x: network(x, training=False))
            self.x = noise(count, network)
        start = time.perf_counter()
        parts = [self.x[i : i + batch] for i in range(0, count, batch)]
        np.concatenate([self.answer(tf.constant(part)).numpy() for part in parts])
        return (time.perf_counter() - start) * 1000

    def tune(self, path, count, batch):
        """Milliseconds of an epoch of the network in a file, frozen as it says there."""
        if not hasattr(self, "model"):
            self.model = read_topology(path)
            self.model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
            labels = np.arange(count) % self.model.output_shape[1]
            self.data = noise(count, self.model), labels
            self.model.fit(*self.data, batch_size=batch, verbose=0)
        start = time.perf_counter()
        self.model.fit(*self.data, batch_size=batch, verbose=0)
        return (time.perf_counter() - start) * 1000


def noise(count, network):
    """Images that a network takes, from 0 to 255."""
    shape = (count, *network.input_shape[1:])
    return 255 * np.random.default_rng(1).random(shape, dtype="float32")


side = Side()
print(json.dumps({"value": tf.__version__ + ", Keras " + keras.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    try:
        value = getattr(side, request.pop("do"))(**request)
        print(json.dumps({"value": value}), flush=True)
    except Exception as error:  # said on the other side
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
