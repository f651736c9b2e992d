package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.TestFolder;
import org.salesetl.bulk.TableLoads;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.Row;
import org.salesetl.layout.RowReader;
import org.salesetl.ledger.Books;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.load.RowChunk;
import org.salesetl.mapping.Column;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.Rules;
import org.salesetl.work.WorkFolder;

class RowJudgeTest {

    private final RowJudge judge = new RowJudge();
    private Books books = new Books();
    private final List<Row> judged = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void letsTheRulesJudgeRowsOfTheRightWidth() throws IOException {
        assertThat(judge("customer_id,name\nC1,Ann\nC2,Bo,\nC3,Cy, ,\u00A0\n")).isEmpty();

        assertThat(judged).extracting(row -> row.cell(Column.CUSTOMER_ID)).containsExactly("C1", "C2", "C3");
        assertThat(judged).extracting(Row::line).containsExactly(2, 3, 4);
        assertThat(books.read()).isEqualTo(3);
    }

    @Test
    void rejectsCellsBeyondTheHeader() throws IOException {
        assertThat(judge("customer_id,name\nC1,Ann,x\n"))
                .containsExactly("2 [COLUMN_COUNT] expected 2 cells as in the header but found 3: C1,Ann,x");
        assertThat(judged).isEmpty();
    }

    @Test
    void needsNoCellForAColumnWithoutName() throws IOException {
        assertThat(judge("customer_id,name,\nC1,Ann\nC2,Bo,\n")).isEmpty();
        assertThat(judge("customer_id,name,\nC1,Ann,,more\n"))
                .containsExactly("2 [COLUMN_COUNT] expected 3 cells as in the header but found 4: C1,Ann,,more");
        assertThat(judge("customer_id,name,\nC1\n"))
                .containsExactly("2 [COLUMN_COUNT] expected 2 cells as in the header but found 1: C1");
    }

    @Test
    void leavesOutARowThatIsNoSaleWhateverElseIsWrongWithIt() throws IOException {
        String header = "order_id,status,customer_id,product_id,order_date,quantity\n";

        assertThat(judge(header + "O1,cancelled\nO2,void,C1,P1,soon,1,2,3\nO3,paid,C1\n"))
                .containsExactly("4 [COLUMN_COUNT] expected 6 cells as in the header but found 3: O3,paid,C1");
        assertThat(judged).isEmpty();
        assertThat(books.toString()).startsWith("read 3 =").contains("left out 2 + rejected 1");
    }

    @Test
    void leavesOutNoRowWhoseCellsCannotBeRead() throws IOException {
        String header = "order_id,status,customer_id,product_id,order_date,quantity\n";

        assertThat(judge(header + "O1,cancelled,C1,P1,2025-01-31,\"1\n")).hasSize(1);
        assertThat(books.toString()).contains("left out 0 + rejected 1");
    }

    @Test
    void rejectsFewerCellsThanTheHeader() throws IOException {
        assertThat(judge("customer_id,name\nC1\n"))
                .containsExactly("2 [COLUMN_COUNT] expected 2 cells as in the header but found 1: C1");
    }

    @Test
    void countsBlankRecordsBesideTheOthers() throws IOException {
        assertThat(judge("customer_id,name\n\n,\n \t,\u00A0\n,,,\nC1,Ann\n")).isEmpty();

        assertThat(judged).hasSize(1);
        assertThat(books.toString()).startsWith("read 1 =").contains("blank 4");
    }

    @Test
    void rejectsBytesThatAreNoText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("customer_id,name\nC1,".getBytes(UTF_8));
        bytes.writeBytes("Köln\n".getBytes(ISO_8859_1));
        bytes.writeBytes("C2,Zürich – Genève\n".getBytes(UTF_8));

        assertThat(judge(bytes.toByteArray()))
                .containsExactly(
                        "2 [BAD_ENCODING] expected text in UTF-8 but found bytes that are none (shown as �): C1,K�ln");
        assertThat(judged).hasSize(1);
    }

    @Test
    void rejectsBytesThatAreNoTextInAnotherEncoding() throws IOException {
        assertThat(judge("customer_id,name\nC1,“x”\nC2,y\u0081\n"
                        .replace("“", "\u0093")
                        .replace("”", "\u0094")
                        .getBytes(ISO_8859_1)))
                .containsExactly(
                        "3 [BAD_ENCODING] expected text in Windows-1252 but found bytes that are none (shown as"
                                + " �): C2,y�");
    }

    @Test
    void rejectsARowWithAnOpenQuoteAlone() throws IOException {
        assertThat(judge("customer_id,name\nC1,\"Ann\nC2,\"Bo\"\n"))
                .containsExactly(
                        "2 [COLUMN_COUNT] expected every quote to be closed but found one in this line that is not,"
                                + " or a row of over 1 MiB: C1,\"Ann");
        assertThat(judged).hasSize(1);
    }

    @Test
    void keepsWhatTheRulesSayOfABadRow() throws IOException {
        assertThat(judge("customer_id,name\nbad,\"two\nlines\"\n"))
                .containsExactly("2 [BAD_DATE] wrong: bad,\"two\nlines\"");
        assertThat(books.reasonParameters()).containsExactly(Map.of("reason", "bad_date", "rowCount", 1));
    }

    @Test
    void stopsWhereParserAndChunkDisagree() throws IOException {
        SomeFile file = SomeFile.of(folder, "customer_id\nC1\nC2\n".getBytes(UTF_8));
        Chunk chunk = file.chunks().get(0);

        assertThatThrownBy(() -> judge.judge(List.of(List.of("C1")), new RowChunk(load(file), chunk)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The parser found 1 records where there are 2, from line 2");
    }

    private List<String> judge(String text) throws IOException {
        return judge(text.getBytes(UTF_8));
    }

    private List<String> judge(byte[] bytes) throws IOException {
        SomeFile file = SomeFile.of(folder, bytes);
        FileLoad load = load(file);
        List<String> rejected = new ArrayList<>();
        for (Chunk chunk : file.chunks()) {
            for (QuarantinedRow row :
                    judge.judge(file.cells(chunk), new RowChunk(load, chunk)).rejected()) {
                rejected.add(row.line() + " "
                        + row.faults().stream().map(Fault::reason).toList() + " "
                        + row.faults().get(0).message() + ": " + row.raw());
            }
        }
        return rejected;
    }

    private FileLoad load(SomeFile file) {
        Rules<Row> rules = row -> {
            judged.add(row);
            return "bad".equals(row.cell(Column.CUSTOMER_ID))
                    ? new Judgement.Rejected<>(List.of(new Fault(Reason.BAD_DATE, null, null, "wrong")), null)
                    : new Judgement.Accepted<>(row, false);
        };
        Claim claim = new Claim(new Run(1, new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)), file.drop());
        claim.read(file.layout());
        SalesChanges changes = new SalesChanges(WorkFolder.at(TestFolder.of("unused")));
        FileLoad load = new FileLoad(
                claim, 1, false, new RowReader(claim.layout(), Set.of()), rules, TableLoads.none(), changes);
        books = load.books();
        return load;
    }
}
