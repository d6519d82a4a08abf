package dev.sextant.checks.e2e;

import dev.sextant.testkit.browser.Browser;
import dev.sextant.testkit.process.Await;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Makes the picture of the page that the documents show, from the real page:
/// `mvn verify -pl … -Dtest=PagePicture -Dsextant.picture=/absolute/watch-a-study.png`.
@EnabledIfSystemProperty(named = "sextant.picture", matches = ".+")
class PagePicture {
    private static final String TRAINING = """
            for epoch in 1 2 3 4 5 6 7 8; do
              sleep 0.05
              awk -v e=$epoch -v lr="$SEXTANT_PARAM_lr" -v d="$SEXTANT_PARAM_dropout" -v l="$SEXTANT_PARAM_layers" -v s="$SEXTANT_SEED" 'BEGIN {
                srand(s); t = log(lr) / log(10) + 2.6; q = 0.97 - 0.03 * t * t - 0.1 * (d - 0.3) ^ 2 - 0.01 * (l - 3) ^ 2 + 0.01 * rand();
                printf "epoch=%d accuracy=%.4f\\n", e, q * (1 - exp(-e / 2)) }'
              if [ $epoch = 3 ] && [ $((SEXTANT_TRIAL % 13)) = 9 ]; then echo "RuntimeError: CUDA out of memory" >&2; exit 1; fi
            done
            """;

    @TempDir
    private Path folder;

    @Test
    void isTaken() {
        var shells = new Shells(folder);
        var tune = shells.start("tune", "--name", "lenet", "-p", "lr=1e-5..1e-1:log@1e-3", "-p", "layers=1..6@2", "-p", "dropout=0.0..0.8@0.1",
                "-p", "act=relu,tanh,gelu", "--metric", "accuracy:max", "--trials", "90", "--slots", "4", "--stopping", "median", "--", "sh", "-c", TRAINING);
        var server = shells.start("serve", "--port", "0");
        Await.until("the server listens", () -> server.out().contains("\n"), server::err);
        try (var browser = Browser.start(folder)) {
            browser.size(1180, 800);
            browser.open(server.out().strip() + "/#/study/lenet");
            browser.await("/ (4[0-9]|5[0-9]) (complete|pruned)/.test(' ' + document.querySelector('.study-head').innerText)");
            browser.await("[...document.querySelectorAll('.canvas')].slice(0, 2).every(one => one.dataset.drawn)");
            browser.picture(Path.of(Objects.requireNonNull(System.getProperty("sextant.picture"))));
        } finally {
            server.kill();
            tune.kill();
        }
    }
}
