package dev.sextant.strategy.demes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.study.Objective;
import dev.sextant.model.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The two logs of CrayAI's genetic optimiser, byte for byte in its layout: blanks between columns and one at the end of
/// each line, C's number formats. Immutable.
///
/// Source: the logs and notebooks of version 0.4.0 (the header of the global log has no `#` there).
/// Differs: a blank in a parameter's name becomes `_`, for it would break the columns; an inactive parameter is `N/A`.
///
/// @param parameters the columns, in order
public record CrayLog(List<String> parameters, Objective objective) {
    private static final int FITNESS_DIGITS = 6;
    private static final int GENE_DIGITS = 8;
    private static final String NONE = "N/A";

    public CrayLog {
        parameters = List.copyOf(parameters);
    }

    /// The log of all demes: one line a generation with the best figure so far, the average of the generation and the
    /// values of the best so far.
    ///
    /// @param individuals in any order
    public String global(List<Individual> individuals) {
        StringBuilder text = new StringBuilder("generation  epoch  best_fom  avg_fom checkpoint_in checkpoint_out ");
        text.append(columns()).append(" \n");
        List<Individual> soFar = new ArrayList<>();
        byGeneration(individuals).forEach((generation, born) -> {
            soFar.addAll(born);
            Individual best = soFar.stream().min(Comparator.comparingDouble(this::loss)).orElseThrow();
            soFar.clear();
            soFar.add(best);
            double average = born.stream().mapToDouble(Individual::fom).average().orElseThrow();
            text.append("%d %d %s %s %s %s %s \n".formatted(generation, generation + 1, CNumber.scientific(best.fom()),
                    CNumber.scientific(average), NONE, NONE, genes(best.configuration())));
        });
        return text.toString();
    }

    /// The log of one deme: one line an individual, in the order of birth.
    ///
    /// @param individuals of any demes, in any order
    /// @param deme from 1
    public String deme(int deme, List<Individual> individuals) {
        StringBuilder text = new StringBuilder("#generation tag fitness FoM ").append(columns()).append(" \n");
        List<Individual> members = individuals.stream().filter(individual -> individual.birth().deme() == deme)
                .sorted(Comparator.comparingInt(individual -> individual.birth().number())).toList();
        byGeneration(members).forEach((_, born) -> {
            double lowest = born.stream().mapToDouble(this::loss).min().orElseThrow();
            double highest = born.stream().mapToDouble(this::loss).max().orElseThrow();
            born.forEach(individual -> text.append(line(individual, Fitness.of(loss(individual), lowest, highest))));
        });
        return text.toString();
    }

    private String line(Individual individual, double fitness) {
        return "%d %s %s %s %s \n".formatted(individual.birth().generation(), individual.birth().tag(),
                CNumber.general(fitness, FITNESS_DIGITS), CNumber.general(individual.fom(), FITNESS_DIGITS),
                genes(individual.configuration()));
    }

    private static Map<Integer, List<Individual>> byGeneration(List<Individual> individuals) {
        return individuals.stream().collect(Collectors.groupingBy(
                individual -> individual.birth().generation(), TreeMap::new, Collectors.toList()));
    }

    private double loss(Individual individual) {
        return objective.loss(individual.fom());
    }

    private String columns() {
        return parameters.stream().map(name -> name.replace(' ', '_')).collect(Collectors.joining(" "));
    }

    private String genes(Configuration configuration) {
        return parameters.stream().map(name -> configuration.value(name).map(CrayLog::text).orElse(NONE))
                .collect(Collectors.joining(" "));
    }

    private static String text(Value value) {
        return value instanceof Value.Real(double number) ? CNumber.general(number, GENE_DIGITS) : value.text();
    }
}
