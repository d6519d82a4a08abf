/// Trains a small neural network to read handwritten digits, and prints how often it reads them right.
///
/// Needs nothing but JDK 25; by hand: `java Digits.java --data=digits.csv.gz --lr=0.05 --hidden=64`.
/// After every epoch it prints `epoch=3 accuracy=0.93`, measured on validation images that it was not trained on.
/// At the end it prints `test_accuracy=0.92`, measured on images that took part in neither training nor tuning.
/// The same settings and the same `SEXTANT_SEED` give the same figures.

static final int CLASSES = 10;
static final int VALIDATION = 400; // images
static final int TEST = 400;
static final Map<String, String> DEFAULTS = Map.of(
        "--data", "digits.csv.gz", "--lr", "0.01", "--momentum", "0", "--decay", "1e-4", "--batch", "32",
        "--epochs", "30", "--layers", "1", "--hidden", "16", "--activation", "relu");

void main(String[] arguments) throws IOException {
    Map<String, String> flags = flags(arguments);
    Settings settings = Settings.from(flags);
    List<Image> images = images(flags.get("--data"));
    Collections.shuffle(images, new SplittableRandom(1)); // every trial gets the same split
    List<Image> test = images.subList(0, TEST);
    List<Image> validation = images.subList(TEST, TEST + VALIDATION);
    List<Image> training = images.subList(TEST + VALIDATION, images.size());

    long seed = Long.parseLong(System.getenv().getOrDefault("SEXTANT_SEED", "1"));
    RandomGenerator random = new SplittableRandom(seed);
    var network = new Network(settings, training.getFirst().pixels().length, random);
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
        Collections.shuffle(training, random);
        network.train(training);
        IO.println("epoch=" + epoch + " accuracy=" + network.accuracy(validation));
    }
    IO.println("test_accuracy=" + network.accuracy(test));
}

Map<String, String> flags(String[] arguments) {
    var flags = new TreeMap<>(DEFAULTS);
    for (String argument : arguments) {
        String[] flag = argument.split("=", 2);
        if (flag.length < 2 || flags.replace(flag[0], flag[1]) == null) {
            throw new IllegalArgumentException(argument + " is none of these flags, which all have a value: " + flags);
        }
    }
    return flags;
}

List<Image> images(String file) throws IOException {
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(new FileInputStream(file))))) {
        return lines.lines().map(Image::parse).collect(Collectors.toCollection(ArrayList::new));
    }
}

/// @param pixels ink from 0 to 1, row by row
record Image(float[] pixels, int digit) {
    /// A line of the file holds the pixels, from 0 (paper) to 16 (ink), and the digit they show.
    static Image parse(String line) {
        String[] numbers = line.split(",");
        var pixels = new float[numbers.length - 1];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Float.parseFloat(numbers[i]) / 16;
        }
        return new Image(pixels, Integer.parseInt(numbers[pixels.length]));
    }
}

/// Everything about a training run that can be tuned.
record Settings(
        float lr, float momentum, float decay, int batch, int epochs, int layers, int hidden, Activation activation) {
    static Settings from(Map<String, String> flags) {
        return new Settings(
                Float.parseFloat(flags.get("--lr")),
                Float.parseFloat(flags.get("--momentum")),
                Float.parseFloat(flags.get("--decay")),
                Integer.parseInt(flags.get("--batch")),
                Integer.parseInt(flags.get("--epochs")),
                Integer.parseInt(flags.get("--layers")),
                Integer.parseInt(flags.get("--hidden")),
                Activation.valueOf(flags.get("--activation").toUpperCase(Locale.ROOT)));
    }
}

/// What a neuron makes of its weighted sum. `slope` is the derivative, written in terms of what it made.
enum Activation {
    RELU, TANH, SIGMOID, IDENTITY;

    float of(float sum) {
        return switch (this) {
            case RELU -> Math.max(0, sum);
            case TANH -> (float) Math.tanh(sum);
            case SIGMOID -> (float) (1 / (1 + Math.exp(-sum)));
            case IDENTITY -> sum;
        };
    }

    float slope(float output) {
        return switch (this) {
            case RELU -> output > 0 ? 1 : 0;
            case TANH -> 1 - output * output;
            case SIGMOID -> output * (1 - output);
            case IDENTITY -> 1;
        };
    }
}

/// Fully connected layers under a softmax, trained by stochastic gradient descent on the cross-entropy.
static final class Network {
    private final Settings settings;
    private final List<Layer> layers = new ArrayList<>();

    Network(Settings settings, int inputs, RandomGenerator random) {
        this.settings = settings;
        int width = inputs;
        for (int i = 0; i < settings.layers(); i++) {
            layers.add(new Layer(width, settings.hidden(), settings.activation(), random));
            width = settings.hidden();
        }
        layers.add(new Layer(width, CLASSES, Activation.IDENTITY, random));
    }

    /// Shows the network every image once, a batch at a time.
    void train(List<Image> images) {
        for (int from = 0; from < images.size(); from += settings.batch()) {
            List<Image> batch = images.subList(from, Math.min(from + settings.batch(), images.size()));
            batch.forEach(this::learn);
            layers.forEach(layer -> layer.descend(settings, batch.size()));
        }
    }

    double accuracy(List<Image> images) {
        long right = images.stream().filter(image -> highest(scores(image)) == image.digit()).count();
        return (double) right / images.size();
    }

    private void learn(Image image) {
        float[] slopes = softmax(scores(image));
        slopes[image.digit()] -= 1; // softmax minus truth: the derivative of the cross-entropy by each score
        for (Layer layer : layers.reversed()) {
            slopes = layer.backward(slopes);
        }
    }

    private float[] scores(Image image) {
        float[] values = image.pixels();
        for (Layer layer : layers) {
            values = layer.forward(values);
        }
        return values;
    }

    private static int highest(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static float[] softmax(float[] scores) {
        float highest = scores[highest(scores)]; // subtracted, so that exp cannot overflow
        var shares = new float[scores.length];
        float sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) Math.exp(scores[i] - highest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}

/// Neurons that all see the same inputs.
static final class Layer {
    private final float[][] weights; // [output][input], the bias behind the inputs
    private final float[][] gradients; // summed over the images of a batch
    private final float[][] velocities;
    private final Activation activation;
    private final float[] outputs; // for the image seen last, as are the inputs
    private float[] inputs = {};

    Layer(int inputs, int outputs, Activation activation, RandomGenerator random) {
        this.weights = new float[outputs][inputs + 1];
        this.gradients = new float[outputs][inputs + 1];
        this.velocities = new float[outputs][inputs + 1];
        this.activation = activation;
        this.outputs = new float[outputs];
        for (float[] row : weights) {
            for (int i = 0; i < inputs; i++) {
                row[i] = (float) random.nextGaussian(0, Math.sqrt(2.0 / inputs));
            }
        }
    }

    float[] forward(float[] inputs) {
        this.inputs = inputs;
        for (int o = 0; o < outputs.length; o++) {
            float sum = weights[o][inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                sum += weights[o][i] * inputs[i];
            }
            outputs[o] = activation.of(sum);
        }
        return outputs;
    }

    /// Adds the image seen last to the gradients.
    ///
    /// @param slopes derivatives of the loss by the outputs
    /// @return derivatives of the loss by the inputs
    float[] backward(float[] slopes) {
        var back = new float[inputs.length];
        for (int o = 0; o < outputs.length; o++) {
            float slope = slopes[o] * activation.slope(outputs[o]);
            for (int i = 0; i < inputs.length; i++) {
                gradients[o][i] += slope * inputs[i];
                back[i] += slope * weights[o][i];
            }
            gradients[o][inputs.length] += slope;
        }
        return back;
    }

    /// One step downhill along the mean gradient of the batch, and a clean sheet for the next one.
    void descend(Settings settings, int batch) {
        for (int o = 0; o < outputs.length; o++) {
            for (int i = 0; i <= inputs.length; i++) {
                float gradient = gradients[o][i] / batch + settings.decay() * weights[o][i];
                velocities[o][i] = settings.momentum() * velocities[o][i] - settings.lr() * gradient;
                weights[o][i] += velocities[o][i];
            }
            Arrays.fill(gradients[o], 0);
        }
    }
}
