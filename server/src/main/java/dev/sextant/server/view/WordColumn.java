package dev.sextant.server.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One text a row, of which few differ: each is kept once. Not thread-safe.
final class WordColumn {
    private final Map<String, Integer> codes = new HashMap<>(Map.of("", 0));
    private final List<String> words = new ArrayList<>(List.of(""));
    private int[] rows = new int[64];

    void set(int row, String word) {
        if (row >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(row + 1, rows.length + (rows.length >> 1)));
        }
        rows[row] = codes.computeIfAbsent(word, this::added);
    }

    private int added(String word) {
        words.add(word);
        return words.size() - 1;
    }

    String get(int row) {
        return words.get(rows[row]);
    }
}
