package org.salesetl.pipeline;

import java.util.Arrays;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.salesetl.layout.Layout;
import org.salesetl.text.CsvFormats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's CSV data format, once for each delimiter, with the names that {@link Layout#csvFormat()} returns. */
@Configuration(proxyBeanMethods = false)
class CsvDataFormats {

    @Bean("csv-comma")
    CsvDataFormat comma() {
        return parsing(',');
    }

    @Bean("csv-semicolon")
    CsvDataFormat semicolon() {
        return parsing(';');
    }

    @Bean("csv-tab")
    CsvDataFormat tab() {
        return parsing('\t');
    }

    @Bean("csv-pipe")
    CsvDataFormat pipe() {
        return parsing('|');
    }

    /** Each record is the array that the parser has made, not a copy. */
    private static CsvDataFormat parsing(char delimiter) {
        return new CsvDataFormat(CsvFormats.delimitedBy(delimiter))
                .setRecordConverter(record -> Arrays.asList(record.values()));
    }
}
