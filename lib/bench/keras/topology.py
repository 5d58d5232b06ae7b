"""A network of tfjs built in Keras from its topology, as `LayersModel.toJSON` writes it; weights are Keras's own."""

import json

import keras
import tensorflow as tf
from keras import layers


def read_topology(path):
    with open(path) as file:
        config = json.load(file)["config"]
    made = {}
    for entry in config["layers"]:
        options = entry["config"]
        if entry["class_name"] == "InputLayer":
            made[entry["name"]] = keras.Input(options["batch_input_shape"][1:])
            continue
        inputs = [made[node[0]] for node in entry["inbound_nodes"][0]]
        layer = LAYERS[entry["class_name"]](options)
        layer.trainable = options.get("trainable", True)
        made[entry["name"]] = layer(inputs if len(inputs) > 1 else inputs[0])
    ends = {end: [made[node[0]] for node in config[f"{end}_layers"]] for end in ("input", "output")}
    return keras.Model(ends["input"], ends["output"][0])


def of(kind, *names):
    """A layer of Keras, of the options of these names."""
    return lambda options: kind(**{name: options[name] for name in names if name in options})


def grouped(o):
    names = ("filters", "kernel_size", "strides", "padding", "activation", "use_bias", "groups")
    return layers.Conv2D(**{name: o[name] for name in names if name in o})


def normalised(o):
    numbers = [o[name] for name in ("depth_radius", "bias", "alpha", "beta")]
    return layers.Lambda(lambda x: tf.nn.local_response_normalization(x, *numbers))


def standard(o):
    mean, deviation = (tf.constant(o[name], tf.float32) for name in ("mean", "deviation"))
    return layers.Lambda(lambda x: (x - mean) / deviation)


CONVOLUTION = ("kernel_size", "strides", "padding", "dilation_rate", "activation", "use_bias")
WINDOW = ("pool_size", "strides", "padding")

LAYERS = {
    "Conv2D": of(layers.Conv2D, "filters", *CONVOLUTION),
    "DepthwiseConv2D": of(layers.DepthwiseConv2D, "depth_multiplier", *CONVOLUTION),
    "GroupedConv2D": grouped,
    "LocalResponseNormalization": normalised,
    "InputNormalization": standard,
    "BatchNormalization": of(layers.BatchNormalization, "epsilon", "momentum", "center", "scale"),
    "Dense": of(layers.Dense, "units", "activation", "use_bias"),
    "Dropout": of(layers.Dropout, "rate"),
    "Activation": of(layers.Activation, "activation"),
    "ReLU": of(layers.ReLU, "max_value"),
    "MaxPooling2D": of(layers.MaxPooling2D, *WINDOW),
    "AveragePooling2D": of(layers.AveragePooling2D, *WINDOW),
    "GlobalAveragePooling2D": of(layers.GlobalAveragePooling2D),
    "ZeroPadding2D": of(layers.ZeroPadding2D, "padding"),
    "Concatenate": of(layers.Concatenate, "axis"),
    "Add": of(layers.Add),
    "Multiply": of(layers.Multiply),
    "Flatten": of(layers.Flatten),
    "Reshape": of(layers.Reshape, "target_shape"),
}
