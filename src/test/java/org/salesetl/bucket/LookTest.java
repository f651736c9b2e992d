package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void looksPageByPageAndRemembersTheOldest() {
        Look look = new Look();
        List<ListedObject> page = IntStream.range(0, 6_000)
                .mapToObj(i -> object("a" + i, 6_000 - i))
                .toList();
        List<ListedObject> next =
                IntStream.range(0, 6_000).mapToObj(i -> object("b" + i, -i)).toList();

        assertThat(look.after()).isEmpty();
        look.take(page, page);
        assertThat(look.after()).isEqualTo("a5999");
        look.take(next, next);
        assertThat(look.goesOn()).isTrue();
        look.take(List.of(), List.of());

        assertThat(look.goesOn()).isFalse();
        assertThat(look.wanted()).hasSize(10_000).isSortedAccordingTo(Delivery.OLDEST_FIRST);
        assertThat(look.wanted().get(0).key()).isEqualTo("b5999");
        assertThat(look.wanted()).containsAll(next.stream().map(Delivery::of).toList());
    }

    @Test
    void takesThePartsOfATableTogether() {
        List<ListedObject> page = List.of(
                object("a/_SUCCESS", 9),
                object("a/b/part-00000", 3),
                object("a/part-00000", 4),
                object("a/part-00001", 6),
                object("sales.csv", 5));
        Look look = new Look();

        look.take(page, page.stream().filter(object -> !object.isMark()).toList());

        assertThat(look.wanted()).extracting(Delivery::key).containsExactly("sales.csv", "a");
        assertThat(look.wanted().get(1).objects())
                .extracting(ListedObject::key)
                .containsExactly("a/part-00000", "a/part-00001");
        assertThat(look.incomplete()).extracting(Delivery::key).containsExactly("a/b");
    }

    @Test
    void takesPartsThatComeOnAnotherPageThanTheirMark() {
        Look look = new Look();
        ListedObject part = object("a/part-00000", 4);

        look.take(List.of(object("a/_SUCCESS", 9)), List.of());
        look.take(List.of(part), List.of(part));

        assertThat(look.wanted()).containsExactly(new Delivery("a", List.of(part)));
    }

    @Test
    void takesNoFolderOfWhichItCannotRememberAllParts() {
        Look look = new Look();
        List<ListedObject> many = IntStream.range(0, 99_999)
                .mapToObj(i -> object("a/part-%05d".formatted(i), i))
                .toList();
        List<ListedObject> more = List.of(object("b/part-00000", 0), object("b/part-00001", 0));
        List<ListedObject> marks = List.of(object("a/_SUCCESS", 0), object("b/_SUCCESS", 0));

        look.take(marks, List.of());
        look.take(many, many);
        look.take(more, more);

        assertThat(look.wanted())
                .singleElement()
                .satisfies(one -> assertThat(one.objects()).isEqualTo(many));
    }

    private static ListedObject object(String key, long seconds) {
        return new ListedObject(key, "1", 0, Instant.ofEpochSecond(seconds));
    }
}
