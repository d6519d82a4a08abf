/// Trains a small convolutional network after LeNet-5 to read handwritten digits, and can be stopped and go on at any epoch.
///
/// Two convolutions, each followed by a pooling of 2×2, a fully connected layer with dropout, and ten scores: LeCun et
/// al., Gradient-based learning applied to document recognition, Proc. IEEE 86(11), 1998, for images of 8×8 pixels.
/// Needs nothing but JDK 25; by hand: `java LeNet.java --data=../digits/digits.csv.gz --epochs=5 --lr=0.05`.
/// After every epoch it saves a checkpoint, if `SEXTANT_CHECKPOINT` names a folder for it, and prints
/// `epoch=3 loss=0.21 accuracy=0.93 test_accuracy=0.92`: loss and accuracy of validation images, then the accuracy of
/// images that took part in neither training nor tuning. If the checkpoint is there, it goes on from it.

static final int CLASSES = 10;
static final int SIDE = 8; // pixels
static final int VALIDATION = 400; // images
static final int TEST = 400;
static final Map<String, String> DEFAULTS = Map.ofEntries(
        Map.entry("--data", "../digits/digits.csv.gz"), Map.entry("--epochs", "10"), Map.entry("--batch", "16"),
        Map.entry("--c1_sz", "3"), Map.entry("--c1_ft", "6"), Map.entry("--c2_sz", "3"), Map.entry("--c2_ft", "12"),
        Map.entry("--fc", "32"), Map.entry("--dropout", "0.2"), Map.entry("--momentum", "0.5"), Map.entry("--lr", "0.01"));

void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(System.getenv().getOrDefault("SEXTANT_SEED", "1"));
    var folder = Optional.ofNullable(System.getenv("SEXTANT_CHECKPOINT")).map(Path::of);
    run(flags(arguments), seed, folder, IO::println);
}

/// Trains up to the epoch that the flags say, from the checkpoint on if there is one.
static void run(Map<String, String> flags, long seed, Optional<Path> folder, Consumer<String> print) throws IOException {
    List<Image> images = images(flags.get("--data"));
    Collections.shuffle(images, new SplittableRandom(1)); // every trial gets the same split
    List<Image> test = images.subList(0, TEST);
    List<Image> validation = images.subList(TEST, TEST + VALIDATION);
    List<Image> training = images.subList(TEST + VALIDATION, images.size());

    var settings = Settings.from(flags);
    var network = new Network(settings, new SplittableRandom(seed));
    int done = folder.isPresent() ? Checkpoint.restore(folder.get(), network) : 0;
    for (int epoch = done + 1; epoch <= settings.epochs(); epoch++) {
        var random = new SplittableRandom(seed * 1_000_003 + epoch); // the same whether or not it was stopped in between
        var shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, random);
        network.train(shuffled, random);
        if (folder.isPresent()) {
            Checkpoint.save(folder.get(), network, epoch); // before the report, at which the program may be stopped
        }
        Figures figures = network.figures(validation);
        print.accept("epoch=%d loss=%s accuracy=%s test_accuracy=%s"
                .formatted(epoch, figures.loss(), figures.accuracy(), network.figures(test).accuracy()));
    }
}

static Map<String, String> flags(String[] arguments) {
    var flags = new TreeMap<>(DEFAULTS);
    for (String argument : arguments) {
        String[] flag = argument.split("=", 2);
        if (flag.length < 2 || flags.replace(flag[0], flag[1]) == null) {
            throw new IllegalArgumentException(argument + " is none of these flags, which all have a value: " + flags);
        }
    }
    return flags;
}

static List<Image> images(String file) throws IOException {
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

/// Everything that can be tuned: first the shape of the network, then how it is trained.
record Settings(int epochs, int batch, int c1Size, int c1Filters, int c2Size, int c2Filters, int full,
        float dropout, float momentum, float lr) {
    static Settings from(Map<String, String> flags) {
        return new Settings(
                Integer.parseInt(flags.get("--epochs")), Integer.parseInt(flags.get("--batch")),
                Integer.parseInt(flags.get("--c1_sz")), Integer.parseInt(flags.get("--c1_ft")),
                Integer.parseInt(flags.get("--c2_sz")), Integer.parseInt(flags.get("--c2_ft")), Integer.parseInt(flags.get("--fc")),
                Float.parseFloat(flags.get("--dropout")), Float.parseFloat(flags.get("--momentum")), Float.parseFloat(flags.get("--lr")));
    }
}

/// The epoch, then weights and velocities of every layer, in one file.
static final class Checkpoint {
    private Checkpoint() {}

    /// Written under another name and renamed: a stop in the middle of it leaves the last one whole.
    static void save(Path folder, Network network, int epoch) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve("network.new");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
            out.writeInt(epoch);
            for (Weights weights : network.weights()) {
                weights.write(out);
            }
        }
        Files.move(draft, folder.resolve("network"), StandardCopyOption.ATOMIC_MOVE);
    }

    /// @return the epoch it was saved after; 0 if there is none
    static int restore(Path folder, Network network) throws IOException {
        if (Files.notExists(folder.resolve("network"))) {
            return 0;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("network"))))) {
            int epoch = in.readInt();
            for (Weights weights : network.weights()) {
                weights.read(in);
            }
            return epoch;
        }
    }
}

record Figures(double loss, double accuracy) {}

/// Numbers that are learned.
static final class Weights {
    final float[] values;
    final float[] gradients; // summed over the images of a batch
    private final float[] velocities;

    /// Random for a layer with so many inputs to a neuron, as K. He et al. (2015) advise for rectified ones; 0 for biases.
    Weights(int count, int inputs, RandomGenerator random) {
        values = new float[count];
        gradients = new float[count];
        velocities = new float[count];
        for (int i = 0; i < count && inputs > 0; i++) {
            values[i] = (float) random.nextGaussian(0, Math.sqrt(2.0 / inputs));
        }
    }

    /// One step downhill along the mean gradient of the batch, and a clean sheet for the next one.
    void descend(Settings settings, int batch) {
        float rate = settings.lr() / batch;
        for (int i = 0; i < values.length; i++) {
            velocities[i] = settings.momentum() * velocities[i] - rate * gradients[i];
            values[i] += velocities[i];
        }
        Arrays.fill(gradients, 0);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (int i = 0; i < values.length; i++) {
            out.writeFloat(values[i]);
            out.writeFloat(velocities[i]);
        }
    }

    void read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count != values.length) {
            throw new IOException("The checkpoint is of a network of another shape: a layer has %d weights there, %d here.".formatted(count, values.length));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
            velocities[i] = in.readFloat();
        }
    }
}

static final class Network {
    private final Settings settings;
    private final List<Layer> layers;

    Network(Settings settings, RandomGenerator random) {
        this.settings = settings;
        var first = new Convolution(1, settings.c1Filters(), settings.c1Size(), SIDE, random);
        var second = new Convolution(settings.c1Filters(), settings.c2Filters(), settings.c2Size(), SIDE / 2, random);
        int pooled = settings.c2Filters() * SIDE * SIDE / 16;
        layers = List.of(first, new Pool(settings.c1Filters(), SIDE), second, new Pool(settings.c2Filters(), SIDE / 2),
                new Full(pooled, settings.full(), true, random), new Dropout(settings.dropout()),
                new Full(settings.full(), CLASSES, false, random));
    }

    List<Weights> weights() {
        return layers.stream().flatMap(layer -> layer.weights().stream()).toList();
    }

    /// Shows the network every image once, a batch at a time.
    void train(List<Image> images, RandomGenerator random) {
        List<Weights> weights = weights();
        for (int from = 0; from < images.size(); from += settings.batch()) {
            List<Image> batch = images.subList(from, Math.min(from + settings.batch(), images.size()));
            batch.forEach(image -> learn(image, random));
            weights.forEach(some -> some.descend(settings, batch.size()));
        }
    }

    private void learn(Image image, RandomGenerator random) {
        float[] values = image.pixels();
        for (Layer layer : layers) {
            values = layer.forward(values, Optional.of(random));
        }
        float[] slopes = softmax(values);
        slopes[image.digit()] -= 1; // softmax minus truth: the derivative of the cross-entropy by each score
        for (Layer layer : layers.reversed()) {
            slopes = layer.backward(slopes);
        }
    }

    Figures figures(List<Image> images) {
        double loss = 0;
        int right = 0;
        for (Image image : images) {
            float[] values = image.pixels();
            for (Layer layer : layers) {
                values = layer.forward(values, Optional.empty());
            }
            right += highest(values) == image.digit() ? 1 : 0;
            loss -= Math.log(Math.max(softmax(values)[image.digit()], 1e-12f));
        }
        return new Figures(loss / images.size(), (double) right / images.size());
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

/// A layer works on one image at a time and remembers what it needs of it to learn.
interface Layer {
    /// @param random while training; empty when the network is only asked
    float[] forward(float[] inputs, Optional<RandomGenerator> random);

    /// Adds the image seen last to the gradients.
    ///
    /// @param slopes derivatives of the loss by the outputs
    /// @return derivatives of the loss by the inputs
    float[] backward(float[] slopes);

    default List<Weights> weights() {
        return List.of();
    }
}

/// Rectified convolution that keeps the size of the picture: outside of it all is 0.
///
/// What each weight of a kernel sees is the picture shifted. All shifted pictures are laid out first, so that the rest is
/// sums over long rows.
static final class Convolution implements Layer {
    private final int channels;
    private final int filters;
    private final int size;
    private final int side;
    private final Weights kernels; // [filter][channel][row][column]
    private final Weights biases;
    private final float[][] shifted; // [channel, row and column of the kernel][pixel]
    private float[] outputs = {}; // [filter][pixel]

    Convolution(int channels, int filters, int size, int side, RandomGenerator random) {
        this.channels = channels;
        this.filters = filters;
        this.size = size;
        this.side = side;
        kernels = new Weights(filters * channels * size * size, channels * size * size, random);
        biases = new Weights(filters, 0, random);
        shifted = new float[channels * size * size][side * side];
    }

    @Override
    public List<Weights> weights() {
        return List.of(kernels, biases);
    }

    @Override
    public float[] forward(float[] inputs, Optional<RandomGenerator> random) {
        overlap((tap, to, from, length) -> System.arraycopy(inputs, from, shifted[tap], to, length));
        int pixels = side * side;
        outputs = new float[filters * pixels];
        for (int filter = 0; filter < filters; filter++) {
            Arrays.fill(outputs, filter * pixels, (filter + 1) * pixels, biases.values[filter]);
            for (int tap = 0; tap < shifted.length; tap++) {
                add(outputs, filter * pixels, kernels.values[filter * shifted.length + tap], shifted[tap], 0, pixels);
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = Math.max(0, outputs[i]);
        }
        return outputs;
    }

    @Override
    public float[] backward(float[] slopes) {
        for (int i = 0; i < outputs.length; i++) {
            slopes[i] = outputs[i] > 0 ? slopes[i] : 0;
        }
        int pixels = side * side;
        var back = new float[shifted.length][pixels];
        for (int filter = 0; filter < filters; filter++) {
            for (int tap = 0; tap < shifted.length; tap++) {
                int weight = filter * shifted.length + tap;
                kernels.gradients[weight] += dot(slopes, filter * pixels, shifted[tap]);
                add(back[tap], 0, kernels.values[weight], slopes, filter * pixels, pixels);
            }
            for (int i = filter * pixels; i < (filter + 1) * pixels; i++) {
                biases.gradients[filter] += slopes[i];
            }
        }
        var inputs = new float[channels * pixels];
        overlap((tap, from, to, length) -> add(inputs, to, 1, back[tap], from, length));
        return inputs;
    }

    /// A stretch of a row that lies both in the shifted picture and in the picture.
    private interface Stretch {
        void at(int tap, int shiftedPixel, int pixel, int length);
    }

    private void overlap(Stretch stretch) {
        for (int tap = 0; tap < shifted.length; tap++) {
            int down = tap / size % size - (size - 1) / 2;
            int right = tap % size - (size - 1) / 2;
            int picture = tap / (size * size) * side * side;
            for (int y = Math.max(0, -down); y < side - Math.max(0, down); y++) {
                int x = Math.max(0, -right);
                stretch.at(tap, y * side + x, picture + (y + down) * side + x + right, side - Math.abs(right));
            }
        }
    }

    private static void add(float[] to, int at, float factor, float[] row, int from, int length) {
        for (int i = 0; i < length; i++) {
            to[at + i] += factor * row[from + i];
        }
    }

    private static float dot(float[] some, int from, float[] row) {
        float sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += some[from + i] * row[i];
        }
        return sum;
    }
}

/// The largest of each 2×2 pixels.
static final class Pool implements Layer {
    private final int side;
    private final int[] largest; // where it was found
    private final int inputs;

    Pool(int channels, int side) {
        this.side = side;
        inputs = channels * side * side;
        largest = new int[inputs / 4];
    }

    @Override
    public float[] forward(float[] inputs, Optional<RandomGenerator> random) {
        var outputs = new float[largest.length];
        int half = side / 2;
        for (int i = 0; i < outputs.length; i++) {
            int corner = i / half * 2 * side + i % half * 2;
            int best = corner;
            for (int other : new int[] {corner + 1, corner + side, corner + side + 1}) {
                best = inputs[other] > inputs[best] ? other : best;
            }
            largest[i] = best;
            outputs[i] = inputs[best];
        }
        return outputs;
    }

    @Override
    public float[] backward(float[] slopes) {
        var back = new float[inputs];
        for (int i = 0; i < slopes.length; i++) {
            back[largest[i]] = slopes[i];
        }
        return back;
    }
}

/// Neurons that all see the same inputs.
static final class Full implements Layer {
    private final boolean rectified;
    private final Weights links; // [output][input]
    private final Weights biases;
    private float[] inputs = {};
    private float[] outputs = {};

    Full(int inputs, int outputs, boolean rectified, RandomGenerator random) {
        this.rectified = rectified;
        links = new Weights(inputs * outputs, inputs, random);
        biases = new Weights(outputs, 0, random);
    }

    @Override
    public List<Weights> weights() {
        return List.of(links, biases);
    }

    @Override
    public float[] forward(float[] inputs, Optional<RandomGenerator> random) {
        this.inputs = inputs;
        outputs = biases.values.clone();
        for (int o = 0; o < outputs.length; o++) {
            for (int i = 0; i < inputs.length; i++) {
                outputs[o] += links.values[o * inputs.length + i] * inputs[i];
            }
            outputs[o] = rectified ? Math.max(0, outputs[o]) : outputs[o];
        }
        return outputs;
    }

    @Override
    public float[] backward(float[] slopes) {
        var back = new float[inputs.length];
        for (int o = 0; o < outputs.length; o++) {
            float slope = rectified && outputs[o] <= 0 ? 0 : slopes[o];
            for (int i = 0; i < inputs.length; i++) {
                links.gradients[o * inputs.length + i] += slope * inputs[i];
                back[i] += slope * links.values[o * inputs.length + i];
            }
            biases.gradients[o] += slope;
        }
        return back;
    }
}

/// Leaves neurons out at random while training; the others count for more, so that sums stay as large on average.
static final class Dropout implements Layer {
    private final float share;
    private float[] kept = {};

    Dropout(float share) {
        this.share = share;
    }

    @Override
    public float[] forward(float[] inputs, Optional<RandomGenerator> random) {
        if (random.isEmpty()) {
            return inputs;
        }
        kept = new float[inputs.length];
        var outputs = new float[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            kept[i] = random.get().nextFloat() < share ? 0 : 1 / (1 - share);
            outputs[i] = inputs[i] * kept[i];
        }
        return outputs;
    }

    @Override
    public float[] backward(float[] slopes) {
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] *= kept[i];
        }
        return slopes;
    }
}
