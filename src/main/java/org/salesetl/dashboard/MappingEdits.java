package org.salesetl.dashboard;

import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingText;
import org.salesetl.registry.MappingDocuments;
import org.salesetl.web.WebRequest;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Reads what a page asks of mappings. */
@Component
class MappingEdits {

    static final String NAME = "name";
    private static final String CHANGE = "change";
    private static final String YAML = "yaml";
    private static final String VERSION = "version";

    private final MappingDocuments documents;
    private final Words words;

    MappingEdits(MappingDocuments documents, Words words) {
        this.words = words;
        this.documents = documents;
    }

    /** The mapping that a link names; a new one if the link names none. */
    MappingEdit shown(WebRequest request) {
        String name = name(request);
        return MappingEdit.shown(
                        name, documents.find(name).orElse(null), request.number(CHANGE, 0, 1, Integer.MAX_VALUE))
                .broken(documents.isBroken(name));
    }

    /** What somebody has written on the page and wants to see before it is saved. */
    MappingEdit tried(WebRequest request) {
        String name = name(request);
        KnownMapping known = documents.find(name).orElse(null);
        String yaml = yaml(request);
        try {
            return MappingEdit.right(name, known, documents.written(yaml))
                    .broken(documents.isBroken(name))
                    .tried();
        } catch (MappingException e) {
            return MappingEdit.wrong(name, known, yaml, e.getMessage())
                    .broken(documents.isBroken(name))
                    .tried();
        }
    }

    /** What somebody has written on the page. */
    MappingEdit written(WebRequest request) {
        String name = name(request);
        KnownMapping known = documents.find(name).orElse(null);
        String yaml = yaml(request);
        try {
            MappingText text = documents.written(yaml);
            requireUnchanged(known, request.one(VERSION));
            requireOwnName(name, text.name());
            return MappingEdit.right(name, known, text);
        } catch (MappingException e) {
            return MappingEdit.wrong(name, known, yaml, e.getMessage()).broken(documents.isBroken(name));
        }
    }

    static String name(WebRequest request) {
        String name = request.one(NAME);
        return name == null ? "" : name;
    }

    private static String yaml(WebRequest request) {
        String yaml = request.one(YAML);
        return yaml == null ? "" : yaml;
    }

    private void requireUnchanged(@Nullable KnownMapping known, @Nullable String version) {
        if (known != null && !known.text().version().equals(version)) {
            throw new MappingException(
                    words.say("mapping.changed-since", known.text().version()));
        }
    }

    private void requireOwnName(String name, String written) {
        if (!written.equals(name) && documents.find(written).isPresent()) {
            throw new MappingException(words.say("mapping.name-taken", written));
        }
    }
}
