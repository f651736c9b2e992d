package org.salesetl.load;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.inbox.Drop;
import org.salesetl.layout.Answers;
import org.salesetl.layout.FirstOrders;
import org.salesetl.layout.Layout;
import org.salesetl.ledger.LoadedMeanwhileException;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.load.LedgerEntry.Status;
import org.salesetl.mapping.Mapping;
import org.salesetl.question.OpenQuestion;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** A file that a run has claimed, and what the run has found out about it so far. */
public final class Claim implements SqlParameters {

    private final Run run;
    private Drop drop;
    private @Nullable Mapping mapping;
    private @Nullable EventRange events;
    private @Nullable Layout layout;
    private Answers answers = Answers.NONE;
    private FirstOrders firstOrders = FirstOrders.NONE;
    private @Nullable String warehouseCurrency;
    private List<OpenQuestion> questions = List.of();
    private @Nullable Earlier earlier;
    private @Nullable String archivedAs;
    private @Nullable FileLoad load;
    private Map<String, @Nullable Object> entry = Map.of();
    private boolean compared;
    private boolean committed;
    private boolean loadedMeanwhile;
    private @Nullable String message;
    private long returnedRow;
    private @Nullable Path verdicts;
    private @Nullable Layout judgedAs;
    private @Nullable Number entered;

    /**
     * @param run the run
     * @param drop what is known of the file
     */
    public Claim(Run run, Drop drop) {
        this.run = run;
        this.drop = drop;
    }

    /**
     * An archived file, which a reload loads again from its place.
     *
     * @param mapping the mapping that reads it; null if the header decides
     */
    public static Claim ofArchived(Run run, Drop drop, String archivedAs, @Nullable Mapping mapping) {
        Claim claim = new Claim(run, drop);
        claim.archivedAs = archivedAs;
        claim.mapping = mapping;
        return claim;
    }

    /**
     * A file of events.
     *
     * @param range which events these are
     * @param mapping the mapping that reads them; null if their columns decide
     */
    public static Claim ofEvents(Run run, Drop drop, EventRange range, @Nullable Mapping mapping) {
        Claim claim = new Claim(run, drop);
        claim.events = range;
        claim.mapping = mapping;
        return claim;
    }

    /**
     * An earlier load of the same content.
     *
     * @param fileId its number in the ledger
     * @param name the name that the file had
     * @param archivedAs where it is in the archive; null if its run died before it could archive the file
     */
    record Earlier(int fileId, String name, @Nullable String archivedAs) {}

    /** The run that has claimed the file. */
    public Run run() {
        return run;
    }

    public Drop drop() {
        return drop;
    }

    /** Where the file is. */
    public Path path() {
        return drop.path();
    }

    /** The file's name, safe to show. */
    public String shownName() {
        return drop.shownName();
    }

    /** Sets what the file's bytes tell. */
    public void identified(Drop identified) {
        drop = identified;
    }

    /** Sets the row of {@code find-loaded-file.sql}; null if this content is new. */
    public void foundEarlier(@Nullable SqlRow row) {
        earlier = row == null
                ? null
                : new Earlier(row.integer("file_id"), row.text("name"), row.textOrNull("archived_as"));
    }

    /** Whether this content has not been loaded before. */
    public boolean isNew() {
        return earlier == null;
    }

    /** Whether a run has loaded the content but died before it could archive the file. */
    public boolean isLoadedOnly() {
        return earlier != null && earlier.archivedAs() == null;
    }

    /** Notes when the rows are committed, which the current transaction does. */
    public void noteCommit() {
        AfterCommit.run(() -> committed = true);
    }

    /** Whether the rows are committed: then the file is loaded, whatever goes wrong after that. */
    public boolean isCommitted() {
        return committed;
    }

    /** Sets the number of another load of this content, which was committed while this one went on; null if there is none. */
    public void foundOtherLoad(@Nullable Number fileId) {
        loadedMeanwhile = fileId != null;
    }

    /**
     * Makes sure that nobody else has loaded this content meanwhile.
     *
     * @throws LoadedMeanwhileException if somebody has, this run itself among them: its commit only seemed to have failed
     */
    public void requireNoOtherLoad() {
        if (loadedMeanwhile) {
            throw new LoadedMeanwhileException();
        }
    }

    /** The events of the file; null if this is another file. */
    public @Nullable EventRange events() {
        return events;
    }

    /** Whether this is a file of events. */
    public boolean isOfEvents() {
        return events != null;
    }

    /**
     * Makes sure that the events of the file have been entered into the ledger.
     *
     * @param entered how many entries were made
     * @throws StaleEventsException if these are not the next events of their partition
     */
    public void requireNextEvents(int entered) {
        if (entered == 0) {
            throw new StaleEventsException(requireNonNull(events));
        }
    }

    /** The mapping that is to read the file, whatever others fit its header; null if the header decides. */
    public @Nullable Mapping mapping() {
        return mapping;
    }

    /** How to read the file. */
    public Layout layout() {
        return requireNonNull(layout, "the layout has not been read");
    }

    /** Sets how to read the file. */
    public void read(Layout found) {
        layout = found;
    }

    /** Sets what somebody has answered for files with these columns. */
    public void answered(Answers given) {
        answers = given;
    }

    /** What somebody has answered for files with these columns. */
    public Answers answers() {
        return answers;
    }

    /**
     * Whether the file may bring other orders under numbers that are known. Events come again as corrections; and a reload brings what
     * has been loaded, under answers of its time.
     */
    public boolean mayRepeatNumbers() {
        return !isReloaded() && !isOfEvents();
    }

    /** Sets the first orders of the file, which are to be compared with those that are loaded. */
    public void brings(FirstOrders orders) {
        firstOrders = orders;
    }

    /** Whether orders of the file are to be compared with those that are loaded. */
    public boolean bringsOrders() {
        return !firstOrders.isEmpty();
    }

    /** Takes the row of {@code compare-first-orders.sql}, which may raise a question. */
    public void comparedOrders(@Nullable SqlRow row) {
        layout = FirstOrders.asked(layout(), requireNonNull(row));
        // no other statement about the file needs them
        firstOrders = FirstOrders.NONE;
    }

    /** Sets the currency of the warehouse; null if nobody has named it yet. */
    public void foundCurrency(@Nullable String currency) {
        warehouseCurrency = currency;
    }

    /** The currency of the warehouse as the database has it; null if nobody has named it before this file. */
    public @Nullable String warehouseCurrency() {
        return warehouseCurrency;
    }

    /** Whether the run fills the warehouse from the beginning. */
    public boolean isReloaded() {
        return run.request().mode() == Mode.RELOAD;
    }

    /** Sets what somebody has to answer before the file can load. */
    public void asks(List<OpenQuestion> open) {
        questions = List.copyOf(open);
    }

    /** Notes the number of the entry that has just been made in the ledger. */
    public void entered(@Nullable Number entry) {
        entered = entry;
    }

    /**
     * Parameters of {@code insert-question.sql}, one map for each question that the file waits for.
     */
    public List<Map<String, @Nullable Object>> questions() {
        return questions.stream()
                .map(question -> {
                    Map<String, @Nullable Object> parameters = question.parameters();
                    parameters.put("fileId", entered);
                    return parameters;
                })
                .toList();
    }

    /** Notes the quarantine number of the first row in a file of rejects; 0 if the row has none. */
    public void bringsBack(long firstRow) {
        returnedRow = firstRow;
    }

    /** The folder with the verdicts on the rows of the file; null if the rows have not been judged before the load. */
    public @Nullable Path verdicts() {
        return verdicts;
    }

    /** Sets the folder with the verdicts; null if there are none any more. */
    public void judged(@Nullable Path folder) {
        verdicts = folder;
        judgedAs = layout;
    }

    /** Whether there are verdicts, and the file is still read as it was when they were made. */
    public boolean isJudged() {
        return verdicts != null && layout().equals(judgedAs);
    }

    /** The load of the file; null until its books are open. */
    public @Nullable FileLoad load() {
        return load;
    }

    /** Sets the load of the file. */
    void opened(FileLoad opened) {
        load = opened;
    }

    /** Whether to compare the sales of the file with known sales, even if the first ones are new. */
    public boolean isCompared() {
        return compared;
    }

    /** Notes that some sales of the file are known although the first ones are not. */
    public void compare() {
        compared = true;
    }

    /** Where the file is in the archive. */
    public String archivedAs() {
        return requireNonNull(archivedAs, "the file has not been archived");
    }

    /** Notes the place of the file in the archive. */
    public void archived(String place) {
        archivedAs = place;
    }

    /** The number in the ledger under which the content is loaded. */
    public int fileId() {
        return load != null
                ? load.fileId()
                : requireNonNull(earlier, "the file is not in the ledger").fileId();
    }

    /**
     * Whether rows of the file may be in quarantine. If an earlier run has loaded the file, its books are not here, so they may
     * be.
     */
    public boolean mayHaveRejects() {
        return load == null || load.books().hasRejects();
    }

    /** Notes the message about the file: what it holds, or what went wrong; null if there is none. */
    public void says(@Nullable String words) {
        message = words;
    }

    /** The message about the file; empty if there is none. */
    public String message() {
        return message == null ? "" : message;
    }

    /** Notes that the same content has been loaded before. */
    public void saysRepeated() {
        says("The same content was loaded before as " + requireNonNull(earlier).name() + "; nothing has changed");
    }

    /**
     * Prepares the entry in the ledger about how the file ended.
     *
     * @param place where the file is in the archive; null if it is nowhere, or not there yet
     */
    public void enters(Status status, @Nullable String place) {
        archivedAs = place;
        entry = LedgerEntry.of(drop, status, message, status.isRead() ? layout() : null);
    }

    /**
     * Prepares the entry in the ledger of a file that is being loaded; the entry becomes visible together with the file's rows.
     */
    public void entersLoaded() {
        enters(Status.LOADED, archivedAs);
    }

    /** The parameters of all statements about the file. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(entry);
        parameters.put("runId", run.id());
        parameters.put("sha256", drop.sha256());
        parameters.put("archivedAs", archivedAs);
        parameters.put("returnedRow", returnedRow);
        parameters.put("firstOrders", firstOrders.json());
        parameters.put("toldFileId", entered);
        parameters.put("firstDay", null);
        parameters.put("lastDay", null);
        if (layout != null && entry.isEmpty()) {
            parameters.put("headerHash", layout.headerHash());
        }
        if (load != null || earlier != null) {
            parameters.put("fileId", fileId());
        }
        if (events != null) {
            parameters.putAll(events.parameters());
        }
        return parameters;
    }
}
