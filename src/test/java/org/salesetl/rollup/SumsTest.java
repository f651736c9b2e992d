package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

class SumsTest {

    @Property
    @Domain(AnySales.class)
    @Domain(DomainContext.Global.class)
    void jsonSaysWhatTheRowsSay(
            @ForAll List<SoldLine> lines, @ForAll Grouping grouping, @ForAll @IntRange(min = 1, max = 9) int rowsEach)
            throws IOException {
        Rollups rollups = new Rollups();
        lines.forEach(line -> rollups.add(line, 1));
        Sums sums = rollups.by(grouping);

        assertThat(parse(sums.json(), grouping)).isEqualTo(sums.rows());
        List<Sum> inParts = new ArrayList<>();
        for (Iterator<String> parts = sums.json(rowsEach); parts.hasNext(); ) {
            List<Sum> part = parse(parts.next(), grouping);
            assertThat(part).hasSizeBetween(1, rowsEach);
            inParts.addAll(part);
        }
        assertThat(inParts).isEqualTo(sums.rows());
    }

    @Test
    void staysExactBeyondSixtyFourBits() {
        Rollups rollups = new Rollups();
        SoldLine dear =
                new SoldLine("O1", 20240101, 1, 1, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, SoldLine.NO_COST, 0);
        SoldLine returned = new SoldLine(
                "O2", 20240101, 2, 2, -Long.MAX_VALUE, Long.MAX_VALUE, -Long.MAX_VALUE, SoldLine.NO_COST, 0);
        for (int i = 0; i < 5; i++) {
            rollups.add(dear, 1);
            rollups.add(returned, 1);
        }

        BigDecimal five = BigDecimal.valueOf(Long.MAX_VALUE, 4).multiply(BigDecimal.valueOf(5));
        assertThat(rollups.by(Grouping.CUSTOMER).json())
                .isEqualTo("[[1,5,\"%1$s\",\"%1$s\",0,0],[2,5,\"-%1$s\",\"-%1$s\",0,0]]".formatted(five));
        assertThat(rollups.by(Grouping.PRODUCT).rows())
                .extracting(Sum::unitPrices)
                .containsExactly(five, five);
        assertThat(rollups.by(Grouping.DAY).json()).isEqualTo("[[20240101,10,0,0,0,0,0]]");
    }

    @Test
    void leavesOutWhatComesToNothing() {
        Rollups rollups = new Rollups();
        SoldLine line = UnitLine.of("O1", 20240101, 17, 3, 2, 1_152_233);
        rollups.add(line, 1);
        rollups.add(line, -1);

        for (Grouping grouping : Grouping.values()) {
            assertThat(rollups.by(grouping).rows()).isEmpty();
            assertThat(rollups.by(grouping).json()).isEqualTo("[]");
            assertThat(rollups.by(grouping).json(10)).isExhausted();
        }
    }

    @Test
    void writesDecimalsAsTextWithFourPlacesAndZerosAsNumbers() {
        Rollups rollups = new Rollups();
        rollups.add(UnitLine.of("O1", 20240101, 5, 17, 3, 1_152_233), 1);
        rollups.add(new SoldLine("O1", 20240101, 5, 18, 1, 1, 1, 2, 0), -1);

        assertThat(rollups.by(Grouping.PRODUCT).json())
                .isEqualTo("[[17,1,\"3.0000\",\"345.6699\",0,0,\"115.2233\"],"
                        + "[18,-1,\"-0.0001\",\"-0.0001\",\"-0.0002\",\"-0.0001\",\"-0.0001\"]]");
        assertThat(rollups.by(Grouping.PRODUCT).revenueJson()).isEqualTo("[[17,\"345.6699\"],[18,\"-0.0001\"]]");
        assertThat(new Sums(Grouping.PRODUCT).revenueJson()).isEqualTo("[]");
    }

    @Test
    void takeAsManyBytesAsTheirRowsNeed() {
        Rollups rollups = new Rollups();
        rollups.add(UnitLine.of("O1", 20240105, 1, 1, 1, 10_000), 1);
        long few = rollups.by(Grouping.CUSTOMER).bytes();
        for (int customer = 1; customer <= 10_000; customer++) {
            rollups.add(UnitLine.of("O1", 20240105, customer, 1, 1, 10_000), 1);
        }

        assertThat(few).isBetween(8L * 10 * Long.BYTES, 1_000L);
        assertThat(rollups.by(Grouping.CUSTOMER).bytes())
                .isBetween(10_000L * 10 * Long.BYTES, 10_000L * 20 * Long.BYTES);
        assertThat(rollups.by(Grouping.CUSTOMER).rows())
                .extracting(Sum::key)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10_000).boxed().toList());
    }

    @Test
    void keepsManyKeysWithGapsApart() {
        Sums sums = new Sums(Grouping.CUSTOMER);
        for (int round = 0; round < 2; round++) {
            for (int key = 0; key < 100_000; key++) {
                sums.add(key * 21_474, new SoldLine("O1", 20240101, 1, 1, key, 1, 1, SoldLine.NO_COST, 0), 1, 0);
            }
        }

        List<Sum> rows = sums.rows();
        assertThat(rows).hasSize(100_000);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).key()).isEqualTo(i * 21_474);
            assertThat(rows.get(i).quantity()).isEqualTo(BigDecimal.valueOf(2L * i, 4));
        }
    }

    private static List<Sum> parse(String json, Grouping grouping) throws IOException {
        List<Sum> result = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(json)) {
            result.add(new Sum(
                    row.get(0).intValue(),
                    row.get(1).longValue(),
                    decimal(row.get(2)),
                    decimal(row.get(3)),
                    decimal(row.get(4)),
                    decimal(row.get(5)),
                    grouping == Grouping.PRODUCT ? decimal(row.get(6)) : BigDecimal.valueOf(0, 4),
                    grouping == Grouping.DAY || grouping == Grouping.MONTH
                            ? row.get(6).longValue()
                            : 0));
            assertThat(row).hasSize(grouping == Grouping.CUSTOMER || grouping == Grouping.PLACE ? 6 : 7);
        }
        return result;
    }

    private static BigDecimal decimal(JsonNode cell) {
        return new BigDecimal(cell.asText()).setScale(4);
    }
}
