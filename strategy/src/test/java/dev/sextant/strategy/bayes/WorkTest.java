package dev.sextant.strategy.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkTest {
    private static final Work FULL = Work.full(300, 3);

    @Test
    void aHundredAxesHaveTheFullEffort() {
        assertThat(FULL.within(100, 50)).isEqualTo(FULL);
        assertThat(FULL.within(2, 50)).isEqualTo(FULL);
    }

    @Test
    void moreTimeThanTheFullEffortTakesChangesNothing() {
        assertThat(FULL.within(10, 60_000)).isEqualTo(FULL);
    }

    @Test
    void candidatesTimesResultsTimesAxesStayTheSame() {
        for (int axes = 100; axes <= 2_500; axes += 300) {
            Work work = FULL.within(axes, 50);
            assertThat((double) work.candidates() * work.most() * axes).isBetween(9e6, 10e6);
            assertThat((double) work.fitted() * work.fitted() * axes).isBetween(1.4e6, 1.7e6);
        }
    }

    @Test
    void halfTheTimeIsHalfTheWork() {
        Work work = FULL.within(200, 25);
        assertThat(work).isEqualTo(FULL.within(400, 50));
        assertThat(work.candidates()).isEqualTo(150);
    }

    @Test
    void aModelOfTooManyAxesIsNotWorthwhile() {
        assertThat(Work.suffices(2_500, 50)).isTrue();
        assertThat(Work.suffices(2_501, 50)).isFalse();
        assertThat(Work.suffices(2_501, 100)).isTrue();
        assertThat(FULL.within(1_000_000, 50)).isEqualTo(FULL.within(2_500, 50));
    }
}
