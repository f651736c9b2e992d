package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.layout.SomeTable;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.Terms;
import org.salesetl.rule.KeysOfFile;
import org.salesetl.rule.Sale;
import org.salesetl.rule.SaleRules;
import org.salesetl.validation.Judged;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.work.WorkFolder;

/** The rules for the sales of a source that a mapping reads. */
class MappedSalesTest {

    private static final Mapping TILL = SomeMappings.yaml(
            "name: Till",
            "kind: sales",
            "recognised_by: [Article, Pieces]",
            "needs: [[product_id], [order_date]]",
            "columns:",
            "  product_id: Article",
            "  order_date: Day",
            "  quantity: Pieces",
            "  price: Each",
            "  amount: Sum",
            "  discount: Off",
            "status:",
            "  - column: Kind",
            "    returns: [refund]",
            "    others: sale");

    private static final String HEADER = "Article,Day,Pieces,Each,Sum,Off,Kind";

    @TempDir
    Path folder;

    @Test
    void takesTheAmountOfALineBeforeItsPrice() {
        assertThat(amounts("Mug,2025-01-31,2,10.00,18.50,,")).containsExactly("18.50");
        assertThat(judge("Mug,2025-01-31,1,40.07,,,"))
                .extracting(judged -> Judged.value(judged).unitPrice())
                .containsExactly(new BigDecimal("40.07"));
    }

    @Test
    void takesADiscountOffThePriceOfTheLineWhateverItsSign() {
        assertThat(amounts(
                        "Mug,2025-01-31,2,10.00,,1.50,",
                        "Mug,2025-01-31,2,10.00,,-1.50,",
                        "Mug,2025-01-31,-2,10.00,,1.50,"))
                .containsExactly("18.50", "18.50", "-18.50");
        assertThat(amounts("Mug,2025-01-31,2,10.00,18.50,1.50,"))
                .as("an amount is net already")
                .containsExactly("18.50");
    }

    @Test
    void rejectsADiscountThatIsMoreThanTheLine() {
        assertThat(Judged.reasons(judge("Mug,2025-01-31,1,10.00,,11.00,").get(0)))
                .containsExactly(Reason.NEGATIVE_PRICE);
    }

    @Test
    void readsARefundWithoutSignsAsAReturn() {
        List<Judgement<Sale>> judged = judge("Mug,2025-01-31,2,,20.00,,Refund", "Mug,2025-01-31,-2,,-20.00,,refund");

        assertThat(judged)
                .extracting(one -> Judged.value(one).quantity().toString())
                .containsExactly("-2", "-2");
        assertThat(judged)
                .extracting(one -> String.valueOf(Judged.value(one).amount()))
                .containsExactly("-20.00", "-20.00");
    }

    @Test
    void makesEveryLineOfAFileWithoutOrdersAnOrderOfItsOwn() {
        List<Judgement<Sale>> first = judge("Mug,2025-01-31,1,5,,,", "Mug,2025-01-31,1,5,,,", "Pen,2025-01-31,1,5,,,");
        List<Judgement<Sale>> again = judge("Pen,2025-01-31,1,5,,,", "Mug,2025-01-31,1,5,,,", "Mug,2025-01-31,1,5,,,");

        assertThat(first).extracting(one -> Judged.value(one).orderId()).doesNotHaveDuplicates();
        assertThat(again)
                .extracting(one -> Judged.value(one).saleId())
                .as("the same lines are the same sales")
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(one -> Judged.value(one).saleId()).toList());
    }

    private List<String> amounts(String... rows) {
        return judge(rows).stream()
                .map(judged -> String.valueOf(Judged.value(judged).amount()))
                .toList();
    }

    private List<Judgement<Sale>> judge(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADER;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        SaleRules rules = new SaleRules(LocalDate.of(2025, 1, 31), new KeysOfFile(WorkFolder.at(folder)));
        return SomeTable.rows(TILL, new Terms(true, true), lines).stream()
                .map(rules::judge)
                .toList();
    }
}
