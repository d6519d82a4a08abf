package dev.sextant.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueTest {
    /// What Python 3 prints for `repr(x)`.
    @ParameterizedTest
    @CsvSource({"1e-5,1e-05", "0.0001,0.0001", "0.001,0.001", "1.0,1.0", "100000.0,100000.0", "1e15,1000000000000000.0",
        "1e16,1e+16", "1.5e16,1.5e+16", "1e22,1e+22", "123456789.125,123456789.125", "0.1,0.1", "-2.5e-7,-2.5e-07",
        "1.7976931348623157e308,1.7976931348623157e+308", "4.9e-324,5e-324", "2.2250738585072014e-308,2.2250738585072014e-308",
        "0.30000000000000004,0.30000000000000004", "12345678901234567,1.2345678901234568e+16", "1e100,1e+100"})
    void aReal_printsAsPythonPrintsIt(double number, String text) {
        assertThat(new Value.Real(number).text()).isEqualTo(text);
    }

    @Property
    void aReal_readsBackAsItself(@ForAll @DoubleRange(min = -1e300, max = 1e300) double number) {
        assertThat(Double.parseDouble(Numbers.text(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"42,Int", "-7,Int", "9007199254740992,Int", "9007199254740993,Text", "0,Int", "-0,Int", "1.0,Real",
        "1e3,Real", "1e999,Text", "007,Text", "+5,Text", "true,Flag", "True,Text", "adam,Text", "1.,Text", ".5,Text",
        "0x10,Text", "1_000,Text", "NaN,Text", "inf,Text"})
    void aWord_meansWhatItLooksLike(String word, String kind) {
        assertThat(Value.of(word).getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void negativeZero_isZero() {
        assertThat(new Value.Real(-0.0)).isEqualTo(new Value.Real(0.0));
    }

    @Test
    void whatIsNoFiniteNumber_isNoValue() {
        assertThatThrownBy(() -> new Value.Real(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Value.Int(Numbers.MAX_WHOLE + 1)).hasMessageContaining("2^53");
    }
}
