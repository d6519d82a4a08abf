package dev.sextant.strategy.cube;

import dev.sextant.model.space.Configuration;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// What of a point its configuration does not show, as text for the note of a proposal: the coordinates of inactive
/// parameters, and where in their cells discrete values lie. Empty for a point of active real parameters.
///
/// Four bytes a coordinate, in the order of the axes, as URL-safe Base64. A point is rounded to that when it is read back;
/// so a strategy uses only what it has read back, and a restart changes nothing.
public final class Hidden {
    private Hidden() {}

    /// The text for a point of a configuration.
    public static String of(Cube cube, double[] point, Configuration configuration) {
        double[] shown = cube.point(configuration);
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * point.length);
        for (int i = 0; i < point.length; i++) {
            if (isHidden(cube.axis(i), shown[i])) {
                bytes.putFloat((float) point[i]);
            }
        }
        byte[] written = Arrays.copyOf(bytes.array(), bytes.position());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(written);
    }

    /// The point of a configuration with what a text adds to it. Where the text is too short or no such text, a discrete
    /// value lies in the middle of its cell and an inactive coordinate is `NaN`.
    public static double[] point(Cube cube, Configuration configuration, String text) {
        return added(cube, cube.point(configuration), text);
    }

    /// As the other, of a point that a configuration shows.
    public static double[] added(Cube cube, double[] shown, String text) {
        double[] point = shown.clone();
        ByteBuffer bytes = bytes(text);
        for (int i = 0; i < point.length && bytes.remaining() >= Float.BYTES; i++) {
            if (isHidden(cube.axis(i), point[i])) {
                float read = bytes.getFloat();
                point[i] = read >= 0 && read <= 1 ? read : point[i];
            }
        }
        return point;
    }

    private static ByteBuffer bytes(String text) {
        try {
            return ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notWrittenHere) {
            return ByteBuffer.allocate(0);
        }
    }

    private static boolean isHidden(Axis axis, double shown) {
        return !axis.isReal() || Double.isNaN(shown);
    }
}
