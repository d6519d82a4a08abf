package dev.sextant.store.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which file systems lie where on this machine, and which of them other machines share.
///
/// Source: proc_pid_mountinfo(5).
public final class Mounts {
    private static final Path OF_THIS_PROCESS = Path.of("/proc/self/mountinfo");
    private static final Set<String> SHARED = Set.of("nfs", "nfs4", "lustre", "gpfs", "beegfs", "ceph", "cifs", "smb3",
            "afs", "panfs", "pvfs2", "9p", "virtiofs");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private final List<Mount> mounts;

    private record Mount(Path point, String type) {}

    private Mounts(List<Mount> mounts) {
        this.mounts = mounts;
    }

    /// Those of this process. A system that does not tell counts as having local ones only.
    public static Mounts ofThisProcess() {
        try {
            return parse(Files.readString(OF_THIS_PROCESS));
        } catch (IOException _) {
            return new Mounts(List.of());
        }
    }

    /// Those that a text in the form of `/proc/self/mountinfo` lists.
    public static Mounts parse(String mountinfo) {
        var mounts = new ArrayList<Mount>();
        for (var line : mountinfo.lines().toList()) {
            var fields = line.split(" ", -1);
            int separator = List.of(fields).indexOf("-");
            if (separator >= 5 && separator + 1 < fields.length) {
                mounts.add(new Mount(Path.of(unescaped(fields[4])), fields[separator + 1]));
            }
        }
        return new Mounts(mounts);
    }

    private static String unescaped(String field) {
        return OCTAL.matcher(field).replaceAll(m ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 8))));
    }

    /// Whether a path lies on a file system that other machines may write too, so that shared memory and file locks
    /// mean less than they do here.
    public boolean isShared(Path path) {
        var type = type(real(path));
        return SHARED.contains(type) || type.startsWith("fuse.");
    }

    /// Of mounts at the same point, the last hides those before it.
    private String type(Path path) {
        var type = "";
        int depth = 0;
        for (var mount : mounts) {
            if (path.startsWith(mount.point()) && mount.point().getNameCount() >= depth) {
                type = mount.type();
                depth = mount.point().getNameCount();
            }
        }
        return type;
    }

    /// The path without links, as far as it exists.
    private static Path real(Path path) {
        var whole = path.toAbsolutePath().normalize();
        var existing = whole;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(whole));
        } catch (IOException _) {
            return whole;
        }
    }
}
