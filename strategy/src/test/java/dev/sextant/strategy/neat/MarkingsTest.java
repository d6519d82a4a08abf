package dev.sextant.strategy.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.ElementList;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MarkingsTest {
    private static final ElementList LAYERS = ElementList.of("layer", 0, 6, Parameter.of("units", IntRange.of(1, 999)));
    private static final SearchSpace SPACE = new SearchSpace(LAYERS.parameters(), List.of(), 1);
    private static final Rules NO_CHANCE = new Rules(10, 0, 1, 0, 0.75);

    private static Configuration layers(int... units) {
        var values = new LinkedHashMap<String, Value>(Map.of("layer.length", new Value.Int(units.length)));
        IntStream.range(0, units.length).forEach(i -> values.put("layer.%d.units".formatted(i + 1), new Value.Int(units[i])));
        return SPACE.accept(values);
    }

    private static Genome genome(String note, int... units) {
        return Genome.of(SPACE.lists(), layers(units), note);
    }

    private static List<Integer> units(List<Gene> genes) {
        return genes.stream().map(gene -> Integer.valueOf(gene.values().values().iterator().next().text())).toList();
    }

    private static final Genome SHORT = genome("", 10, 20, 30);
    /// The short one with another element before its first; the others are its own, a little changed.
    private static final Genome LONG = genome("layer=7.1,0.1,0.2,0.3", 500, 11, 21, 31);

    @Test
    void anElementInsertedInFrontLeavesTheOthersAligned() {
        for (int seed = 0; seed < 50; seed++) {
            var crossed = units(Breeding.crossed(LONG.genes("layer"), SHORT.genes("layer"), Streams.of(seed, "crossing")));
            assertThat(crossed).hasSize(4);
            assertThat(crossed.get(0)).isEqualTo(500);
            assertThat(crossed.get(1)).isIn(10, 11);
            assertThat(crossed.get(2)).isIn(20, 21);
            assertThat(crossed.get(3)).isIn(30, 31);
        }
    }

    @Test
    void withoutMarkingsTheSameListsAreCrossedPlaceByPlace() {
        var unmarked = genome("", 500, 11, 21, 31);
        var all = IntStream.range(0, 50).mapToObj(seed -> units(
                Breeding.crossed(unmarked.genes("layer"), SHORT.genes("layer"), Streams.of(seed, "crossing")))).toList();
        assertThat(all).anyMatch(crossed -> crossed.contains(10) && crossed.contains(11));
    }

    @Test
    void whatOnlyTheLessFitHas_isNotInherited() {
        var crossed = Breeding.crossed(SHORT.genes("layer"), LONG.genes("layer"), Streams.of(1, "crossing"));
        assertThat(crossed).extracting(gene -> gene.marking().text()).containsExactly("0.1", "0.2", "0.3");
    }

    @Test
    void aChildTellsItsMarkings_andIsRebuiltFromThem() {
        var breeding = new Breeding(SPACE, NO_CHANCE, new Innovations());
        var parents = List.of(new Member(3, LONG, 0.1), new Member(2, SHORT, 0.2));
        var child = breeding.child(parents, 9, 0, Streams.of(2, "child")).genome();
        assertThat(child.note()).isEqualTo("layer=7.1,0.1,0.2,0.3");
        assertThat(Genome.of(SPACE.lists(), child.configuration(), child.note())).isEqualTo(child);
    }

    @Test
    void aNoteThatDoesNotFit_isThatOfAFounder() {
        for (var note : List.of("", "layer=7.1", "layer=7.1,7.1,7.1", "layer=a,b,c", "other=1.1,1.2,1.3", "layer=1.1,1.2,99999999999.1", "nonsense")) {
            assertThat(genome(note, 1, 2, 3).note()).isEqualTo("layer=0.1,0.2,0.3");
        }
        assertThat(genome("").note()).isEqualTo("layer=");
    }

    @Test
    void theSameInnovationOfTwoChildren_getsOneMarking() {
        var innovations = new Innovations();
        var genes = SHORT.genes("layer");
        assertThat(innovations.marking(7, "layer", genes, 0)).isEqualTo(new Marking(7, 1));
        innovations.learn(7, LONG);
        assertThat(innovations.marking(8, "layer", genes, 0)).isEqualTo(new Marking(7, 1));
        assertThat(innovations.marking(8, "layer", genes, 1)).isEqualTo(new Marking(8, 2));
        assertThat(innovations.marking(8, "other", genes, 0)).isEqualTo(new Marking(8, 1));
    }

    @Test
    void theDistance_isTheShareOfGenesThatDoNotMatch() {
        assertThat(SHORT.distance(LONG)).isEqualTo(0.25);
        assertThat(LONG.distance(SHORT)).isEqualTo(0.25);
        assertThat(SHORT.distance(genome("layer=1.1,2.1", 1, 2))).isEqualTo(1);
        assertThat(SHORT.distance(genome(""))).isEqualTo(1);
        assertThat(genome("").distance(genome(""))).isZero();
    }

    @Test
    void everyChangeOfStructure_keepsTheLengthAllowed_andMarkingsApart() {
        for (var list : List.of(LAYERS, ElementList.of("layer", 2, 2, LAYERS.element().getFirst()), ElementList.of("layer", 0, 1, LAYERS.element().getFirst()))) {
            var genes = new ArrayList<>(SHORT.genes("layer").subList(0, Math.min(2, list.most())));
            for (int trial = 1; trial < 200; trial++) {
                assertThat(new Structure(list, new Innovations(), trial).change(genes, Streams.of(trial, "change"))).isNotEmpty();
                assertThat(genes).hasSizeBetween(list.least(), list.most());
                assertThat(genes.stream().map(Gene::marking)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aNewSpecies_isNotCrowdedOutByABetterOldOne() {
        var population = new Population(NO_CHANCE);
        for (int trial = 1; trial <= 30; trial++) {
            population.add(new Member(trial, genome("", trial, trial, trial), trial));
        }
        population.add(new Member(31, genome("layer=9.1,9.2", 1, 2), 100));
        for (int trial = 32; trial <= 60; trial++) {
            population.add(new Member(trial, genome("", trial, trial, trial), 0.5));
        }
        assertThat(population.find(31)).isPresent();
        assertThat(population.species()).hasSize(2).extracting(List::size).containsExactly(9, 1);
        assertThat(population.find(32)).isPresent();
    }

    @Test
    void badSettings_areRefused() {
        var problem = new Problem(SPACE, 1, StrategySpec.of("neat").with("difference", new Value.Real(1.5)), Optional.empty(), 1);
        assertThatThrownBy(() -> new Neat.Factory().create(problem))
                .hasMessage("Strategy 'neat': difference is 1.5; it must be a number from 0 to 1.");
    }
}
