package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsedRulesTest {

    private static final UsedRules RULES = new UsedRules("<p class=\"note col-6\">Text</p>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".note{color:red} | .note{color:red}",
                ".card{color:red} | ``",
                "a,.card,.note{color:red} | a,.note{color:red}",
                ".note .card{color:red} | ``",
                ".note:not(.card){color:red} | .note:not(.card){color:red}",
                ":is(a,.note),.card{color:red} | :is(a,.note){color:red}",
                "@media print{.card{color:red}.col-6{width:50%}} | @media print{.col-6{width:50%}}",
                "@media print{.card{color:red}} | ``",
                "@keyframes turn{from{top:0}to{top:1px}} | @keyframes turn{from{top:0}to{top:1px}}",
            })
    void keepsRulesOfClassesThatPagesName(String css, String kept) {
        assertThat(RULES.of(css).strip()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"/*! licence */a{top:0}/* why */.card{top:1px}"})
    void keepsTheLicence(String css) {
        assertThat(RULES.of(css)).isEqualTo("/*! licence */\na{top:0}\n");
    }
}
