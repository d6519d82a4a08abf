package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnowledgeGradientTest {
    @Test
    void theGainIsThatOfManyDraws() {
        double[] levels = {0.3, 0, -0.2, 1, -0.2};
        double[] slopes = {-1, 0.4, 0.1, 2, 0.1};
        var random = new Random(4);
        double mean = random.doubles(400_000, 0, 1).map(_ -> random.nextGaussian())
                .map(z -> IntStream.range(0, 5).mapToDouble(i -> levels[i] + slopes[i] * z).min().orElseThrow()).average().orElseThrow();
        assertThat(KnowledgeGradient.gain(levels, slopes)).isCloseTo(-0.2 - mean, within(0.01));
    }

    @Test
    void whatMovesNothing_gainsNothing() {
        assertThat(KnowledgeGradient.gain(new double[] {1, 2, 3}, new double[] {0.5, 0.5, 0.5})).isZero();
    }

    @Test
    void covariancesOfKnownPointsAreThoseOfThePrediction() {
        var points = new Points(new boolean[] {false});
        double[] at = {0.1, 0.4, 0.45, 0.9};
        for (double x : at) {
            points.add(new double[] {x});
        }
        var posterior = Posterior.of(points, new Hyper(new double[] {5}, 1, 0.1, 0.2));
        posterior.explain(new double[] {1, -1, 0, 0.5});
        for (int i = 0; i < at.length; i++) {
            assertThat(posterior.covariance(i, i)).isCloseTo(posterior.at(new double[] {at[i]}).variance(), within(1e-9));
            assertThat(posterior.covariance(i, 2)).isCloseTo(posterior.covariances(new double[] {0.45}, new int[] {i})[0], within(1e-9));
        }
    }
}
