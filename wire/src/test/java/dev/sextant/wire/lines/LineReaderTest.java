package dev.sextant.wire.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.wire.lines.LineReader.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int MOST = 1 << 20;

    private static List<Line> lines(InputStream in, int mostBytes) {
        var reader = new LineReader(in, mostBytes, () -> {});
        var lines = new ArrayList<Line>();
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Gives some bytes at a time, as a socket does.
    private static InputStream inPieces(String text, Random sizes) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] bytes, int from, int length) {
                return super.read(bytes, from, Math.min(length, 1 + sizes.nextInt(5000)));
            }
        };
    }

    @Test
    void linesOfAllLengths_comeAsTheyWere_howeverTheyArriveInPieces() {
        var random = new Random(3);
        var expected = IntStream.range(0, 200)
                .mapToObj(i -> "é".repeat(random.nextInt(i % 20 == 0 ? 100_000 : 200)) + i).toList();
        assertThat(lines(inPieces(String.join("\n", expected), random), MOST))
                .isEqualTo(expected.stream().<Line>map(Line.Text::new).toList());
    }

    @Test
    void anEmptyLine_isALine_butNothingBehindTheLastEndIsNot() {
        assertThat(lines(in(""), MOST)).isEmpty();
        assertThat(lines(in("\n"), MOST)).containsExactly(new Line.Text(""));
        assertThat(lines(in("a\n\nb"), MOST)).containsExactly(new Line.Text("a"), new Line.Text(""), new Line.Text("b"));
    }

    @Test
    void aLineOfExactlyTheMost_isRead_andOneByteMoreIsNot() {
        for (int most : new int[] {1, 10, 8191, 8192, 8193, 100_000}) {
            var exact = "x".repeat(most);
            assertThat(lines(in(exact + "\n" + exact + "x\n" + exact), most)).as("at most %d", most)
                    .containsExactly(new Line.Text(exact), new Line.TooLong(), new Line.Text(exact));
        }
    }

    @Test
    void aLineThatIsTooLong_isNotKept() {
        var endless = new InputStream() {
            private long left = 3L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                left -= length;
                return left < 0 ? -1 : length;
            }
        };
        assertThat(lines(endless, MOST)).containsExactly(new Line.TooLong());
    }

    @Test
    void bytesThatAreNotUtf8_areNoText_butTheReplacementCharacterItselfIs() {
        assertThat(lines(new ByteArrayInputStream(new byte[] {(byte) 0xC3, '\n', 'a'}), MOST))
                .containsExactly(new Line.NotText(), new Line.Text("a"));
        assertThat(lines(in("\uFFFD"), MOST)).containsExactly(new Line.Text("\uFFFD"));
    }

    @Test
    void whatMustBeDoneBeforeWaiting_isDoneBeforeEveryRead() throws IOException {
        var done = new ArrayList<String>();
        var stream = new InputStream() {
            private final InputStream pieces = in("a\nb\nc\n");

            @Override
            public int read() {
                throw new AssertionError("Bytes are not read one by one.");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                done.add("read");
                return pieces.read(bytes, from, Math.min(length, 4));
            }
        };
        var reader = new LineReader(stream, MOST, () -> done.add("flush"));
        for (var line = reader.next(); line.isPresent(); line = reader.next()) {
            done.add(line.get() instanceof Line.Text(String text) ? text : "?");
        }
        assertThat(done.stream().collect(Collectors.joining(" "))).isEqualTo("flush read a b flush read c flush read");
    }
}
