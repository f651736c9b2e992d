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
        assertThat(look.single()).hasSize(10_000).isSortedAccordingTo(Delivery.OLDEST_FIRST);
        assertThat(look.single().get(0).key()).isEqualTo("b5999");
        assertThat(look.single()).containsAll(next.stream().map(Delivery::of).toList());
    }

    @Test
    void tellsFoldersWithAMarkFromOthers() {
        List<ListedObject> page = List.of(
                object("a/_SUCCESS", 9),
                object("a/b/part-00000", 3),
                object("a/part-00000", 4),
                object("a/part-00001", 6),
                object("part-00000", 5),
                object("sales.csv", 5));
        Look look = new Look();

        look.take(page, page.stream().filter(object -> !object.isMark()).toList());

        assertThat(look.single()).extracting(Delivery::key).containsExactly("sales.csv");
        assertThat(look.complete()).containsExactly("a");
        assertThat(look.incomplete()).extracting(Delivery::key).containsExactlyInAnyOrder("a/b", "");
    }

    @Test
    void takesPartsThatComeOnAnotherPageThanTheirMark() {
        Look look = new Look();
        List<ListedObject> parts = List.of(object("a/part-00000", 4), object("b/part-00000", 4));

        look.take(List.of(object("a/_SUCCESS", 9)), List.of());
        look.take(parts, parts);
        look.take(List.of(object("b/_SUCCESS", 9)), List.of());

        assertThat(look.complete()).containsExactlyInAnyOrder("a", "b");
        assertThat(look.incomplete()).isEmpty();
    }

    @Test
    void looksOnlyForFoldersWithNewParts() {
        Look look = new Look();

        look.take(List.of(object("a/_SUCCESS", 9), object("a/part-00000", 4)), List.of());

        assertThat(look.complete()).isEmpty();
    }

    @Test
    void knowsTheMarkOfANewTableAmongThoseOfManyOldOnes() {
        Look look = new Look();
        ListedObject part = object("new/part-00000", 4);

        look.take(List.of(object("new/_SUCCESS", 9), part), List.of(part));
        look.take(
                IntStream.range(0, 20_000)
                        .mapToObj(i -> object("old" + i + "/_SUCCESS", i))
                        .toList(),
                List.of());

        assertThat(look.complete()).containsExactly("new");
    }

    @Test
    void remembersTheOldestOfManyFolders() {
        Look look = new Look();
        List<ListedObject> marks = IntStream.range(0, 6_000)
                .mapToObj(i -> object(i + "/_SUCCESS", i))
                .toList();
        List<ListedObject> parts = IntStream.range(0, 6_000)
                .mapToObj(i -> object(i + "/part-00000", 6_000 - i))
                .toList();
        List<ListedObject> others = IntStream.range(6_000, 12_000)
                .mapToObj(i -> object(i + "/part-00000", i))
                .toList();

        look.take(marks, List.of());
        look.take(parts, parts);
        look.take(others, others);
        look.take(
                others.stream()
                        .map(part -> object(part.folder() + "/_SUCCESS", 1))
                        .toList(),
                List.of());

        look.take(List.of(), List.of());
        assertThat(look.complete())
                .hasSize(10_000)
                .contains("0", "5999", "6000")
                .doesNotContain("11999");
    }

    private static ListedObject object(String key, long seconds) {
        return new ListedObject(key, "1", 0, Instant.ofEpochSecond(seconds));
    }
}
