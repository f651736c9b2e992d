package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Origin;
import org.salesetl.registry.MappingFiles;
import org.salesetl.registry.MappingListing;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Page;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Makes the pages about mappings. */
@Component
class MappingPage {

    /** What a new mapping begins with. */
    private static final String EXAMPLE = """
            name: Our till
            kind: sales
            recognised_by: [Receipt, Article, Pieces, Total]
            columns:
              order_id: Receipt
              order_date: Day
              product_id: Article
              quantity: Pieces
              amount: Total
            without_customer: accept
            """;

    private final Words words;

    MappingPage(Words words) {
        this.words = words;
    }

    Page list(MappingListing listing) {
        return new Page(
                "mappings",
                Map.of(
                        "groups",
                        List.of(
                                group(Origin.DATABASE, listing),
                                group(Origin.FOLDER, listing),
                                group(Origin.BUILT_IN, listing)),
                        "problems",
                        listing.problems(),
                        "broken",
                        listing.broken(),
                        "unused",
                        listing.unused()));
    }

    private static Group group(Origin origin, MappingListing listing) {
        return new Group(
                origin.label(),
                listing.mappings().stream()
                        .filter(mapping -> mapping.isFrom(origin))
                        .toList());
    }

    /**
     * The page of one mapping.
     *
     * @throws NotFoundException if there is no such mapping, and never was
     */
    Page one(MappingEdit edit) {
        if (!edit.exists()) {
            throw new NotFoundException("There is no mapping " + edit.name());
        }
        KnownMapping known = edit.known();
        MappingFiles files = edit.files();
        String version = known == null ? "" : known.text().version();
        String yaml = edit.shownYaml();
        String problem = edit.problem();
        Integer lastRereading = files.lastRereading();
        Map<String, Object> model = new HashMap<>();
        model.put("title", edit.name().isEmpty() ? words.say("mapping.new") : edit.name());
        model.put("name", edit.name());
        model.put("yaml", yaml == null ? "# " + words.say("mapping.example") + "\n" + EXAMPLE : yaml);
        model.put("version", version);
        model.put("origin", known == null ? "" : known.origin().label());
        model.put("replaces", known != null && known.replaces() != null);
        model.put("ofOwnNames", known != null && known.mapping().isOfOwnNames());
        model.put("problem", problem == null ? "" : problem);
        model.put("files", files.files());
        model.put("filesTotal", files.total());
        model.put("otherFiles", known == null ? 0L : files.otherThan(version));
        model.put("changes", files.changes());
        model.put("broken", edit.isBroken());
        model.put("tried", edit.isTried());
        if (edit.preview() != null) {
            model.put("preview", edit.preview());
        }
        model.put("lastRereading", lastRereading == null ? Integer.valueOf(0) : lastRereading);
        return new Page("mapping", model);
    }

    /** Mappings from one place. */
    record Group(String origin, List<MappingListing.Entry> mappings) {}
}
