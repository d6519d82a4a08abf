package dev.sextant.bench.quality;

import java.util.ArrayList;
import java.util.List;

/// A comparison as one picture for a document: curves of each family, or of each problem if there is one family alone; what the
/// lines mean; rank diagrams.
record Picture(Figures figures) {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 380;
    private static final int CURVES = 262;
    private static final int MARGIN = 12;
    private static final String STYLE = """
            svg { --ink: #1a1a1a; --line: #d8d8d8; --paper: #fff; font: 11px system-ui, sans-serif } text { fill: var(--ink) }
            @media (prefers-color-scheme: dark) { svg { --ink: #e8e8e8; --line: #444; --paper: #16181c } }
            """;

    String svg() {
        List<String> methods = figures.comparison().methods();
        var above = new ArrayList<>(curves());
        above.add(new Legend(methods).svg());
        List<String> below = figures.blocks() == 0 ? List.of()
                : figures.stops().reversed().stream().limit(COLUMNS).sorted().map(n -> new RankChart("mean rank after " + n, methods, figures.ranks(n)).svg()).toList();
        int top = rows(above) * Math.max(CURVES, methods.size() * Legend.LINE + MARGIN);
        int height = top + rows(below) * RankChart.height(methods.size()) + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%1$d" height="%2$d" role="img"><style>%s</style>
                <rect width="100%%" height="100%%" fill="var(--paper)"/>
                %s%s</svg>
                """.formatted(COLUMNS * WIDTH + MARGIN, height, STYLE, placed(above, 0, top), placed(below, top, height - top - MARGIN));
    }

    private List<String> curves() {
        List<String> families = figures.comparison().families();
        return families.size() > 1 ? families.stream().map(family -> CurveChart.of(family, figures, figures.problems(family)).svg()).toList()
                : figures.comparison().blocks().keySet().stream().map(problem -> CurveChart.of(problem.name(), figures, List.of(problem)).svg()).toList();
    }

    private static int rows(List<String> charts) {
        return Math.ceilDiv(charts.size(), COLUMNS);
    }

    /// Charts beside and below each other, in a band of a height that begins at `top`.
    private static String placed(List<String> charts, int top, int height) {
        var text = new StringBuilder();
        for (int i = 0; i < charts.size(); i++) {
            text.append("<g transform=\"translate(%d,%d)\">%s</g>%n".formatted(
                    MARGIN + i % COLUMNS * WIDTH, MARGIN + top + i / COLUMNS * (height / rows(charts)), charts.get(i)));
        }
        return text.toString();
    }
}
