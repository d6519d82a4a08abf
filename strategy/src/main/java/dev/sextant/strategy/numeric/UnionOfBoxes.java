package dev.sextant.strategy.numeric;

import java.util.Arrays;
import java.util.Comparator;

/// The volume of a union of boxes that all have one corner in the origin.
///
/// Two sides: one sweep. Three: a sweep along the third with a staircase of the other two. More: boxes are taken in the order of their
/// last side, the longest last, so that what a box adds to those after it is its last side times a volume with one side
/// less; boxes that another covers are left out at each step.
///
/// Sources: L. While, L. Bradstreet, L. Barone, A fast way of calculating exact hypervolumes, IEEE Trans. Evol. Comp. 16(1),
/// 2012 (WFG, with its slicing); C. M. Fonseca, L. Paquete, M. López-Ibáñez, CEC 2006 (three objectives). Differs: the staircase is
/// a sorted array, not a tree, which is faster up to some thousand boxes.
///
/// Scratch space of its own; not thread-safe.
final class UnionOfBoxes {
    private final double[][][] shadows;
    private final double[] widths;
    private final double[] heights;

    /// @param most  boxes at most
    /// @param sides of each, at least 1
    UnionOfBoxes(int most, int sides) {
        shadows = new double[sides][0][];
        for (int level = 3; level < sides; level++) {
            shadows[level] = new double[most][level];
        }
        widths = new double[most + 1];
        heights = new double[most + 1];
    }

    /// The volume of one box in its first `sides` dimensions.
    static double volume(double[] box, int sides) {
        double product = 1;
        for (int k = 0; k < sides; k++) {
            product *= box[k];
        }
        return product;
    }

    /// The volume of all.
    ///
    /// @param boxes lengths of sides, above 0; they come back in another order
    double volume(double[][] boxes) {
        return boxes.length == 0 ? 0 : volume(boxes, uncovered(boxes), boxes[0].length);
    }

    /// Brings the boxes that no other covers to the front, where that saves more than it costs.
    private static int uncovered(double[][] boxes) {
        int sides = boxes[0].length;
        if (sides < 4) {
            return boxes.length;
        }
        int size = 0;
        for (int i = 0; i < boxes.length; i++) {
            swap(boxes, size, i);
            size = settle(boxes, size, sides);
        }
        return size;
    }

    private double volume(double[][] boxes, int count, int sides) {
        return switch (sides) {
            case 1 -> longest(boxes, count);
            case 2 -> area(boxes, count);
            case 3 -> sweep(boxes, count);
            default -> slices(boxes, count, sides);
        };
    }

    private static double longest(double[][] boxes, int count) {
        double longest = 0;
        for (int i = 0; i < count; i++) {
            longest = Math.max(longest, boxes[i][0]);
        }
        return longest;
    }

    private static double area(double[][] boxes, int count) {
        Arrays.sort(boxes, 0, count, Comparator.comparingDouble((double[] box) -> box[0]).reversed());
        double area = 0;
        double height = 0;
        for (int i = 0; i < count; i++) {
            if (boxes[i][1] > height) {
                area += boxes[i][0] * (boxes[i][1] - height);
                height = boxes[i][1];
            }
        }
        return area;
    }

    /// From the longest third side down: the area that the boxes of at least this length cover, times the way to the next length.
    private double sweep(double[][] boxes, int count) {
        Arrays.sort(boxes, 0, count, Comparator.comparingDouble((double[] box) -> box[2]).reversed());
        double volume = 0;
        double area = 0;
        int steps = 0;
        for (int i = 0; i < count; i++) {
            int right = right(boxes[i][0], steps);
            if (!covered(boxes[i], right, steps)) {
                int left = left(boxes[i][1], right);
                area += gain(boxes[i], left, right, steps);
                steps = replace(boxes[i], left, right, steps);
            }
            volume += area * (boxes[i][2] - (i + 1 < count ? boxes[i + 1][2] : 0));
        }
        return volume;
    }

    /// The first step that is wider than a width. Steps stand in the order of their widths, from wide and low to
    /// narrow and high the other way round.
    private int right(double width, int steps) {
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (widths[middle] > width) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean covered(double[] box, int right, int steps) {
        boolean byWider = right < steps && heights[right] >= box[1];
        boolean byEquallyWide = right > 0 && widths[right - 1] == box[0] && heights[right - 1] >= box[1];
        return byWider || byEquallyWide;
    }

    /// The first step that a box of this height covers, or `right` if it covers none.
    private int left(double height, int right) {
        int left = right;
        while (left > 0 && heights[left - 1] <= height) {
            left--;
        }
        return left;
    }

    private double gain(double[] box, int left, int right, int steps) {
        double gain = 0;
        double reached = left == 0 ? 0 : widths[left - 1];
        for (int i = left; i < right; i++) {
            gain += (widths[i] - reached) * (box[1] - heights[i]);
            reached = widths[i];
        }
        return gain + (box[0] - reached) * (box[1] - (right < steps ? heights[right] : 0));
    }

    /// Puts a box in the place of the steps that it covers.
    ///
    /// @return how many steps there are then
    private int replace(double[] box, int left, int right, int steps) {
        System.arraycopy(widths, right, widths, left + 1, steps - right);
        System.arraycopy(heights, right, heights, left + 1, steps - right);
        widths[left] = box[0];
        heights[left] = box[1];
        return steps - (right - left) + 1;
    }

    private double slices(double[][] boxes, int count, int sides) {
        int last = sides - 1;
        Arrays.sort(boxes, 0, count, Comparator.comparingDouble(box -> box[last]));
        double volume = 0;
        for (int i = 0; i < count; i++) {
            int shadowed = shadows(boxes, i, count, last);
            volume += boxes[i][last] * (volume(boxes[i], last) - volume(shadows[last], shadowed, last));
        }
        return volume;
    }

    /// What the boxes after one cover of it, in its first `sides` dimensions; none of them covers another.
    ///
    /// @return how many there are
    private int shadows(double[][] boxes, int index, int count, int sides) {
        double[][] kept = shadows[sides];
        int size = 0;
        for (int i = index + 1; i < count; i++) {
            for (int k = 0; k < sides; k++) {
                kept[size][k] = Math.min(boxes[i][k], boxes[index][k]);
            }
            size = settle(kept, size, sides);
        }
        return size;
    }

    /// Keeps the box at `size` unless one before it covers it, and lets those go that it covers.
    private static int settle(double[][] kept, int size, int sides) {
        double[] box = kept[size];
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (covers(kept[i], box, sides)) {
                return size;
            }
            if (!covers(box, kept[i], sides)) {
                swap(kept, left++, i);
            }
        }
        swap(kept, left, size);
        return left + 1;
    }

    private static void swap(double[][] boxes, int one, int other) {
        double[] kept = boxes[one];
        boxes[one] = boxes[other];
        boxes[other] = kept;
    }

    private static boolean covers(double[] one, double[] other, int sides) {
        for (int k = 0; k < sides; k++) {
            if (one[k] < other[k]) {
                return false;
            }
        }
        return true;
    }
}
