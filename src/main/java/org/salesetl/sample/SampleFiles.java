package org.salesetl.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.salesetl.SalesEtlProperties;
import org.salesetl.sample.SampleBusiness.Customer;
import org.salesetl.sample.SampleBusiness.Product;
import org.salesetl.sample.SampleBusiness.Sale;
import org.springframework.stereotype.Component;

/**
 * Writes sample files of customers, products and sales. Their sizes are in {@code sales-etl.sample.*}.
 *
 * <p>The files have the wanted numbers of good customers and products, and wrong rows besides. About two in a hundred sales are wrong.
 * With 200 sales or more, every reason for which a row can be rejected or parked occurs at least once. With fewer sales, at most one in
 * six is wrong.
 */
@Component
public class SampleFiles {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Wrong rows have a seed of their own, so that a change of the wrong rows does not change the business. */
    private static final long DIRT_SEED = 0xD127;

    private final SalesEtlProperties properties;
    private final Clock clock;

    /**
     * @param properties the sizes of the files, and the seed
     * @param clock tells the day of today in the configured time zone; the sales are from the twelve months up to today
     */
    public SampleFiles(SalesEtlProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Writes {@code customers.csv}, {@code products.csv} and {@code sales.csv}, or {@code customers-2.csv} and so on if there is
     * already a file with the name. No file is overwritten, and a file gets its name when it is complete. The same seed on the same
     * day gives the same bytes.
     *
     * @param folder the folder for the files, which is created if it does not exist
     * @return the three files, in that order
     * @throws UncheckedIOException if the folder cannot be written; files that are complete by then stay
     */
    public List<Path> writeTo(Path folder) {
        SalesEtlProperties.Sample sample = properties.sample();
        SampleBusiness business = new SampleBusiness(sample.seed(), LocalDate.now(clock));
        Random random = new Random(sample.seed() ^ DIRT_SEED);
        // a generator of its own, because the choice of rows depends on the number of sales, and so on the day
        Random details = new Random(random.nextLong());

        DirtPlan customerPlan = DirtPlan.onTopOf(sample.customers(), SampleKind.CUSTOMERS, random);
        DirtPlan productPlan = DirtPlan.onTopOf(sample.products(), SampleKind.PRODUCTS, random);
        List<Customer> customers = business.customers(customerPlan.rows(), customerPlan::spoils);
        List<Product> products = business.products(productPlan.rows(), productPlan::spoils);
        List<Sale> sales = business.sales(sample.orders(), customers, products);
        DirtPlan salePlan = DirtPlan.among(sales.size(), SampleKind.SALES, random);

        Dirt.Scene scene = new Dirt.Scene(
                details,
                ids(
                        customerPlan,
                        customerPlan::spoils,
                        row -> customers.get(row).id()),
                ids(productPlan, productPlan::spoils, row -> products.get(row).id()),
                ids(
                        productPlan,
                        row -> productPlan
                                .dirtOf(row)
                                .filter(Dirt.PRODUCT_WITHOUT_PRICE::equals)
                                .isPresent(),
                        row -> products.get(row).id()));
        try {
            Files.createDirectories(folder);
            return List.of(
                    write(
                            folder,
                            SampleKind.CUSTOMERS,
                            customerPlan,
                            row -> customers.get(row).toRow(),
                            scene),
                    write(
                            folder,
                            SampleKind.PRODUCTS,
                            productPlan,
                            row -> products.get(row).toRow(),
                            scene),
                    write(
                            folder,
                            SampleKind.SALES,
                            salePlan,
                            row -> sales.get(row).toRow(),
                            scene));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the sample files to " + folder, e);
        }
    }

    private static List<String> ids(DirtPlan plan, IntPredicate wanted, IntFunction<String> idOf) {
        return IntStream.range(0, plan.rows()).filter(wanted).mapToObj(idOf).toList();
    }

    private static Path write(
            Path folder, SampleKind kind, DirtPlan plan, IntFunction<CsvRow> goodRow, Dirt.Scene scene)
            throws IOException {
        for (int number = 1; ; number++) {
            String name = kind.baseName() + (number == 1 ? "" : "-" + number) + ".csv";
            Path target = folder.resolve(name);
            Path part = folder.resolve(name + ".part");
            if (Files.exists(target) || !reserve(part)) {
                continue;
            }
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    writeRows(out, kind, plan, goodRow, scene);
                }
                // An atomic move would replace an existing file, so check again that there is none. Other writers of
                // samples
                // do not use the name while the part exists.
                if (!Files.exists(target)) {
                    return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }

    /**
     * Creates the file.
     *
     * @return false if the file exists already, because another process is writing it
     */
    private static boolean reserve(Path part) throws IOException {
        try {
            Files.createFile(part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void writeRows(
            OutputStream out, SampleKind kind, DirtPlan plan, IntFunction<CsvRow> goodRow, Dirt.Scene scene)
            throws IOException {
        List<CsvRow> atTheEnd = new ArrayList<>();
        // the mark says that the file is UTF-8, although some rows are not
        out.write(BYTE_ORDER_MARK);
        out.write(CsvRow.header(kind).toBytes());
        for (int row = 0; row < plan.rows(); row++) {
            CsvRow good = goodRow.apply(row);
            Dirt dirt = plan.dirtOf(row).orElse(null);
            if (dirt == null) {
                out.write(good.toBytes());
                continue;
            }
            CsvRow changed = dirt.applyTo(good, scene);
            switch (dirt.place()) {
                case INSTEAD -> out.write(changed.toBytes());
                case RIGHT_AFTER -> {
                    out.write(good.toBytes());
                    out.write(changed.toBytes());
                }
                case AT_THE_END -> {
                    out.write(good.toBytes());
                    atTheEnd.add(changed);
                }
            }
        }
        for (CsvRow repeated : atTheEnd) {
            out.write(repeated.toBytes());
        }
    }
}
