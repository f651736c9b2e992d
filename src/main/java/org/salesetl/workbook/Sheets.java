package org.salesetl.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.salesetl.text.BoundedExpansion;

/** Where a reader of workbooks puts the sheets that it finds. A sheet without any value is no sheet. */
final class Sheets {

    private final Path folder;
    private final UnaryOperator<String> fileNames;
    private final BoundedExpansion written;
    private final List<Begun> begun = new ArrayList<>();

    /**
     * @param folder where the CSV files go
     * @param fileNames makes the name of a file out of that of a sheet; throws if there are too many
     */
    Sheets(Path workbook, Path folder, UnaryOperator<String> fileNames) throws IOException {
        this.folder = folder;
        this.fileNames = fileNames;
        this.written = new BoundedExpansion(Files.size(workbook));
    }

    /** Begins a sheet. Several sheets can be open at once; their order is that of their beginnings. */
    SheetWriter begin(String name) throws IOException {
        Path file = folder.resolve(fileNames.apply(name));
        SheetWriter writer = new SheetWriter(
                new BufferedWriter(new OutputStreamWriter(written.into(Files.newOutputStream(file)), UTF_8)));
        begun.add(new Begun(name, file, writer));
        return writer;
    }

    /** The sheets that hold values, once all are closed. Takes away the files of the others. */
    List<Sheet> written() throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (Begun sheet : begun) {
            if (sheet.writer().width() == 0) {
                Files.delete(sheet.file());
            } else {
                sheets.add(new Sheet(sheet.name(), sheet.file(), sheet.writer().width()));
            }
        }
        return sheets;
    }

    private record Begun(String name, Path file, SheetWriter writer) {}
}
