package dev.sextant.strategy.pso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.Trials;
import dev.sextant.strategy.cube.Cube;
import dev.sextant.strategy.cube.Rank;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParticleSwarmTest {
    private static final Cube CUBE = new Cube(Trials.problem(StrategySpec.of("pso"), 2, 0, 1, 1).space());

    @Test
    void aBowlIsFoundBySlotsThatNeverWait() {
        double[] best = IntStream.range(0, 7).mapToDouble(seed -> new Trials(new ParticleSwarm.Factory(),
                Trials.problem(StrategySpec.of("pso"), 6, -5, 5, seed),
                x -> Arrays.stream(x).map(v -> (v - 2) * (v - 2)).sum()).run(500, 8)).sorted().toArray();
        assertThat(best[3]).isLessThan(0.3);
    }

    @Test
    void aParticleKeepsItsPaceAndTurnsAtTheEnd() {
        Particle particle = new Particle(new double[] {0.5, 0.5}, Streams.of(1, "particle"));
        particle.move(new double[] {0.5, 0.5});
        particle.move(new double[] {0.7, Double.NaN});
        assertThat(particle.velocity(0)).isEqualTo(0.7 - 0.5);
        assertThat(particle.velocity(1)).isZero();
        particle.move(new double[] {1, 0.5});
        assertThat(particle.velocity(0)).isNegative();
        assertThat(particle.pending()).isEqualTo(3);
    }

    @Test
    void aLeaderIsTheBestWithinReach() {
        Swarm swarm = new Swarm(CUBE, 1, 8, 2);
        swarm.learn(3, 0, new double[] {0.1, 0.1}, Rank.complete(List.of(1.0)));
        swarm.learn(7, 1, new double[] {0.2, 0.2}, Rank.complete(List.of(0.5)));
        assertThat(swarm.leader(4)).isSameAs(swarm.particle(3));
        assertThat(swarm.leader(1)).isSameAs(swarm.particle(7));
        assertThat(swarm.takeBack(1)).isPresent();
        assertThat(swarm.leader(1)).isSameAs(swarm.particle(3));
        assertThat(swarm.takeBack(1)).isEmpty();
    }

    @Test
    void aSwarmInOnePointStartsAnew() {
        Swarm swarm = new Swarm(CUBE, 1, 3, 1);
        for (int i = 0; i < 3; i++) {
            swarm.learn(i, i, new double[] {0.5, 0.5}, Rank.complete(List.of(1.0)));
        }
        assertThat(swarm.epoch()).isEqualTo(1);
        assertThat(swarm.particle(0).best()).isEmpty();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        StrategySpec lonely = StrategySpec.of("pso").with("particles", new Value.Int(1));
        assertThatThrownBy(() -> new ParticleSwarm.Factory().create(Trials.problem(lonely, 2, 0, 1, 1)))
                .hasMessage("Strategy 'pso': particles is 1; it must be a whole number from 2 to 100000.");
        StrategySpec unreachable = StrategySpec.of("pso").with("reach", new Value.Int(0));
        assertThatThrownBy(() -> new ParticleSwarm.Factory().create(Trials.problem(unreachable, 2, 0, 1, 1)))
                .hasMessageContaining("reach is 0");
    }
}
