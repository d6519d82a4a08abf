import java.util.Arrays;
import java.util.Random;

/// A network of fully connected layers tells two spirals apart. It prints its cross-entropy on points between those
/// it has learned.
///
///     java examples/topology/Spirals.java --rate=0.01 --units=16,8 --act=tanh,relu
///
/// One number of units and one word for each hidden layer; nothing for none.

static final int POINTS = 120;
static final int EPOCHS = 100;

void main(String... arguments) {
    double rate = Double.parseDouble(given(arguments, "--rate="));
    int[] units = Arrays.stream(list(given(arguments, "--units="))).mapToInt(Integer::parseInt).toArray();
    String[] act = list(given(arguments, "--act="));
    Layer[] layers = new Layer[units.length + 1];
    var random = new Random(1);
    for (int i = 0; i <= units.length; i++) {
        int inputs = i == 0 ? 2 : units[i - 1];
        layers[i] = i == units.length ? new Layer(inputs, 1, "none", random) : new Layer(inputs, units[i], act[i], random);
    }
    int step = 0;
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        for (int i = 0; i < POINTS; i++) {
            int drawn = random.nextInt(POINTS);
            learn(layers, point(drawn), drawn % 2, rate, ++step);
        }
        if (epoch % 20 == 0) {
            IO.println("epoch=" + epoch + " loss=" + loss(layers));
        }
    }
}

static String given(String[] arguments, String name) {
    return Arrays.stream(arguments).filter(a -> a.startsWith(name)).findFirst().orElseThrow().substring(name.length());
}

static String[] list(String text) {
    return text.isEmpty() ? new String[0] : text.split(",");
}

/// A point of one of two spirals, by turns.
static double[] point(double i) {
    double turn = 0.2 + 1.5 * i / POINTS;
    double angle = turn * 2 * Math.PI + (Math.floor(i) % 2) * Math.PI;
    return new double[] {turn * Math.cos(angle), turn * Math.sin(angle)};
}

static double forward(Layer[] layers, double[] x) {
    for (Layer layer : layers) {
        x = layer.forward(x);
    }
    return 1 / (1 + Math.exp(-x[0]));
}

/// One step of gradient descent (Adam) on the cross-entropy of one point.
static void learn(Layer[] layers, double[] x, int label, double rate, int step) {
    double[] gradient = {forward(layers, x) - label};
    for (int i = layers.length - 1; i >= 0; i--) {
        gradient = layers[i].backward(gradient, rate, step);
    }
}

static double loss(Layer[] layers) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
        double one = forward(layers, point(i + 0.5));
        sum -= Math.log(Math.max(1e-6, i % 2 == 1 ? one : 1 - one));
    }
    return sum / POINTS;
}

static final class Layer {
    private final int inputs;
    private final double[] weights;
    private final double[] first;
    private final double[] second;
    private final double[] out;
    private final String act;
    private double[] in = {};

    Layer(int inputs, int outputs, String act, Random random) {
        this.inputs = inputs;
        this.act = act;
        this.weights = random.doubles((inputs + 1L) * outputs, -1, 1).map(w -> w * Math.sqrt(3.0 / inputs)).toArray();
        this.first = new double[weights.length];
        this.second = new double[weights.length];
        this.out = new double[outputs];
    }

    double[] forward(double[] x) {
        in = x;
        for (int o = 0; o < out.length; o++) {
            double sum = weights[o * (inputs + 1) + inputs];
            for (int i = 0; i < inputs; i++) {
                sum += weights[o * (inputs + 1) + i] * x[i];
            }
            out[o] = switch (act) {
                case "relu" -> Math.max(0, sum);
                case "tanh" -> Math.tanh(sum);
                default -> sum;
            };
        }
        return out;
    }

    double[] backward(double[] gradient, double rate, int step) {
        double[] below = new double[inputs];
        for (int o = 0; o < out.length; o++) {
            double slope = switch (act) {
                case "relu" -> out[o] > 0 ? 1 : 0;
                case "tanh" -> 1 - out[o] * out[o];
                default -> 1;
            };
            double change = gradient[o] * slope;
            for (int i = 0; i <= inputs; i++) {
                int w = o * (inputs + 1) + i;
                if (i < inputs) {
                    below[i] += change * weights[w];
                }
                adam(w, change * (i < inputs ? in[i] : 1), rate, step);
            }
        }
        return below;
    }

    private void adam(int w, double gradient, double rate, int step) {
        first[w] = 0.9 * first[w] + 0.1 * gradient;
        second[w] = 0.999 * second[w] + 0.001 * gradient * gradient;
        weights[w] -= rate * first[w] / (1 - Math.pow(0.9, step)) / (Math.sqrt(second[w] / (1 - Math.pow(0.999, step))) + 1e-8);
    }
}
