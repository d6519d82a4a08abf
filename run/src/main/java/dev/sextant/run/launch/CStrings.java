package dev.sextant.run.launch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Arguments and environments as C takes them.
final class CStrings {
    private CStrings() {}

    /// A null-terminated array of strings in UTF-8, pointers first, then the bytes: one allocation and two copies, because an
    /// environment has a hundred entries and is made for every start.
    static MemorySegment array(SegmentAllocator memory, List<String> texts) {
        var bytes = (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8);
        var pointers = new long[texts.size() + 1];
        long head = (long) pointers.length * Long.BYTES;
        var block = memory.allocate(head + bytes.length, Long.BYTES);
        int start = 0;
        for (int i = 0; i < texts.size(); i++) {
            pointers[i] = block.address() + head + start;
            start = after(bytes, start);
        }
        MemorySegment.copy(pointers, 0, block, ValueLayout.JAVA_LONG, 0, pointers.length);
        MemorySegment.copy(bytes, 0, block, ValueLayout.JAVA_BYTE, head, bytes.length);
        return block;
    }

    /// The position behind the next NUL, of which the texts themselves have none.
    private static int after(byte[] bytes, int start) {
        int end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return end + 1;
    }
}
