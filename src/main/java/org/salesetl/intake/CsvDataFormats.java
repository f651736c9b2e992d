package org.salesetl.intake;

import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camel's CSV data format, once for each delimiter, by the names that {@link Layout#csvFormat()} gives. */
@Configuration(proxyBeanMethods = false)
class CsvDataFormats {

    @Bean("csv-comma")
    CsvDataFormat comma() {
        return new CsvDataFormat(CsvFormats.delimitedBy(','));
    }

    @Bean("csv-semicolon")
    CsvDataFormat semicolon() {
        return new CsvDataFormat(CsvFormats.delimitedBy(';'));
    }

    @Bean("csv-tab")
    CsvDataFormat tab() {
        return new CsvDataFormat(CsvFormats.delimitedBy('\t'));
    }

    @Bean("csv-pipe")
    CsvDataFormat pipe() {
        return new CsvDataFormat(CsvFormats.delimitedBy('|'));
    }
}
