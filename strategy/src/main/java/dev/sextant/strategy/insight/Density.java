package dev.sextant.strategy.insight;

/// Densities in one dimension on a grid of cells, each summing to 1 and nowhere 0.
///
/// Kernels have one width, by Scott's rule with the smaller of standard deviation and quartile distance / 1.34, but at
/// least 0.3 cells; a uniform kernel of the weight of one observation is always among them. O(n + cells²).
///
/// Source: D. W. Scott, Multivariate Density Estimation, 1992, section 6.5.
final class Density {
    private static final double NARROWEST = 0.3;

    private Density() {}

    /// The density of indices 0 to `levels` − 1.
    static double[] ofIndices(double[] indices, int levels) {
        double[] density = new double[levels];
        for (double index : indices) {
            density[(int) index]++;
        }
        for (int i = 0; i < levels; i++) {
            density[i] = (density[i] + 1.0 / levels) / (indices.length + 1);
        }
        return density;
    }

    /// The density of positions in `[0, 1]`.
    static double[] ofPositions(double[] positions, int cells) {
        double[] counts = new double[cells];
        for (double position : positions) {
            counts[Math.clamp((int) Math.floor(position * cells), 0, cells - 1)]++;
        }
        double width = width(counts, positions.length);
        double[] density = new double[cells];
        for (int middle = 0; middle < cells; middle++) {
            if (counts[middle] > 0) {
                addKernel(density, middle, width, counts[middle] / (positions.length + 1));
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            density[cell] += 1.0 / cells / (positions.length + 1);
        }
        return density;
    }

    private static void addKernel(double[] density, int middle, double width, double weight) {
        double[] heights = new double[density.length];
        double sum = 0;
        for (int cell = 0; cell < heights.length; cell++) {
            double z = (cell - middle) / width;
            heights[cell] = Math.exp(-0.5 * z * z);
            sum += heights[cell];
        }
        for (int cell = 0; cell < heights.length; cell++) {
            density[cell] += weight * heights[cell] / sum;
        }
    }

    private static double width(double[] counts, int n) {
        double mean = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            mean += counts[cell] * cell / n;
        }
        double square = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            square += counts[cell] * (cell - mean) * (cell - mean);
        }
        double deviation = Math.sqrt(square / Math.max(1, n - 1));
        double quartiles = quantile(counts, 0.75 * n) - quantile(counts, 0.25 * n);
        return Math.max(NARROWEST, 1.059 * Math.min(deviation, quartiles / 1.34) * Math.pow(n, -0.2));
    }

    private static int quantile(double[] counts, double below) {
        double sum = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            sum += counts[cell];
            if (sum >= below) {
                return cell;
            }
        }
        return counts.length - 1;
    }
}
