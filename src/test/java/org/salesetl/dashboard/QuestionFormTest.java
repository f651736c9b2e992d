package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.layout.Topic;
import org.salesetl.vocabulary.Subject;
import org.salesetl.web.WebRequest;

class QuestionFormTest {

    private static final StoredQuestion COLUMNS = new StoredQuestion(
            7,
            12,
            "orders.csv",
            "hash",
            Topic.of(Subject.COLUMNS),
            "Which column is what?",
            List.of(new Evidence(1, "SKU", ""), new Evidence(1, "Item", "Mug"), new Evidence(1, "Note", "")),
            List.of(),
            "{\"product_id\":[\"SKU\",\"Item\"],\"product_name\":\"Item\"}",
            null);

    @Test
    void keepsANameThatStandsInForAnIdWhileNobodyChangesTheChoices() {
        assertThat(answer("product_id", "product_name"))
                .isEqualTo("{\"product_id\":[\"SKU\",\"Item\"],\"product_name\":\"Item\"}");
    }

    @Test
    void takesAnotherChoiceAsItIs() {
        assertThat(answer("product_id", "product_id"))
                .contains("[\"SKU\",\"Item\"]")
                .doesNotContain("product_name");
        assertThat(answer("category", "product_name")).contains("\"product_id\":\"Item\"");
    }

    private static String answer(String sku, String item) {
        WebRequest request = new WebRequest(
                "/questions", Map.of("file", List.of("12"), "q7.0", List.of(sku), "q7.1", List.of(item)));
        return new QuestionForm(request).answers(List.of(COLUMNS)).answers().getOrDefault(7, "");
    }
}
