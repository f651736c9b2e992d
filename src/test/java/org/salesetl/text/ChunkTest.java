package org.salesetl.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ChunkTest {

    @Test
    void marksOnlyTheRecordsWhoseBytesAreNoText() throws IOException {
        Chunk chunk = chunk("a,Köln\nb,plain\nc,\"Málaga\nEspaña\"\nd,end\n".getBytes(ISO_8859_1));

        assertThat(CutRecords.parse(chunk.text(), ',')).hasSize(4);
        assertThat(chunk.isUndecodable(0)).isTrue();
        assertThat(chunk.isUndecodable(1)).isFalse();
        assertThat(chunk.isUndecodable(2)).isTrue();
        assertThat(chunk.isUndecodable(3)).isFalse();
        assertThat(chunk.raw(0)).isEqualTo("a,K�ln");
    }

    @Test
    void staysInStepWhereACharacterIsCutShortByALineEnd() throws IOException {
        byte[] bytes = "a,x\nb,y\nc,\"z\"\n".getBytes(UTF_8);
        bytes[2] = (byte) 0xE2;
        bytes[11] = (byte) 0xF0;

        Chunk chunk = chunk(bytes);

        assertThat(CutRecords.parse(chunk.text(), ',')).hasSize(3);
        assertThat(chunk.isUndecodable(0)).isTrue();
        assertThat(chunk.isUndecodable(1)).isFalse();
        assertThat(chunk.isUndecodable(2)).isTrue();
    }

    @Test
    void refusesSurrogatesAndOverlongFormsAsText() {
        byte[] surrogate = {'a', ',', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n', 'b', ',', (byte) 0xC0, (byte) 0x80};

        Chunk chunk = chunk(surrogate);
        chunk.text();

        assertThat(chunk.isUndecodable(0)).isTrue();
        assertThat(chunk.isUndecodable(1)).isTrue();
    }

    @Test
    void takesAReplacementCharacterThatSomebodyWroteForText() {
        Chunk chunk = chunk("a,\uFFFD\nb,plain\n".getBytes(UTF_8));

        assertThat(chunk.text()).isEqualTo("a,\uFFFD\nb,plain\n");
        assertThat(chunk.isUndecodable(0)).isFalse();
    }

    @Test
    void tellsAReplacementCharacterThatSomebodyWroteFromBytesThatAreNoText() {
        byte[] bytes = "a,\uFFFD\nb,?\n".getBytes(UTF_8);
        bytes[8] = (byte) 0xE9;

        Chunk chunk = chunk(bytes);
        chunk.text();

        assertThat(chunk.isUndecodable(0)).isFalse();
        assertThat(chunk.isUndecodable(1)).isTrue();
    }

    @Test
    void givesRowsAsTheyStandInTheFile() {
        Chunk chunk = chunk("a ,\"b\r\nc\" ,\"d\"\"e\"\r\n\r\n😀,x".getBytes(UTF_8));

        assertThat(chunk.raw(0)).isEqualTo("a ,\"b\r\nc\" ,\"d\"\"e\"");
        assertThat(chunk.raw(1)).isEmpty();
        assertThat(chunk.raw(2)).isEqualTo("😀,x");
        assertThat(chunk.rawAtLine(4)).isEqualTo("😀,x");
        assertThat(chunk.rawAtLine(1)).isEqualTo(chunk.raw(0));
    }

    @Test
    void replacesAMalformedRecordByAnEmptyOne() throws IOException {
        Chunk chunk = chunk("a,b\nc,\"open\nd,e\n".getBytes(UTF_8));

        assertThat(CutRecords.parse(chunk.text(), ',')).hasSize(3);
        assertThat(chunk.isMalformed(1)).isTrue();
        assertThat(chunk.raw(1)).isEqualTo("c,\"open");
    }

    @Test
    void staysInStepWhereAMalformedRecordFollowsACarriageReturn() throws IOException {
        Chunk chunk = chunk("a,b\rc,\"open\rd,e\r\"f".getBytes(UTF_8));

        assertThat(chunk.size()).isEqualTo(4);
        assertThat(CutRecords.parse(chunk.text(), ',')).hasSize(4);
    }

    private static Chunk chunk(byte[] bytes) {
        return new RecordChunks(new ByteArrayInputStream(bytes), ',').next();
    }
}
