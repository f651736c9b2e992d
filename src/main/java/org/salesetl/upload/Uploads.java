package org.salesetl.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.check.CheckReport;
import org.salesetl.check.Checks;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.FileNames;
import org.salesetl.inbox.Inbox;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts files from requests into the inbox or the folder for checks, and moves checked files to the inbox. */
@Component
class Uploads {

    /** The name that the file gets. */
    static final Parameter<@Nullable String> NAME = Parameter.needed("name");

    private final Inbox inbox;
    private final CheckFolder folder;
    private final Checks checks;

    /** The name that a file got, as JSON. */
    record Taken(String name) {}

    Uploads(Inbox inbox, CheckFolder folder, Checks checks) {
        this.inbox = inbox;
        this.folder = folder;
        this.checks = checks;
    }

    /**
     * Drops the file into the inbox.
     *
     * @return the name of the file in the inbox
     * @throws BadRequestException if a file with this name cannot be loaded
     */
    Taken drop(WebRequest request, InputStream body) throws IOException {
        return new Taken(inbox.drop(name(request), body));
    }

    /**
     * Puts the file into the folder for checks.
     *
     * @return the name of the file in that folder
     * @throws BadRequestException if a file with this name cannot be loaded
     */
    Taken check(WebRequest request, InputStream body) throws IOException {
        return new Taken(folder.put(name(request), body));
    }

    /**
     * The checked files that the request names: each {@code name} with the time {@code at} of the report that the user saw.
     *
     * @throws NotFoundException if one of the files has gone
     * @throws ConflictException if one of the files has a newer report than the user saw, or has changed since
     */
    Approval approved(WebRequest request) throws IOException {
        List<String> names = request.all("name");
        List<String> times = request.all("at");
        if (names.isEmpty() || names.size() != times.size()) {
            throw new BadRequestException(
                    "at", "as many as names of files", times.size() + " for " + names.size() + " names");
        }
        List<Approval.CheckedFile> files = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Path file = checked(names.get(i));
            files.add(new Approval.CheckedFile(file, current(file, times.get(i))));
        }
        return new Approval(files);
    }

    private CheckReport current(Path file, String at) throws IOException {
        return checks.current(file, at)
                .orElseThrow(() -> new ConflictException(
                        file.getFileName() + " has changed since its report: read the new report first"));
    }

    /** Drops the files into the inbox. */
    void load(Approval approval) throws IOException {
        for (Approval.CheckedFile file : approval.files()) {
            inbox.dropAgain(file.path());
            checks.forget(file.path());
        }
    }

    /**
     * Deletes a checked file.
     *
     * @throws NotFoundException if there is no such file
     */
    void remove(WebRequest request) throws IOException {
        Path file = checked(request.one("name"));
        Files.deleteIfExists(file);
        checks.forget(file);
    }

    private Path checked(@Nullable String name) {
        return folder.find(name == null ? "" : name)
                .orElseThrow(() -> new NotFoundException("There is no checked file " + name));
    }

    private static String name(WebRequest request) {
        String name = NAME.of(request);
        Path file = Path.of(FileNames.safe(name == null ? "" : name));
        if (name == null || name.isBlank() || !FileNames.isTaken(file) || FileNames.isOfReport(file)) {
            throw new BadRequestException(
                    "name",
                    "one that neither begins with a dot nor ends as that of a file that is being written (.part, .tmp,"
                            + " .crdownload or ~) or of a report",
                    String.valueOf(name));
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > FileNames.MOST_BYTES) {
            throw new BadRequestException("name", "at most " + FileNames.MOST_BYTES + " bytes", name);
        }
        return name;
    }
}
