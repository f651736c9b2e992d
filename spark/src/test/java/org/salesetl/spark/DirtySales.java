package org.salesetl.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Large files as they should not be: ids that come back, wrong cells, line ends in quotes, quotes that stay open. */
final class DirtySales {

    private static final int CUSTOMERS = 5_000;
    private static final int PRODUCTS = 300;

    /** Each order has a discount, which its lines share. */
    static final String MAPPING_OF_ORDERS = """
            name: Shop
            kind: sales
            recognised_by: [Order, Discount of the order]
            columns: {order_id: Order, order_date: Date, customer_id: Buyer, product_id: Item, quantity: Pieces, price: Each}
            order_amounts: [{column: Discount of the order, treatment: spread}]
            """;

    private DirtySales() {}

    static Path customers(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("customer_id,name,email,city\n");
            for (int i = 0; i < CUSTOMERS; i++) {
                out.write("c" + i + ",Customer " + i + ",c" + i + "@example.org,City " + i % 40 + "\n");
            }
        }
        return file;
    }

    static Path products(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("product_id,name,category,price\n");
            for (int i = 0; i < PRODUCTS; i++) {
                out.write("p" + i + ",Product " + i + ",Category " + i % 12 + "," + (5 + i % 90) + ".25\n");
            }
        }
        return file;
    }

    /** Sales of which about one in twenty is wrong, and some wait for a customer who never comes. */
    static Path sales(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("sale_id,order_id,customer_id,product_id,quantity,price,order_date,note\n");
            for (int i = 0; i < rows; i++) {
                int id = random.nextInt(60) == 0 ? random.nextInt(rows) : i;
                String customer =
                        random.nextInt(400) == 0 ? "nobody-" + random.nextInt(50) : "c" + random.nextInt(CUSTOMERS);
                String quantity = random.nextInt(90) == 0 ? "many" : String.valueOf(1 + random.nextInt(5));
                String price = random.nextInt(3) == 0 ? "" : (1 + random.nextInt(80)) + ".1" + random.nextInt(10);
                String date = random.nextInt(120) == 0
                        ? "2025-02-30"
                        : "2025-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
                out.write(id + ",o" + i / 3 + "," + customer + ",p" + random.nextInt(PRODUCTS) + "," + quantity + ","
                        + price + "," + date + "," + note(random) + "\n");
            }
        }
        return file;
    }

    /** Orders of one to five lines. The first line of each has a discount; some dates are wrong. */
    static Path orders(Path file, int orders, long seed) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Order,Date,Buyer,Item,Pieces,Each,Discount of the order\n");
            for (int order = 0; order < orders; order++) {
                String date =
                        random.nextInt(120) == 0 ? "2025-02-30" : "2025-03-%02d".formatted(1 + random.nextInt(28));
                String buyer = "c" + random.nextInt(CUSTOMERS);
                for (int line = 0, lines = 1 + random.nextInt(5); line < lines; line++) {
                    out.write("shop-" + order + "," + date + "," + buyer + ",p" + random.nextInt(PRODUCTS) + ","
                            + (1 + random.nextInt(4)) + "," + (10 + random.nextInt(90)) + ".00,"
                            + (line == 0 ? "0." + (10 + random.nextInt(90)) : "") + "\n");
                }
            }
        }
        return file;
    }

    /** Receipts of two tills whose numbers start again each day. Discounts are in per cent, and nobody knows the columns. */
    static Path receipts(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Series;Receipt No;Date;Product;Quantity;Price;Discount %\n");
            int perDay = rows / 28;
            for (int row = 0; row < rows; row++) {
                String day = random.nextInt(150) == 0 ? "31/02" : "%02d/03".formatted(1 + Math.min(27, row / perDay));
                out.write((random.nextBoolean() ? "A" : "B") + ";" + (1 + row % perDay) + ";" + day + "/2025;p"
                        + random.nextInt(PRODUCTS) + ";" + (1 + random.nextInt(4)) + ";" + (1 + random.nextInt(90))
                        + ",50;"
                        + (random.nextInt(3) == 0 ? "12,5 %" : "0") + "\n");
            }
        }
        return file;
    }

    /** The file in gzip, beside it. */
    static Path compressed(Path file) throws IOException {
        Path target = file.resolveSibling(file.getFileName() + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(target))) {
            Files.copy(file, out);
        }
        return target;
    }

    /** The file, written as older programs write it: a sign that they do not know has become a question mark. */
    static Path inWindows1252(Path file) throws IOException {
        return Files.write(file, Files.readString(file).getBytes(Charset.forName("windows-1252")));
    }

    private static String note(Random random) {
        return switch (random.nextInt(200)) {
            case 0, 1, 2 -> "\"two\nlines, and \"\"quotes\"\"\"";
            case 3 -> "\"open";
            case 4 -> "one,cell too many";
            case 5 -> "Zürich – ✓";
            default -> "";
        };
    }
}
