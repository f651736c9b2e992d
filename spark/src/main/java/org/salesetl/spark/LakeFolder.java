package org.salesetl.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/** The folder of a lake, on any file system that Hadoop knows. */
final class LakeFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = "tables.json";

    private final FileSystem files;
    private final FileContext renaming;
    private final Path place;

    LakeFolder(Path place, Configuration hadoop) throws IOException {
        this.files = place.getFileSystem(hadoop);
        this.place = files.makeQualified(place);
        this.renaming = FileContext.getFileContext(this.place.toUri(), hadoop);
        files.mkdirs(this.place);
    }

    /** What the lake holds at this moment. */
    LakeTables tables() throws IOException {
        Path document = path(TABLES);
        if (!files.exists(document)) {
            return LakeTables.NONE;
        }
        try (InputStream in = files.open(document)) {
            return JSON.readValue(in, LakeTables.class);
        }
    }

    /** Makes the lake hold this, at one moment. */
    void put(LakeTables tables) throws IOException {
        Path next = path(TABLES + ".next");
        try (OutputStream out = renaming.create(next, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tables));
        }
        renaming.rename(next, path(TABLES), Options.Rename.OVERWRITE);
    }

    /** Whether there is this folder, which is relative to that of the lake. */
    boolean has(String folder) throws IOException {
        return files.exists(path(folder));
    }

    /** Deletes a folder with all that is in it, and the folder around it if nothing else is left there. */
    void delete(String folder) throws IOException {
        Path path = path(folder);
        files.delete(path, true);
        Path parent = path.getParent();
        boolean isOfVersion = parent.getName().startsWith("version=");
        if (isOfVersion && files.exists(parent) && isEmpty(parent)) {
            files.delete(parent, true);
        }
    }

    /** Deletes the versions that writers have left who died before they were named. A writer that goes on needs no day for one. */
    void deleteLost(List<String> named) throws IOException {
        long border = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
        for (FileStatus version : files.globStatus(path("{sales,customers,products}/version=*"))) {
            String name = version.getPath().getParent().getName() + "/"
                    + version.getPath().getName();
            boolean isNamed = named.stream().anyMatch(folder -> (folder + "/").startsWith(name + "/"));
            if (!isNamed && version.getModificationTime() < border) {
                files.delete(version.getPath(), true);
            }
        }
    }

    /** Whether a folder holds no other folders. */
    private boolean isEmpty(Path folder) throws IOException {
        for (FileStatus entry : files.listStatus(folder)) {
            if (entry.isDirectory()) {
                return false;
            }
        }
        return true;
    }

    Path path(String relative) {
        return new Path(place, relative);
    }
}
