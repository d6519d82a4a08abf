package dev.sextant.app.plot;

/// Width and height in the unit of SVG, 1/96 inch; a PNG has [#PIXELS] pixels in each.
public record PlotSize(int width, int height) {
    /// Pixels of a PNG for each unit of length.
    public static final int PIXELS = 2;
    /// What fits a page and a slide.
    public static final PlotSize STANDARD = new PlotSize(960, 540);

    private static final int LEAST = 240;
    private static final int MOST = 8000;

    public PlotSize {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new IllegalArgumentException("A plot is %d to %d wide and high, not %dx%d.".formatted(LEAST, MOST, width, height));
        }
    }
}
