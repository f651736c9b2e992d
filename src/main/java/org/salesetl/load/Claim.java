package org.salesetl.load;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.inbox.Drop;
import org.salesetl.layout.Layout;
import org.salesetl.ledger.Run;
import org.salesetl.load.LedgerEntry.Status;

/** A file that a run has in hand, and what the run has found out about it so far. */
public final class Claim implements SqlParameters {

    private final Run run;
    private Drop drop;
    private @Nullable Layout layout;
    private @Nullable String dateOrderAnswer;
    private @Nullable Earlier earlier;
    private @Nullable String archivedAs;
    private @Nullable FileLoad load;
    private Map<String, @Nullable Object> entry = Map.of();
    private boolean compared;
    private @Nullable String message;
    private long returnedRow;

    /**
     * @param run the run
     * @param drop what is known of the file
     */
    public Claim(Run run, Drop drop) {
        this.run = run;
        this.drop = drop;
    }

    /** An archived file, which a reload loads again from where it is. */
    public static Claim ofArchived(Run run, Drop drop, String archivedAs) {
        Claim claim = new Claim(run, drop);
        claim.archivedAs = archivedAs;
        return claim;
    }

    /**
     * Content that has been loaded before.
     *
     * @param fileId its number in the ledger
     * @param name the name that the file had
     * @param archivedAs where it is in the archive; null if its run died before it could archive it
     */
    record Earlier(int fileId, String name, @Nullable String archivedAs) {}

    /** The run that has the file in hand. */
    public Run run() {
        return run;
    }

    /** The file. */
    public Drop drop() {
        return drop;
    }

    /** Where the file is. */
    public Path path() {
        return drop.path();
    }

    /** The file's name, fit to be shown. */
    public String shownName() {
        return drop.shownName();
    }

    /** Takes over what the file's bytes say. */
    public void identified(Drop identified) {
        drop = identified;
    }

    /** Takes over the row of {@code find-loaded-file.sql}; there is none if nobody has seen this content. */
    public void foundEarlier(@Nullable SqlRow row) {
        earlier = row == null
                ? null
                : new Earlier(row.integer("file_id"), row.text("name"), row.textOrNull("archived_as"));
    }

    /** Whether nobody has loaded this content before. */
    public boolean isNew() {
        return earlier == null;
    }

    /** Whether the content has been loaded by a run that died before it could archive the file. */
    public boolean isLoadedOnly() {
        return earlier != null && earlier.archivedAs() == null;
    }

    /** How the file is read. */
    public Layout layout() {
        return requireNonNull(layout, "the layout has not been read");
    }

    /** Takes over how the file is read. */
    public void read(Layout found) {
        layout = found;
    }

    /** Takes over what somebody has answered for files with these columns; null if nobody has. */
    public void answered(@Nullable String dateOrder) {
        dateOrderAnswer = dateOrder;
    }

    /** What somebody has answered about the order of day and month; null if nobody has. */
    public @Nullable String dateOrderAnswer() {
        return dateOrderAnswer;
    }

    /** Notes the number in the quarantine of the first row that a file of rejects brings back; 0 if it names none. */
    public void bringsBack(long firstRow) {
        returnedRow = firstRow;
    }

    /** The load of the file; null until its books are open. */
    public @Nullable FileLoad load() {
        return load;
    }

    /** Takes over the load of the file. */
    void opened(FileLoad opened) {
        load = opened;
    }

    /** Whether the sales of the file are to be compared with known ones, however new the first ones look. */
    public boolean isCompared() {
        return compared;
    }

    /** Notes that some of the sales are known although the first ones are not. */
    public void compare() {
        compared = true;
    }

    /** Where the file is in the archive. */
    public String archivedAs() {
        return requireNonNull(archivedAs, "the file has not been archived");
    }

    /** Notes where the file has gone in the archive. */
    public void archived(String place) {
        archivedAs = place;
    }

    /** The number in the ledger under which the file's content is loaded. */
    public int fileId() {
        return load != null
                ? load.fileId()
                : requireNonNull(earlier, "the file is not in the ledger").fileId();
    }

    /** Whether rows of the file may be in quarantine. Of a file that an earlier run has loaded, there are no books here. */
    public boolean mayHaveRejects() {
        return load == null || load.books().hasRejects();
    }

    /** Notes what there is to say about the file: what it holds, or what went wrong; null if there is nothing. */
    public void says(@Nullable String words) {
        message = words;
    }

    /** What there is to say about the file; empty if there is nothing. */
    public String message() {
        return message == null ? "" : message;
    }

    /** Notes that the same content has been loaded before. */
    public void saysRepeated() {
        says("The same content was loaded before as " + requireNonNull(earlier).name() + "; nothing has changed");
    }

    /**
     * Notes how the file ends, for its entry in the ledger.
     *
     * @param place where it is in the archive; null if it is nowhere, or not there yet
     */
    public void enters(Status status, @Nullable String place) {
        archivedAs = place;
        entry = LedgerEntry.of(drop, status, message, status.isRead() ? layout() : null);
    }

    /** Notes that the file is being loaded, for its entry in the ledger, which becomes visible with its rows. */
    public void entersLoaded() {
        enters(Status.LOADED, archivedAs);
    }

    /** Everything that statements about the file ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(entry);
        parameters.put("runId", run.id());
        parameters.put("sha256", drop.sha256());
        parameters.put("archivedAs", archivedAs);
        parameters.put("returnedRow", returnedRow);
        if (layout != null && entry.isEmpty()) {
            parameters.put("headerHash", layout.headerHash());
        }
        if (load != null || earlier != null) {
            parameters.put("fileId", fileId());
        }
        return parameters;
    }
}
