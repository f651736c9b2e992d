package org.salesetl.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Remembers which file a process is working on, even after the process has died, so that a file that kills the service cannot do
 * so at every start. A note beside the claimed files names the content and counts how often a process has begun with it. The
 * process removes the note when it is done with the file, well or not. So a note that is found later comes from a process that
 * died.
 */
@Component
public class FilesInHand {

    private static final int MOST_DEATHS = 2;
    private static final String ENDING = ".in-hand";
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final Inbox inbox;

    /** The notes of this process, each with the number of deaths that it counted before. */
    private final Map<Path, Integer> begun = new ConcurrentHashMap<>();

    FilesInHand(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Notes that the process begins with a file.
     *
     * @throws DeadlyFileException if two processes died while they worked on it
     */
    public void begin(Drop drop) throws IOException {
        Path note = note(drop);
        int deaths = deaths(note);
        if (deaths >= MOST_DEATHS) {
            throw new DeadlyFileException(drop.shownName());
        }
        begun.put(note, deaths);
        Files.writeString(note, Integer.toString(deaths + 1));
    }

    /** Notes that the process is done with a file, well or not. */
    public void end(Drop drop) throws IOException {
        Path note = note(drop);
        begun.remove(note);
        Files.deleteIfExists(note);
    }

    /**
     * Takes back the notes of this process when it is asked to stop. If it is killed now, the reason is that the stop takes long,
     * and not the content of a file.
     */
    @EventListener(ContextClosedEvent.class)
    public void takeBack() throws IOException {
        for (Map.Entry<Path, Integer> file : begun.entrySet()) {
            if (file.getValue() == 0) {
                Files.deleteIfExists(file.getKey());
            } else {
                Files.writeString(file.getKey(), file.getValue().toString());
            }
        }
    }

    /** Whether this file is such a note and not a claimed file. */
    static boolean isNote(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private Path note(Drop drop) throws IOException {
        return inbox.workFolder().resolve(drop.sha256() + ENDING);
    }

    /** An incomplete note counts as one death: its process died while it wrote the note. */
    private static int deaths(Path note) throws IOException {
        try {
            String text = Files.readString(note);
            return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
