package dev.sextant.run.launch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Arguments and environments as C takes them.
final class CStrings {
    private CStrings() {}

    /// A null-terminated array of strings.
    static MemorySegment array(SegmentAllocator memory, List<String> texts) {
        return array(memory, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8), texts.size());
    }

    /// A null-terminated array of strings that lie one behind the other: pointers first, then the bytes, in one allocation
    /// and two copies, because an environment has a hundred entries and is made for every start.
    ///
    /// @param bytes the strings, each with a NUL behind it and none inside
    static MemorySegment array(SegmentAllocator memory, byte[] bytes, int count) {
        var pointers = new long[count + 1];
        long head = (long) pointers.length * Long.BYTES;
        var block = memory.allocate(head + bytes.length, Long.BYTES);
        int start = 0;
        for (int i = 0; i < count; i++) {
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
