package org.salesetl.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingText;
import org.salesetl.mapping.Mappings;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.NotFoundException;
import org.springframework.stereotype.Component;

/** Finds the documents of mappings for requests, and reads those that requests send. */
@Component
public class MappingDocuments {

    private static final int MOST_BYTES = 1 << 16;

    private final Mappings mappings;
    private final Registry registry;

    MappingDocuments(Mappings mappings, Registry registry) {
        this.mappings = mappings;
        this.registry = registry;
    }

    /** The documents of all mappings in use, one after the other. */
    String all() {
        return mappings.known().stream().map(mapping -> mapping.text().yaml()).collect(Collectors.joining("---\n"));
    }

    /** The mapping of this name; empty if there is none. */
    public Optional<KnownMapping> find(String name) {
        return mappings.named(name);
    }

    /** The document of the mapping of this name, for the audit; empty if there is none. */
    public String yaml(String name) {
        return find(name).map(mapping -> mapping.text().yaml()).orElse("");
    }

    /** Whether somebody has saved a mapping of this name that this version of the service cannot read. */
    public boolean isBroken(String name) {
        return registry.isBroken(name);
    }

    /**
     * The mapping of this name.
     *
     * @throws NotFoundException if there is none
     */
    KnownMapping named(String name) {
        return mappings.named(name).orElseThrow(() -> new NotFoundException("There is no mapping " + name));
    }

    /**
     * The mapping that somebody has written, and that can be saved.
     *
     * @throws MappingException if it cannot be saved; the message says the line and the column where the text tells them
     */
    public MappingText written(String yaml) {
        MappingText text = MappingText.read(yaml);
        registry.saving(text);
        return text;
    }

    /**
     * The mapping that a request sends.
     *
     * @param name the name in the address
     * @param body the document; read only as far as a document may reach
     * @throws BadRequestException if the body is no mapping of this name; the message says the line and the column
     */
    MappingText read(String name, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new BadRequestException("expected a mapping of at most " + MOST_BYTES + " bytes but found more");
        }
        try {
            MappingText text =
                    written(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
            if (!text.name().equals(name)) {
                throw new BadRequestException("name", name + ", as in the address", text.name());
            }
            return text;
        } catch (MappingException e) {
            throw new BadRequestException(String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw new BadRequestException("expected text in UTF-8 but found bytes that are none");
        }
    }
}
