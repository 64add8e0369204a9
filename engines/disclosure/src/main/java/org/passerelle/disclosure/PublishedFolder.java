package org.passerelle.disclosure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A release in a folder: written completely or not at all, and read back for an audit. */
public final class PublishedFolder {
  private static final String RELEASE = "release.json";

  private PublishedFolder() {}

  /**
   * Writes a release: {@code release.json}; per table {@code ID.csv} with its metadata, {@code
   * ID.json} (JSON-stat) and {@code ID.sdmx.csv}; below {@code for-approval} the audit. If the
   * audit failed, only the audit is written.
   *
   * @param folder must not exist, or must be empty
   * @param language language of the audit, one of {@link AuditFiles#LANGUAGES}
   */
  public static void write(Path folder, Figures figures, Protection protection, String language)
      throws IOException {
    isFree(folder);
    Published published = protection.published();
    Release release = published.layout().release();
    Map<String, String> files = new LinkedHashMap<>();
    AuditFiles audit =
        new AuditFiles(release, protection.audit(), Utility.of(figures, published), language);
    files.put("for-approval/audit.json", audit.json());
    files.put("for-approval/audit.html", audit.html());
    if (protection.audit().passed()) {
      files.put(RELEASE, json(ReleaseJson.of(published)));
      for (int t = 0; t < release.tables().size(); t++) {
        TableFiles table = new TableFiles(new PublishedTable(published, t), published);
        String id = release.tables().get(t).id();
        files.put(id + ".csv", table.csv());
        files.put(id + ".csv-metadata.json", json(table.csvMetadata()));
        files.put(id + ".json", json(table.jsonStat()));
        files.put(id + ".sdmx.csv", table.sdmx());
      }
    }
    put(folder.toAbsolutePath(), files);
  }

  private static String json(Map<String, Object> all) {
    return ReleaseJson.JSON.writeValueAsString(all) + "\n";
  }

  /**
   * Checks that a folder is missing or empty.
   *
   * @throws BadRelease if it is not
   */
  public static void isFree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isEmpty()) {
          return;
        }
      }
    }
    throw new BadRelease(
        "%s is there already. Maybe choose another folder: a release is never overwritten."
            .formatted(folder));
  }

  private static void put(Path folder, Map<String, String> files) throws IOException {
    Path parent = folder.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new BadRelease("There is no folder %s to write into.".formatted(parent));
    }
    Path fresh = parent.resolve("." + folder.getFileName() + ".part");
    try {
      Files.createDirectory(fresh);
    } catch (FileAlreadyExistsException e) {
      throw new BadRelease(
          "%s exists: another process is publishing into it, or was interrupted. Maybe delete it."
              .formatted(fresh));
    }
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = fresh.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      Files.deleteIfExists(folder);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      if (Files.exists(fresh)) {
        try (Stream<Path> left = Files.walk(fresh)) {
          for (Path one : left.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
    }
  }

  /**
   * Reads a release back. Its tables must agree with {@code release.json}.
   *
   * @throws BadRelease if it is not a release, or a table was changed
   */
  public static Published read(Path folder) throws IOException {
    Path file = folder.resolve(RELEASE);
    if (!Files.isRegularFile(file)) {
      throw new BadRelease(
          "%s contains no %s. Maybe it is not a published release.".formatted(folder, RELEASE));
    }
    Published published = ReleaseJson.read(file.toString(), Files.readAllBytes(file));
    List<TableShape> tables = published.layout().release().tables();
    for (int t = 0; t < tables.size(); t++) {
      TableFiles written = new TableFiles(new PublishedTable(published, t), published);
      String id = tables.get(t).id();
      same(folder.resolve(id + ".csv"), written.csv());
      same(folder.resolve(id + ".json"), json(written.jsonStat()));
      same(folder.resolve(id + ".sdmx.csv"), written.sdmx());
    }
    return published;
  }

  private static void same(Path file, String expected) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> should = expected.lines().toList();
    for (int line = 0; line < Math.max(lines.size(), should.size()); line++) {
      String is = line < lines.size() ? lines.get(line) : "nothing";
      if (line >= should.size() || !is.equals(should.get(line))) {
        throw new BadRelease(
            "%s, line %d has %s, and %s has another value. Maybe the table was changed after it was published."
                .formatted(
                    file, line + 1, is.length() > 80 ? is.substring(0, 80) + "…" : is, RELEASE));
      }
    }
  }

  /**
   * Earlier releases, each with its relation to a new one.
   *
   * @throws BadRelease if the new one does not declare its relation to one of them, or declares one
   *     that was not given: its figures would not be compared, and a difference could tell of one
   *     person
   */
  public static List<EarlierRelease> earlier(Release release, List<Path> folders)
      throws IOException {
    List<EarlierRelease> all = new ArrayList<>();
    for (Path folder : folders) {
      Published published = read(folder);
      String id = published.layout().release().id();
      Release.Relation relation = release.previous().get(id);
      if (relation == null) {
        throw new BadRelease(
            "previous.%s is missing: how do the persons of %s relate to those of %s? Maybe same, grows, corrected or apart."
                .formatted(id, folder, release.id()));
      }
      all.add(new EarlierRelease(published, relation));
    }
    for (Map.Entry<String, Release.Relation> declared : release.previous().entrySet()) {
      String id = declared.getKey();
      if (declared.getValue() != Release.Relation.APART
          && all.stream().noneMatch(one -> one.published().layout().release().id().equals(id))) {
        throw new BadRelease(
            "previous.%s is declared, and its folder was not given, so that the figures of both cannot be compared. Maybe add --previous with the folder."
                .formatted(id));
      }
    }
    return all;
  }
}
