package dev.sextant.app.plot;

import java.util.List;

/// A colour, `0xRRGGBB`. All of them can be told apart by colour-blind readers and stand out from white.
record Colour(int rgb) {
    static final Colour PAPER = new Colour(0xFFFFFF);
    static final Colour INK = new Colour(0x15191E);
    static final Colour SOFT = new Colour(0x59636E);
    static final Colour LINE = new Colour(0xBFC6CD);
    static final Colour GRID = new Colour(0xE9ECEF);
    static final Colour DOT = new Colour(0x6B7785);
    static final Colour BEST = new Colour(0x00795A);
    static final Colour RUNNING = new Colour(0x0068A3);
    static final Colour FAILED = new Colour(0xB84A00);
    static final Colour PRUNED = new Colour(0x767D85);
    static final Colour LOST = new Colour(0xA2487A);

    private static final List<Colour> RAMP = List.of(new Colour(0xC9D3D0), new Colour(0x86C5A8), new Colour(0x2A9D8F), new Colour(0x2F6690), new Colour(0x440154));

    /// From pale to strong.
    ///
    /// @param share in `[0, 1]`
    static Colour ramp(double share) {
        double at = Math.clamp(share, 0, 1) * (RAMP.size() - 1);
        int lower = Math.min((int) at, RAMP.size() - 2);
        return RAMP.get(lower).mixed(RAMP.get(lower + 1), at - lower);
    }

    private Colour mixed(Colour other, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int own = rgb >> shift & 0xFF;
            mixed |= (int) Math.round(own + share * ((other.rgb >> shift & 0xFF) - own)) << shift;
        }
        return new Colour(mixed);
    }

    /// `#rrggbb`.
    String hex() {
        return "#%06x".formatted(rgb);
    }
}
