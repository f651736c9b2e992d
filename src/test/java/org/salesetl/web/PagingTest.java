package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void leadsThroughAList() {
        Paging first = Paging.of(at(0), 10, 0, 10, 25);
        assertThat(first).isEqualTo(new Paging(1, 10, 25, false, "/list", null, "/list?offset=10"));
        assertThat(Paging.of(at(10), 10, 10, 10, 25).previousUrl()).isEqualTo("/list");
        Paging last = Paging.of(at(20), 10, 20, 5, 25);
        assertThat(last.nextUrl()).isNull();
        assertThat(last.previousUrl()).isEqualTo("/list?offset=10");
        assertThat(Paging.of(at(0), 25, 0, 25, 25).hasMore()).isFalse();
    }

    @Test
    void leadsBackFromBehindTheEnd() {
        Paging behind = Paging.of(at(30), 10, 30, 0, 25);

        assertThat(behind.first()).isZero();
        assertThat(behind.nextUrl()).isNull();
        assertThat(behind.firstUrl()).isEqualTo("/list");
    }

    @Test
    void countsALongListInPart() {
        assertThat(Paging.ofLong(at(0), 10, 0, 10, 10_000).more()).isFalse();

        Paging first = Paging.ofLong(at(0), 10, 0, 10, 10_001);
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEqualTo(10_000);
        assertThat(Paging.ofLong(at(20_000), 10, 20_000, 10, 10_001).nextUrl()).isEqualTo("/list?offset=20010");
        assertThat(Paging.ofLong(at(20_010), 10, 20_010, 3, 10_001).nextUrl()).isNull();
        assertThat(Paging.ofLong(at(20_020), 10, 20_020, 0, 10_001).nextUrl()).isNull();
    }

    private static WebRequest at(int offset) {
        return new WebRequest("/list", offset == 0 ? Map.of() : Map.of("offset", List.of("" + offset)));
    }
}
