package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.RefusedStartException;

class AddressCheckTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "jdbc:mysql://localhost/sales",
                "jdbc:mysql:///sales",
                "jdbc:mysql://localhost:3306/sales?sslMode=REQUIRED",
                "jdbc:mysql:replication://db1:3306,db2:3306/sales",
                "jdbc:mysql+srv://db.example.org/sales_etl",
                "jdbc:mysql://address=(host=db)(port=3306)/sales"
            })
    void acceptsWhatTheDriverUnderstands(String address) {
        assertThatCode(() -> AddressCheck.require(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:mysql://localhost:3306",
                "jdbc:mysql://localhost:3306/",
                "jdbc:mysql://localhost:3306/?user=shop",
                "jdbc:mariadb://localhost:3306/sales",
                "mysql://localhost:3306/sales",
                "localhost"
            })
    void refusesWhatItDoesNot(String address) {
        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> AddressCheck.require(address))
                .withMessageContaining("such as jdbc:mysql://localhost:3306/sales, but found")
                .withMessageNotContaining("shop");
    }

    @Test
    void tellsNoPassword() {
        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> AddressCheck.require("jdbc:mariadb://db/sales?user=shop&password=secret"))
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(RefusedStartException.class)
                .isThrownBy(() -> AddressCheck.require("jdbc:mysql://shop:secret@db.example.org"))
                .withMessageContaining("@db.example.org")
                .withMessageNotContaining("secret");
    }
}
