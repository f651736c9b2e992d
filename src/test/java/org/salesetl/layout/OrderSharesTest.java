package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OrderSharesTest {

    @Test
    void sharesInProportion() {
        assertThat(shares("5.00", "52.00", "25.00", "23.00")).containsExactly(26_000, 12_500, 11_500);
    }

    @Test
    void givesTheCentsThatAreLeftToTheLargestRemainders() {
        // a third of a cent each is lost; the first of equal ones gets the cent
        assertThat(shares("0.10", "1", "1", "1")).containsExactly(400, 300, 300);
        assertThat(shares("0.05", "3", "1", "1")).containsExactly(300, 100, 100);
        // 2.5, 1.25 and 1.25 cents
        assertThat(shares("0.05", "2", "1", "1")).containsExactly(300, 100, 100);
    }

    @Test
    void sharesPartsOfCentsInTenThousandths() {
        assertThat(shares("0.0125", "1", "1")).containsExactly(63, 62);
    }

    @Test
    void spreadsNothingOverLinesWithoutAmounts() {
        assertThat(shares("5.00", "0", "0")).containsExactly(0, 0);
        assertThat(shares("0", "10")).containsExactly(0);
    }

    @RepeatedTest(50)
    void addsUpExactly(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<BigDecimal> amounts = random.longs(1 + random.nextInt(40), 0, 1_000_000)
                .mapToObj(cents -> BigDecimal.valueOf(cents, 2))
                .toList();
        BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long cents = random.nextLong(1 + total.movePointRight(2).longValue());

        long[] shares = OrderShares.shares(amounts, BigDecimal.valueOf(cents, 2));

        assertThat(LongStream.of(shares).sum()).isEqualTo(total.signum() == 0 ? 0 : cents * 100);
        for (int i = 0; i < shares.length; i++) {
            BigDecimal exact = amounts.get(i)
                    .multiply(BigDecimal.valueOf(cents, 2))
                    .divide(total.max(BigDecimal.ONE), 10, RoundingMode.HALF_UP);
            assertThat(BigDecimal.valueOf(shares[i], 4).subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        }
    }

    private static long[] shares(String toSpread, String... amounts) {
        return OrderShares.shares(
                List.of(amounts).stream().map(BigDecimal::new).toList(), new BigDecimal(toSpread));
    }
}
