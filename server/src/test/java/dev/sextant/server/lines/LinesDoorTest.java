package dev.sextant.server.lines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.TrialState;
import dev.sextant.server.request.TestStudies;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.StoppingRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinesDoorTest {
    private static final String CREATE = """
            {"create":{"study":"s","space":{"x":{"real":[-5,10]},"y":{"real":[0,15]}},\
            "objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1%s}}""";
    private static final String IN_MEMORY = CREATE.formatted(",\"store\":\"memory\"");
    private static final String AT_HOME = CREATE.formatted("");

    private final TestStudies studies = new TestStudies(() -> Instant.parse("2026-01-01T00:00:00Z"));
    private final LinesDoor door = LinesDoor.pipe(studies, "pipe 1");

    private String say(String line) {
        return door.answer(line);
    }

    @Test
    void theConversationOfTheManual_goesAsWritten() {
        assertThat(say(IN_MEMORY)).isEqualTo("{\"study\":\"s\"}");
        assertThat(say("{\"ask\":{\"study\":\"s\",\"count\":1}}"))
                .isEqualTo("{\"trials\":[{\"trial\":0,\"attempt\":1,\"parameters\":{\"x\":2.5,\"y\":7.5}}]}");
        assertThat(say("{\"report\":{\"study\":\"s\",\"trial\":0,\"step\":1,\"values\":{\"loss\":31.2}}}"))
                .isEqualTo("{\"decision\":\"continue\"}");
        assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":24.1}}}")).isEqualTo("{\"ok\":true}");
        say("{\"ask\":{\"study\":\"s\"}}");
        assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":1,\"failed\":\"diverged\"}}")).isEqualTo("{\"ok\":true}");
        assertThat(say("{\"best\":{\"study\":\"s\"}}")).isEqualTo("""
                {"trial":{"trial":0,"attempt":1,"state":"complete","parameters":{"x":2.5,"y":7.5},"values":{"loss":24.1},\
                "origin":"defaults","created":"2026-01-01T00:00:00.000Z","started":"2026-01-01T00:00:00.000Z",\
                "finished":"2026-01-01T00:00:00.000Z","why":"the defaults"}}""");
        assertThat(say("{\"trials\":{\"study\":\"s\"}}")).startsWith("{\"study\":\"s\",\"trials\":[{\"trial\":0,")
                .contains("\"reason\":\"diverged\"");
        assertThat(say("{\"importance\":{\"study\":\"s\",\"method\":\"fanova\",\"top\":0.2}}"))
                .isEqualTo("{\"study\":\"s\",\"method\":\"fanova\",\"top\":0.2}");
        assertThat(say("{\"delete\":{\"study\":\"s\"}}")).isEqualTo("{\"ok\":true}");
        assertThat(say("{\"ask\":{\"study\":\"s\"}}")).contains("\"unknown_study\"");
    }

    @Test
    void anId_isEchoedAsItWasGiven_alsoWithAnError() {
        assertThat(say("{\"id\":{\"a\":[1,null,\"é\"]},\"ask\":{\"study\":\"no\"}}")).startsWith("{\"id\":{\"a\":[1,null,\"é\"]},\"error\":");
        say(IN_MEMORY);
        assertThat(say("{\"ask\":{\"study\":\"s\"},\"id\":7.50}")).startsWith("{\"id\":7.50,\"trials\":");
    }

    @Test
    void whatAStudyIs_canBeSeen() {
        say(IN_MEMORY);
        say("{\"change\":{\"study\":\"s\",\"budget\":{\"trials\":7}}}");
        assertThat(say("{\"show\":{\"study\":\"s\"}}"))
                .startsWith("{\"study\":\"s\",\"spec\":{\"study\":\"s\",\"space\":{\"x\":{\"real\":[-5.0,10.0]}")
                .contains("\"settings\":{\"budget\":{\"trials\":7");
    }

    @Test
    void whatIsUrgentComesFirst_andEndsAreGivenInTheirOrder_eachOnce() {
        say(IN_MEMORY);
        say("{\"ask\":{\"study\":\"s\"}}");
        say("{\"enqueue\":{\"study\":\"s\",\"parameters\":{\"x\":1}}}");
        say("{\"enqueue\":{\"study\":\"s\",\"parameters\":{\"x\":2},\"priority\":-3}}");
        assertThat(say("{\"prioritise\":{\"study\":\"s\",\"trial\":2,\"priority\":7}}")).isEqualTo("{\"late\":[]}");
        assertThat(say("{\"queue\":{\"study\":\"s\"}}"))
                .isEqualTo("{\"study\":\"s\",\"waiting\":2,\"queue\":[{\"trial\":2,\"priority\":7},{\"trial\":1,\"priority\":0}]}");
        assertThat(say("{\"ask\":{\"study\":\"s\"}}")).contains("\"trial\":2,");
        say("{\"tell\":{\"study\":\"s\",\"trial\":2,\"values\":{\"loss\":2}}}");
        say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"failed\":\"no\"}}");
        var first = say("{\"finished\":{\"study\":\"s\",\"count\":1}}");
        assertThat(first).contains("\"trial\":2,", "\"loss\":2.0").doesNotContain("\"trial\":0,");
        var next = first.replaceAll(".*\"next\":(\\d+)}", "$1");
        assertThat(say("{\"finished\":{\"study\":\"s\",\"after\":%s}}".formatted(next))).contains("\"trial\":0,").doesNotContain("\"trial\":2,");
        assertThat(say("{\"finished\":{\"study\":\"s\",\"trials\":[0,1]}}")).contains("\"trial\":0,").doesNotContain("\"trial\":2,");
        assertThat(say("{\"prioritise\":{\"study\":\"s\",\"priorities\":[{\"trial\":1,\"priority\":1},{\"trial\":2,\"priority\":1}]}}")).isEqualTo("{\"late\":[2]}");
    }

    @Test
    void aNoteAndTags_areKeptOfAStudyAndOfATrial() {
        say(IN_MEMORY);
        say("{\"ask\":{\"study\":\"s\"}}");
        assertThat(say("{\"change\":{\"study\":\"s\",\"tags\":[\"vision\"],\"note\":\"first\"}}")).contains("\"note\":\"first\",\"tags\":[\"vision\"]");
        assertThat(say("{\"change\":{\"study\":\"s\",\"note\":\"\"}}")).contains("\"tags\":[\"vision\"]").doesNotContain("first");
        assertThat(say("{\"note\":{\"study\":\"s\",\"trial\":0,\"note\":\"odd\",\"tags\":[\"look\"]}}")).isEqualTo("{\"ok\":true}");
        assertThat(say("{\"note\":{\"study\":\"s\",\"trial\":0,\"tags\":[\"two words\"]}}")).contains("wrong_form", "without spaces", "/note/tags");
        assertThat(say("{\"note\":{\"study\":\"s\",\"trial\":4}}")).contains("unknown_trial");
        assertThat(say("{\"change\":{\"study\":\"s\",\"tags\":[\"a\",\"a\"]}}")).contains("each once");
    }

    @Test
    void theSameLines_giveTheSameAnswers() {
        assertThat(conversation(new TestStudies(() -> Instant.parse("2026-01-01T00:00:00Z"))))
                .isEqualTo(conversation(new TestStudies(() -> Instant.parse("2031-05-05T05:05:05Z"))));
    }

    private static List<String> conversation(TestStudies studies) {
        var answers = new ArrayList<String>();
        try (var door = LinesDoor.pipe(studies, "pipe")) {
            answers.add(door.answer(IN_MEMORY));
            for (int trial = 0; trial < 30; trial++) {
                answers.add(door.answer("{\"ask\":{\"study\":\"s\"}}"));
                answers.add(door.answer("{\"tell\":{\"study\":\"s\",\"trial\":%d,\"values\":{\"loss\":%d}}}".formatted(trial, trial % 7)));
            }
        }
        return answers;
    }

    @Nested
    class Ask {
        @Test
        void givesAsManyAsThereAre() {
            say(CREATE.formatted(",\"store\":\"memory\",\"budget\":{\"trials\":3}"));
            assertThat(say("{\"ask\":{\"study\":\"s\",\"count\":5}}").split("\"attempt\"")).hasSize(4);
            assertThat(say("{\"ask\":{\"study\":\"s\"}}"))
                    .isEqualTo("{\"wait\":true,\"why\":\"running trials may yet free a place\"}");
        }

        @Test
        void saysWhenNothingIsLeft_andWhy() {
            say(CREATE.formatted(",\"store\":\"memory\",\"budget\":{\"trials\":1}"));
            say("{\"ask\":{\"study\":\"s\"}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":1}}}");
            assertThat(say("{\"ask\":{\"study\":\"s\"}}"))
                    .isEqualTo("{\"exhausted\":true,\"ending\":\"trials\",\"why\":\"the budget of 1 trials is used\"}");
        }

        @Test
        void waitsWhileTheStudyIsPaused() {
            say(IN_MEMORY);
            assertThat(say("{\"pause\":{\"study\":\"s\"}}")).isEqualTo("{\"ok\":true}");
            assertThat(say("{\"ask\":{\"study\":\"s\"}}")).isEqualTo("{\"wait\":true,\"why\":\"the study is paused\"}");
            assertThat(say("{\"resume\":{\"study\":\"s\"}}")).isEqualTo("{\"ok\":true}");
            assertThat(say("{\"ask\":{\"study\":\"s\"}}")).startsWith("{\"trials\":");
        }

        @Test
        void givesTheFidelityAsAParameter() {
            say(CREATE.formatted(",\"store\":\"memory\",\"fidelity\":{\"name\":\"epochs\",\"min\":1,\"max\":27}"));
            assertThat(say("{\"ask\":{\"study\":\"s\"}}")).contains("\"y\":7.5,\"epochs\":27}");
        }

        @Test
        void namesTheTrialFromWhoseCheckpointToGoOn() {
            say(IN_MEMORY.replace("\"random\"", "{\"pbt\":{\"population\":2}}"));
            for (int trial = 0; trial < 2; trial++) {
                assertThat(say("{\"ask\":{\"study\":\"s\"}}")).doesNotContain("parent");
                say("{\"tell\":{\"study\":\"s\",\"trial\":%d,\"values\":{\"loss\":%d}}}".formatted(trial, trial));
            }
            assertThat(say("{\"ask\":{\"study\":\"s\"}}"))
                    .isEqualTo("{\"trials\":[{\"trial\":2,\"attempt\":1,\"parameters\":{\"x\":2.5,\"y\":7.5},\"parent\":0}]}");
        }
    }

    @Nested
    class Tell {
        @Test
        void aSecondTime_changesNothingAndSaysSo() {
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\"}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":1}}}");
            var trials = say("{\"trials\":{\"study\":\"s\"}}");
            assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":2}}}")).isEqualTo("""
                    {"ok":false,"state":"complete","why":"Study 's': trial 0 is complete, so the result of attempt 1 changes nothing."}""");
            assertThat(say("{\"trials\":{\"study\":\"s\"}}")).isEqualTo(trials);
        }

        @Test
        void ofAnEarlierAttempt_changesNothing() {
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\"}}");
            say("{\"pause\":{\"study\":\"s\",\"trial\":0}}");
            say("{\"resume\":{\"study\":\"s\",\"trial\":0}}");
            assertThat(say("{\"ask\":{\"study\":\"s\"}}")).contains("\"trial\":0,\"attempt\":2");
            assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"attempt\":1,\"values\":{\"loss\":2}}}")).isEqualTo("""
                    {"ok":false,"state":"running","why":"Study 's': trial 0 is running attempt 2, so the result of attempt 1 changes nothing."}""");
            assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"attempt\":2,\"values\":{\"loss\":2}}}")).isEqualTo("{\"ok\":true}");
        }

        @Test
        void ofATrialStoppedByADecision_keepsWhatItReportedLast() {
            studies.rule = new StopAtOnce();
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\"}}");
            assertThat(say("{\"report\":{\"study\":\"s\",\"trial\":0,\"step\":3,\"values\":{\"loss\":31.5}}}")).isEqualTo("{\"decision\":\"stop\"}");
            assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"pruned\":true}}")).isEqualTo("{\"ok\":true}");
            assertThat(say("{\"trials\":{\"study\":\"s\"}}")).contains("\"state\":\"pruned\"", "\"values\":{\"loss\":31.5}");
        }
    }

    private static final class StopAtOnce implements StoppingRule {
        @Override
        public Decision decide(Observation.Measured measured) {
            return Decision.STOP;
        }

        @Override
        public void tell(Observation observation) {}
    }

    @Nested
    class Steering {
        @Test
        void enqueuedAndAdded_areTrialsOfTheirOwn() {
            say(IN_MEMORY);
            assertThat(say("{\"enqueue\":{\"study\":\"s\",\"parameters\":{\"x\":1}}}")).isEqualTo("{\"trial\":1}");
            assertThat(say("{\"add\":{\"study\":\"s\",\"parameters\":{\"x\":2,\"y\":3},\"values\":{\"loss\":0.5}}}")).isEqualTo("{\"trial\":2}");
            assertThat(say("{\"ask\":{\"study\":\"s\",\"count\":2}}")).contains("\"trial\":1,\"attempt\":1,\"parameters\":{\"x\":1.0,\"y\":7.5}");
            assertThat(say("{\"best\":{\"study\":\"s\"}}")).contains("\"trial\":2,", "\"why\":\"added\"");
        }

        @Test
        void aFailedTrial_isRunAgainByRetry() {
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\",\"count\":2}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"failed\":\"a\"}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":1,\"failed\":\"b\"}}");
            assertThat(say("{\"retry\":{\"study\":\"s\",\"trial\":1}}")).isEqualTo("{\"trials\":[1]}");
            assertThat(say("{\"retry\":{\"study\":\"s\",\"failed\":true}}")).isEqualTo("{\"trials\":[0]}");
            assertThat(say("{\"ask\":{\"study\":\"s\",\"count\":2}}")).contains("\"trial\":0,\"attempt\":2", "\"trial\":1,\"attempt\":2");
        }

        @Test
        void aStoppedTrial_isCancelled() {
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\"}}");
            assertThat(say("{\"stop\":{\"study\":\"s\",\"trial\":0}}")).isEqualTo("{\"ok\":true}");
            assertThat(say("{\"report\":{\"study\":\"s\",\"trial\":0,\"step\":1,\"values\":{\"loss\":1}}}")).isEqualTo("{\"decision\":\"stop\"}");
            assertThat(say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":1}}}")).startsWith("{\"ok\":false,\"state\":\"cancelled\"");
        }

        @Test
        void trials_areListedInPartsIfWanted() {
            say(IN_MEMORY);
            say("{\"ask\":{\"study\":\"s\",\"count\":5}}");
            assertThat(numbers("{\"trials\":{\"study\":\"s\"}}")).containsExactly("0", "1", "2", "3", "4");
            assertThat(numbers("{\"trials\":{\"study\":\"s\",\"count\":2}}")).containsExactly("0", "1");
            assertThat(numbers("{\"trials\":{\"study\":\"s\",\"from\":3}}")).containsExactly("3", "4");
            assertThat(numbers("{\"trials\":{\"study\":\"s\",\"from\":3,\"count\":1}}")).containsExactly("3");
            assertThat(numbers("{\"trials\":{\"study\":\"s\",\"from\":2000000000,\"count\":100000}}")).isEmpty();
        }

        private List<String> numbers(String line) {
            return Pattern.compile("\"trial\":(\\d+)").matcher(say(line)).results().map(r -> r.group(1)).toList();
        }

        @Test
        void severalObjectives_haveAFront() {
            say("""
                    {"create":{"study":"s","space":{"x":{"real":[0,1]}},"strategy":"random","seed":1,"store":"memory",\
                    "objective":[{"metric":"a","goal":"min"},{"metric":"b","goal":"min"}]}}""");
            say("{\"ask\":{\"study\":\"s\",\"count\":3}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"a\":1,\"b\":2}}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":1,\"values\":{\"a\":2,\"b\":1}}}");
            say("{\"tell\":{\"study\":\"s\",\"trial\":2,\"values\":{\"a\":3,\"b\":3}}}");
            assertThat(say("{\"best\":{\"study\":\"s\"}}")).startsWith("{\"trials\":[{\"trial\":0,").contains("{\"trial\":1,").doesNotContain("\"trial\":2,");
        }
    }

    @Nested
    class TheEnd {
        @Test
        void returnsThePipesOpenTrialsToTheQueue() {
            say(AT_HOME);
            say("{\"ask\":{\"study\":\"s\",\"count\":2}}");
            door.close();
            try (var next = LinesDoor.pipe(studies, "pipe 2")) {
                assertThat(next.answer("{\"trials\":{\"study\":\"s\"}}")).contains("\"state\":\"queued\"", "\"reason\":\"the pipe ended\"");
                assertThat(next.answer("{\"ask\":{\"study\":\"s\",\"count\":2}}")).contains("\"trial\":0,\"attempt\":2", "\"trial\":1,\"attempt\":2");
            }
        }

        @Test
        void leavesTrialsAskedByHandAsTheyAre() {
            try (var hand = LinesDoor.byHand(studies)) {
                hand.answer(AT_HOME);
                hand.answer("{\"ask\":{\"study\":\"s\"}}");
            }
            try (var again = LinesDoor.byHand(studies)) {
                assertThat(again.answer("{\"tell\":{\"study\":\"s\",\"trial\":0,\"values\":{\"loss\":1}}}")).isEqualTo("{\"ok\":true}");
            }
        }

        @Test
        void forgetsStudiesInMemory_andKeepsThoseOfTheHome() {
            say(IN_MEMORY);
            assertThat(studies.has("s")).isFalse();
            door.close();
            try (var next = LinesDoor.pipe(studies, "pipe 2")) {
                assertThat(next.answer(AT_HOME)).isEqualTo("{\"study\":\"s\"}");
                assertThat(studies.has("s")).isTrue();
                assertThat(next.answer("{\"delete\":{\"study\":\"s\"}}")).isEqualTo("{\"ok\":true}");
                assertThat(studies.has("s")).isFalse();
            }
        }

        @Test
        void ofAClosedDoor_isAnErrorLikeOthers() {
            door.close();
            assertThat(say(AT_HOME)).contains("\"not_allowed\"", "The door is closed.");
        }
    }

    @Nested
    class Streams {
        private String served(String input) {
            var out = new ByteArrayOutputStream();
            door.serve(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
            return out.toString(StandardCharsets.UTF_8);
        }

        @Test
        void everyLineIsAnswered_inOrder_badOnesToo_blankOnesNot() {
            assertThat(served(IN_MEMORY + "\n\nnonsense\r\n \n{\"id\":1,\"ask\":{\"study\":\"s\"}}").lines()).satisfiesExactly(
                    first -> assertThat(first).isEqualTo("{\"study\":\"s\"}"),
                    second -> assertThat(second).startsWith("{\"error\":{\"code\":\"not_json\""),
                    third -> assertThat(third).startsWith("{\"id\":1,\"trials\":"));
        }

        @Test
        void aLineThatIsTooLong_isPassedOver() {
            var line = "{\"ask\":{\"study\":\"" + "s".repeat(LinesDoor.MAX_LINE) + "\"}}";
            assertThat(served(line + "\n{\"id\":2,\"ask\":{\"study\":\"s\"}}\n").lines()).satisfiesExactly(
                    first -> assertThat(first).startsWith("{\"error\":{\"code\":\"too_long\""),
                    second -> assertThat(second).startsWith("{\"id\":2,\"error\""));
        }

        @Test
        void whatIsNotUtf8_isRefused() {
            var out = new ByteArrayOutputStream();
            door.serve(new ByteArrayInputStream(new byte[] {'{', (byte) 0xC3, '}', '\n'}), out);
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"error\":{\"code\":\"not_json\"").contains("UTF-8");
        }

        @Test
        void nobodyReadingTheAnswers_endsThePipeAndFreesItsTrials() {
            var closed = new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    throw new IOException("Broken pipe");
                }
            };
            door.serve(new ByteArrayInputStream((AT_HOME + "\n{\"ask\":{\"study\":\"s\"}}\n").getBytes(StandardCharsets.UTF_8)), closed);
            try (var study = studies.open("s")) {
                assertThat(study.desk().trialState(0)).isEqualTo(TrialState.QUEUED);
            }
        }
    }
}
