package org.passerelle.cli.records;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.OutFile;
import org.passerelle.linkage.LinkEngine;
import org.passerelle.linkage.PersonTable;

/** Lists and results in Parquet, which the engine on Spark reads and writes. */
final class ParquetTables {
  /** Of the format. */
  static final String NAME = "parquet";

  private static final Set<String> NUMBERS = Set.of("probability", "weight");

  private ParquetTables() {}

  static boolean isMeant(Path file) {
    return file.toString().endsWith("." + NAME);
  }

  /** Refuses before any work is done. */
  static void check(Optional<LinkEngine> engine, Path out) {
    if (engine.isEmpty()) {
      throw new BadInput("--format parquet is for --engine spark.");
    }
    if (Standard.isMeant(out)) {
      throw new BadInput("--format parquet writes a file; specify one with --out.");
    }
  }

  static PersonTable read(Optional<LinkEngine> engine, Path list, @Nullable String id) {
    if (engine.isEmpty()) {
      throw new BadInput("%s is Parquet, which is read with --engine spark.".formatted(list));
    }
    if (!Files.exists(list)) {
      throw new BadInput("There is no file %s.".formatted(list));
    }
    try (Reader rows = engine.get().fromParquet(list)) {
      return PersonTable.read(rows, String.valueOf(list.getFileName()), id);
    } catch (IOException e) {
      throw new BadInput("%s cannot be read (%s).".formatted(list, BadInput.sentence(e)));
    }
  }

  /** Writes a table, completely or not at all. */
  static void write(LinkEngine engine, Path out, OutFile.Content table) {
    try {
      Path folder = Files.createTempDirectory("passerelle");
      Path csv = folder.resolve("table.csv");
      Path made = folder.resolve("table." + NAME);
      try {
        OutFile.stream(csv, table);
        try (Reader rows = Files.newBufferedReader(csv)) {
          engine.toParquet(rows, made, NUMBERS);
        }
        OutFile.copied(out, made);
      } finally {
        Files.deleteIfExists(csv);
        Files.deleteIfExists(made);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(out, BadInput.sentence(e)));
    }
  }
}
