package org.salesetl.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.salesetl.check.Checks;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.FileNames;
import org.salesetl.inbox.Inbox;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts files that somebody sends where those go that are dropped by hand, and moves those on that were checked. */
@Component
class Uploads {

    private final Inbox inbox;
    private final CheckFolder folder;
    private final Checks checks;

    Uploads(Inbox inbox, CheckFolder folder, Checks checks) {
        this.inbox = inbox;
        this.folder = folder;
        this.checks = checks;
    }

    /**
     * Drops the file into the inbox.
     *
     * @return its name there
     * @throws BadRequestException if its name is none of a file that can be loaded
     */
    Map<String, String> drop(WebRequest request, InputStream body) throws IOException {
        return Map.of("name", inbox.drop(name(request), body));
    }

    /**
     * Puts the file where it is only checked.
     *
     * @return its name there
     * @throws BadRequestException if its name is none of a file that can be loaded
     */
    Map<String, String> check(WebRequest request, InputStream body) throws IOException {
        return Map.of("name", folder.put(name(request), body));
    }

    /**
     * Drops a checked file into the inbox.
     *
     * @throws NotFoundException if it is gone
     * @throws ConflictException if it has been checked again since the report that somebody saw, or is about to be
     */
    void load(WebRequest request) throws IOException {
        Path file = checked(request);
        if (!checks.isCurrent(file, String.valueOf(request.one("at")))) {
            throw new ConflictException("This file has changed since its report: read the new report first");
        }
        inbox.dropAgain(file);
        checks.forget(file);
    }

    /**
     * Deletes a checked file.
     *
     * @throws NotFoundException if it is gone
     */
    void remove(WebRequest request) throws IOException {
        Path file = checked(request);
        Files.deleteIfExists(file);
        checks.forget(file);
    }

    private Path checked(WebRequest request) {
        String name = request.one("name");
        return folder.find(name == null ? "" : name)
                .orElseThrow(() -> new NotFoundException("There is no checked file " + name));
    }

    private static String name(WebRequest request) {
        String name = request.one("name");
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
