package dev.sextant.store.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountsTest {
    private static final String TABLE = """
            22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            30 22 0:40 / /global rw,relatime shared:7 - nfs4 server:/export rw,vers=4.2
            31 30 0:41 / /global/scratch rw - lustre mgs:/scratch rw
            32 30 0:42 / /global/local rw - xfs /dev/sdb rw
            33 22 0:43 / /with\\040blank rw master:1 propagate_from:2 - beegfs beegfs_nodev rw
            34 22 0:44 / /ssh rw - fuse.sshfs me@there rw
            35 22 0:45 / /disk rw - fuseblk /dev/sdc rw
            36 22 0:46 / /gpfs rw - gpfs gpfs rw
            37 22 0:47 / /hidden rw - nfs a:/b rw
            38 22 0:48 / /hidden rw - tmpfs tmpfs rw
            """;

    @ParameterizedTest
    @CsvSource({"/, false", "/home/me, false", "/global/me, true", "/global/scratch/me, true", "/global/local/me, false",
        "/globalish, false", "/with blank/x, true", "/ssh/x, true", "/disk/x, false", "/gpfs, true", "/hidden/x, false"})
    void theDeepestAndLatestMountSaysWhetherAPathIsShared(String path, boolean shared) {
        assertThat(Mounts.parse(TABLE).isShared(Path.of(path))).isEqualTo(shared);
    }

    @Test
    void linksAreFollowed(@TempDir Path folder) throws Exception {
        var far = Files.createDirectory(folder.resolve("far"));
        var link = Files.createSymbolicLink(folder.resolve("near"), far);
        var mounts = Mounts.parse("1 0 0:1 / %s rw - nfs a:/b rw\n".formatted(far.toRealPath()));

        assertThat(mounts.isShared(link.resolve("not/yet/there"))).isTrue();
        assertThat(mounts.isShared(folder)).isFalse();
    }

    @Test
    void linesOfAnotherFormAreSkipped() {
        assertThat(Mounts.parse("nonsense\n\n1 2 3\n").isShared(Path.of("/"))).isFalse();
    }
}
