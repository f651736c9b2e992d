package org.salesetl.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a test's own, in memory, which the test can make full. Only root may make one. */
final class SmallDisk {

    private static final int BLOCK = 4096;
    private static final int ATTEMPTS = 50;

    private final Path folder;
    private final long size;

    private SmallDisk(Path folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    /** Makes a disk of this many bytes, seen below this folder; without the rights for that, the folder stays an ordinary one. */
    static SmallDisk mount(Path folder, long size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        SmallDisk disk = new SmallDisk(folder, size);
        command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        return disk;
    }

    /** Whether there is such a disk. */
    boolean exists() throws IOException {
        return Files.getFileStore(folder).type().equals("tmpfs");
    }

    /** Leaves no room on the disk, whatever there is on it. */
    void fill() throws IOException, InterruptedException {
        FileStore store = Files.getFileStore(folder);
        for (int i = 0; i < ATTEMPTS && store.getUsableSpace() > 0; i++) {
            // fails if somebody has written more meanwhile
            resize(Math.max(BLOCK, store.getTotalSpace() - store.getUsableSpace()));
        }
    }

    /** Gives the disk its size again. */
    void makeRoom() throws InterruptedException {
        resize(size);
    }

    /** Takes away what a test has left here that was killed. */
    static void unmount(Path folder) throws InterruptedException {
        command("umount", folder.toString());
    }

    /** Takes the disk away. */
    void close() throws InterruptedException {
        unmount(folder);
    }

    private void resize(long bytes) throws InterruptedException {
        command("mount", "-o", "remount,size=" + bytes, folder.toString());
    }

    private static void command(String... words) throws InterruptedException {
        try {
            new ProcessBuilder(words).start().waitFor();
        } catch (IOException e) {
            // there is no such program here, and so no such disk
        }
    }
}
