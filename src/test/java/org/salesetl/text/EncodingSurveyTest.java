package org.salesetl.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingSurveyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WINDOWS_1250 | Nr zamówienia;Ilość;Nazwa towaru;Żaneta Łoś;Dębica",
                "WINDOWS_1250 | Číslo objednávky;Množství;Zákazník;Jiří Nový;Hrnek červený;Vyřízena",
                "WINDOWS_1250 | Rendelésszám;Vevő;Mennyiség;Egységár;Összeg;Kovács Anna;Piros bögre",
                "WINDOWS_1251 | Номер заказа;Дата;Клиент;ООО Ромашка;Кружка красная, 2 шт;Итого",
                "WINDOWS_1253 | Αρ. Παραγγελίας;Ημερομηνία;Πελάτης;Ποσότητα;Τιμή;Σύνολο;Κούπα",
                "WINDOWS_1254 | Sipariş No;Müşteri;Ürün Adı;Birim Fiyatı;Ayşe Yılmaz;İstanbul;Kırmızı kupa",
                "WINDOWS_1257 | Užsakymas;Pirkėjas;Prekė;Kiekis;Kaina;Jūratė Šimkutė;Žalias puodelis",
                "WINDOWS_31J | 注文ID,注文日時,氏名,メールアドレス,商品名,赤いマグカップ（大）・山田花子、キャンセル",
                "WINDOWS_949 | 주문번호,주문일,상품명,수량,단가,빨간 머그컵,김민수",
                "GB18030 | 订单编号,订单日期,商品名称,数量,单价,红色杯子,王小明",
                "WINDOWS_1252 | Bestellnr;Kundenname;Müller & Söhne;Straße;Café Süß;Größe",
                "WINDOWS_1252 | N° de commande;Quantité;Prix unitaire;Désignation;Forêt à thé;cœur",
                "WINDOWS_1252 | Nº Ticket;Descripción;Cód. Artículo;Peña;Año",
                "WINDOWS_1252 | Nº do pedido;Preço;Situação;João;São Paulo;Três Corações",
                "WINDOWS_1252 | Køber;Antal;Beløb;Åse Ødegård",
                "WINDOWS_1252 | name;Renée;François;Jürgen;Ángel Muñoz;Åsa;Zoë;João;Søren;Niccolò",
                "WINDOWS_1252 | price;£12.50;€3.00;½ pint;5 m² floor;25°",
                "WINDOWS_1252 | naïve",
                "WINDOWS_1252 | Kaufladen Müller;Zamówienie;Försäljningsdatum;Cena",
                "WINDOWS_1252 | Don’t stop;it’s “good”;rock’n’roll;the shop’s own;café’s",
                "WINDOWS_1252 | Blue\u00A0Pen;Red\u00A0Mug;5\u00A0Tabs;Xerox\u00A01882;Avery\u00A0Binder;Large\u00A0Box",
                "WINDOWS_1252 | £12.50;£25.00;-£3.00;£4.99;£1,000.00;¥500;¥600;1¼ lb;2¼ lb;¾ pint",
            })
    void tellsTheEncodingByTheLetters(Encoding encoding, String text) throws IOException {
        byte[] bytes = ("order;date\n" + text + "\n1;2025-03-05\n").getBytes(encoding.charset());

        assertThat(EncodingSurvey.of(new ByteArrayInputStream(bytes))).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource({"UTF_8", "UTF_16LE", "UTF_16BE"})
    void asksTheLettersOnlyIfTheTextIsNoUnicode(Encoding encoding) throws IOException {
        byte[] bytes = "zamówienie;Ilość;Кружка\n".repeat(3).getBytes(encoding.charset());

        assertThat(EncodingSurvey.of(new ByteArrayInputStream(bytes))).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource({"0", "3000", "40000", "200000"})
    void looksAtTheFirstLinesWithLettersBeyondAscii(int rowsBefore) throws IOException {
        String rows = "A-1;2025-03-05;2;12.50\n".repeat(rowsBefore);
        byte[] bytes = (rows + "Żaneta Łoś;Dębica;Kielce\n" + rows).getBytes(Encoding.WINDOWS_1250.charset());

        assertThat(EncodingSurvey.of(new ByteArrayInputStream(bytes))).isEqualTo(Encoding.WINDOWS_1250);
    }

    @ParameterizedTest
    @CsvSource({"é\u0081, ISO_8859_1", "é€, WINDOWS_1252"})
    void readsBytesThatOnlyOneWesternEncodingHas(String characters, Encoding encoding) throws IOException {
        byte[] bytes = (characters + "\n").getBytes(encoding.charset());

        assertThat(EncodingSurvey.of(new ByteArrayInputStream(bytes))).isEqualTo(encoding);
    }
}
