package org.salesetl.text;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Somebody deleted the file, or moved it away, while it was loaded: nothing of it is kept. */
public final class DropGoneException extends NoSuchFileException {

    private static final long serialVersionUID = 1;

    public DropGoneException(Path file) {
        super(String.valueOf(file.getFileName()));
    }

    @Override
    public String getMessage() {
        return getFile()
                + " was deleted or moved away while it was being read, and nothing of it is kept. Drop the file"
                + " again to load it.";
    }
}
