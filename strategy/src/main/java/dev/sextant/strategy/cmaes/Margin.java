package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.numeric.Normal;
import java.util.List;

/// Keeps a chance of leaving its cell for every discrete line, so that none freezes while others still learn.
///
/// Sources: R. Hamano, S. Saito, M. Nomura, S. Shirakawa, CMA-ES with margin, arXiv 2205.13482, section 4; the margin α
/// is that of CatCMA with margin, arXiv 2504.07884: 1 − 0.73^(1/N) for N discrete parameters.
/// Differs: cells need not be equal, as with whole numbers on a log scale. Immutable.
///
/// @param lines the axes of the normal distribution, in its order
/// @param alpha the least chance of leaving a cell
record Margin(List<Axis> lines, double alpha) {
    static Margin of(List<Axis> lines, int discreteParameters) {
        return new Margin(List.copyOf(lines), 1 - Math.pow(0.73, 1.0 / Math.max(1, discreteParameters)));
    }

    void correct(Gaussian gaussian) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isReal()) {
                correct(gaussian, i);
            }
        }
    }

    private void correct(Gaussian gaussian, int i) {
        Axis axis = lines.get(i);
        long cell = axis.index(gaussian.mean(i));
        double lower = axis.lower(cell);
        double upper = axis.upper(cell);
        if (cell == 0) {
            correctEdge(gaussian, i, upper);
        } else if (cell == axis.count() - 1) {
            correctEdge(gaussian, i, lower);
        } else {
            correctInside(gaussian, i, lower, upper);
        }
    }

    /// Moves the mean towards the only way out.
    private void correctEdge(Gaussian gaussian, int i, double border) {
        double deviation = gaussian.deviation(i);
        double farthest = -Normal.quantile(alpha) * deviation;
        double mean = gaussian.mean(i);
        if (Math.abs(mean - border) > farthest) {
            gaussian.adjust(i, border + Math.copySign(farthest, mean - border), deviation);
        }
    }

    /// Changes mean and deviation so that the chances of both ways out are at least half a margin.
    private void correctInside(Gaussian gaussian, int i, double lower, double upper) {
        double deviation = gaussian.deviation(i);
        double down = Normal.cdf((lower - gaussian.mean(i)) / deviation);
        double up = Normal.cdf((gaussian.mean(i) - upper) / deviation);
        double least = alpha / 2;
        if (down >= least && up >= least) {
            return;
        }
        double raisedDown = Math.max(down, least);
        double raisedUp = Math.max(up, least);
        double stay = 1 - down - up;
        double excess = (1 - raisedDown - raisedUp - stay) / (raisedDown + raisedUp + stay - 3 * least);
        double quantileDown = -Normal.quantile(raisedDown + excess * (raisedDown - least));
        double quantileUp = -Normal.quantile(raisedUp + excess * (raisedUp - least));
        double sum = quantileDown + quantileUp;
        gaussian.adjust(i, (lower * quantileUp + upper * quantileDown) / sum, (upper - lower) / sum);
    }
}
