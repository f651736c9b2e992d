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
 * Remembers over the end of the process which file it had in hand, so that a file that kills the service cannot do so at every
 * start. A note beside the claimed files names the content and how often a process has begun with it; whoever is done with the file,
 * well or not, removes the note. One that is found later is of a process that died.
 */
@Component
public class FilesInHand {

    private static final int MOST_DEATHS = 2;
    private static final String ENDING = ".in-hand";
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private final Inbox inbox;

    /** The notes of this process, with how many deaths they told of before. */
    private final Map<Path, Integer> begun = new ConcurrentHashMap<>();

    FilesInHand(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Notes that the process begins with a file.
     *
     * @throws DeadlyFileException if two processes died with it in hand
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

    /** Notes that the process is done with it, well or not. */
    public void end(Drop drop) throws IOException {
        Path note = note(drop);
        begun.remove(note);
        Files.deleteIfExists(note);
    }

    /**
     * Takes back what this process has noted of the files in its hand: it was asked to stop, so if it is killed now, it is because
     * that takes long, and not because of what is in a file.
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

    /** Whether this is a note of ours, beside the files that a run has claimed. */
    static boolean isNote(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private Path note(Drop drop) throws IOException {
        return inbox.workFolder().resolve(drop.sha256() + ENDING);
    }

    /** A note that is not complete is of a process that died at once. */
    private static int deaths(Path note) throws IOException {
        try {
            String text = Files.readString(note);
            return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
