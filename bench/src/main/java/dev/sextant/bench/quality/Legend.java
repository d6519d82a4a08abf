package dev.sextant.bench.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Which colour and dash is which method, the same in all charts of a page.
record Legend(List<String> methods) {
    /// Okabe and Ito's colours, which colour-blind people can tell apart, without yellow; then again, dashed.
    private static final List<String> COLOURS = List.of("#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#7F7F7F");

    /// The height of a line of text.
    static final int LINE = 18;

    /// The attributes of a line.
    static String stroke(int method) {
        return "stroke=\"%s\" fill=\"none\" stroke-width=\"%s\"%s".formatted(COLOURS.get(method % COLOURS.size()), method == 0 ? "2.6" : "1.5",
                method < COLOURS.size() ? "" : " stroke-dasharray=\"5 3\"");
    }

    String svg() {
        return "<svg width=\"190\" height=\"%d\" role=\"img\" aria-label=\"Methods\">%s</svg>".formatted(methods.size() * LINE + 10,
                IntStream.range(0, methods.size()).mapToObj(i -> "<line x1=\"0\" x2=\"26\" y1=\"%d\" y2=\"%d\" %s/><text x=\"34\" y=\"%d\">%s</text>"
                        .formatted(i * LINE + 10, i * LINE + 10, stroke(i), i * LINE + 14, Page.escape(methods.get(i)))).collect(Collectors.joining()));
    }
}
