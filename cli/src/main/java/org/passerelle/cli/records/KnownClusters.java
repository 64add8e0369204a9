package org.passerelle.cli.records;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.ReadFile;
import org.passerelle.linkage.ClusterNames;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.PersonTable;

/** The names that clusters were given before, if any. */
final class KnownClusters {
  private final Map<String, String> before;

  private KnownClusters(Map<String, String> before) {
    this.before = Map.copyOf(before);
  }

  static KnownClusters fresh() {
    return new KnownClusters(Map.of());
  }

  /** The names in an earlier file of {@code cluster,record}. */
  static KnownClusters read(Path file) {
    PersonTable table = ReadFile.of(file, list -> PersonTable.read(list, "record"));
    int cluster = table.header().indexOf("cluster");
    if (cluster < 0) {
      throw new BadInput(
          "%s has no column cluster. Maybe it was not written by link --clusters.".formatted(file));
    }
    Map<String, String> before = new HashMap<>();
    for (int row = 0; row < table.size(); row++) {
      before.put(table.id(row), table.value(row, cluster));
    }
    return new KnownClusters(before);
  }

  /** The name of each record's cluster. */
  String[] of(LinkResult result, int[] groups) {
    return ClusterNames.of(
        groups, i -> Optional.ofNullable(before.get(result.id(i))), result::id, name -> false);
  }
}
